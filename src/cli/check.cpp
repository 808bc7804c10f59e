// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/table.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/pipeline/corpus.hpp"

namespace crossroads {
namespace {

struct CheckOptions {
  std::vector<std::string> ontology;
  std::string format = "text";
};

std::string as_text(const std::vector<Diagnostic>& findings) {
  std::string out;
  for (const Diagnostic& finding : findings) out += format(finding) + "\n";
  return out;
}

std::string as_table(const std::vector<Diagnostic>& findings, TableFormat format) {
  Table table({{"severity", "SEVERITY"},
               {"code", "CODE"},
               {"file", "FILE"},
               {"line", "LINE"},
               {"column", "COLUMN"},
               {"message", "MESSAGE"}});
  for (const Diagnostic& finding : findings) {
    table.add({std::string(to_string(finding.severity)), finding.code, finding.at.file,
               std::uint64_t{finding.at.line}, std::uint64_t{finding.at.column}, finding.message});
  }
  return table.print(format);
}

std::string print(const std::vector<Diagnostic>& findings, const std::string& format) {
  if (format == "csv") return as_table(findings, TableFormat::csv);
  if (format == "tsv") return as_table(findings, TableFormat::tsv);
  if (format == "json") return as_table(findings, TableFormat::json);
  if (format == "table") return as_table(findings, TableFormat::table);
  return as_text(findings);
}

void run_check(Session& session, const CheckOptions& options) {
  LoadResult loaded = load_ontology(read_ontology_files(session.system, options.ontology));
  // A file of sources is a part of an ontology, and right as it is.
  if (loaded.ontology.entries.empty() && loaded.ontology.sources.empty() && !loaded.malformed &&
      !loaded.has_errors()) {
    loaded.findings.push_back({Severity::error,
                               "no-entries",
                               "the ontology has no entry",
                               {options.ontology.front(), 0, 0},
                               {}});
  }
  session.system.write_standard_output(print(loaded.findings, options.format));
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (const Diagnostic& finding : loaded.findings) {
    if (finding.severity == Severity::error) ++errors;
    if (finding.severity == Severity::warning) ++warnings;
  }
  tell(fmt::format("{}, {}, {}", counted(loaded.ontology.entries.size(), "entry"),
                   counted(errors, "error"), counted(warnings, "warning")));
  if (loaded.malformed) {
    session.status = ExitStatus::input;
  } else if (errors > 0) {
    session.status = ExitStatus::negative;
  }
}

}  // namespace

void add_check_command(CLI::App& program, Session& session) {
  CLI::App* command =
      program.add_subcommand("check", "Say what is wrong or doubtful in an ontology");
  const auto options = std::make_shared<CheckOptions>();
  command->add_option("ONTOLOGY", options->ontology, "XML files, or folders of them")
      ->required()
      ->type_name("");
  command
      ->add_option("--format", options->format,
                   "text (each finding with its line and a caret), table, csv, tsv or json (text)")
      ->check(CLI::IsMember({"text", "table", "csv", "tsv", "json"}).description(""))
      ->type_name("FORMAT");
  command->footer(
      "Example:\n  crossroads check ontology\n"
      "Ends with 1 where there is an error, with 3 where a file is not well-formed.");
  command->callback([&session, options] { run_check(session, *options); });
}

}  // namespace crossroads
