// SPDX-License-Identifier: Apache-2.0
#include "crossroads/ontology/import.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "crossroads/core/ascii.hpp"
#include "crossroads/core/printable.hpp"

namespace crossroads {
namespace {

struct ImportOptions {
  std::string file;
  std::string output;
  std::string format;
  bool replace = false;
};

std::string format_of_input(const ImportOptions& options) {
  if (!options.format.empty()) return options.format;
  const std::string name = ascii_lower(options.file);
  if (name.ends_with(".bib") || name.ends_with(".bibtex")) return "bibtex";
  if (name.ends_with(".json")) return "csl-json";
  throw Error(ErrorKind::question, fmt::format("{}: its ending names no format", options.file),
              "--format bibtex or csl-json says which");
}

ImportedSources imported(Session& session, const ImportOptions& options) {
  constexpr std::size_t most = std::size_t{256} << 20U;
  const std::string format = format_of_input(options);
  const std::string bytes = read_input(session.system, options.file, most);
  const std::string name = options.file == "-" ? "standard input" : options.file;
  ImportedSources sources = format == "bibtex" ? import_bibtex(session.system, bytes, name)
                                               : import_csl_json(bytes, name);
  for (const std::string& note : sources.notes) tell(name + ": " + note);
  for (const std::string& work : sources.left_out) tell("left out: " + name + ": " + work);
  if (sources.sources.empty()) {
    throw Error(ErrorKind::input, name + ": it holds no work that can be a source");
  }
  if (!sources.left_out.empty()) session.status = ExitStatus::partial;
  return sources;
}

/// An ontology's files are a curator's: none is replaced unasked, and the input never.
void check_output(Session& session, const ImportOptions& options) {
  if (options.output == "-") return;
  if (options.file != "-" && session.system.is_same_file(options.file, options.output)) {
    throw Error(ErrorKind::question,
                fmt::format("{}: is the input, and would be overwritten", options.output),
                "name another file with -o");
  }
  if (options.replace || session.system.kind_of(options.output) != FileKind::file) return;
  throw Error(ErrorKind::question,
              fmt::format("{}: is there already, and what is in it would be lost", options.output),
              "name another file with -o, or say --replace");
}

void run_import(Session& session, const ImportOptions& options) {
  check_output(session, options);
  const ImportedSources sources = imported(session, options);
  write_output(session.system, options.output, write_sources(sources.sources));
  tell(fmt::format("{}: {}", options.output, counted(sources.sources.size(), "source")));
}

}  // namespace

void add_import_command(CLI::App& program, Session& session) {
  CLI::App* command =
      program.add_subcommand("import", "Make a bibliography's works sources of an ontology");
  const auto options = std::make_shared<ImportOptions>();
  command
      ->add_option("FILE", options->file,
                   "A bibliography: BibTeX or BibLaTeX (.bib) or CSL-JSON (.json), as Zotero and "
                   "others export them; - is standard input")
      ->required()
      ->type_name("");
  command
      ->add_option("-o,--output", options->output,
                   "The file of an ontology to write (XML); - is standard output")
      ->required()
      ->type_name("ONTOLOGY");
  command
      ->add_option("--format", options->format,
                   "bibtex or csl-json, where the ending does not say it")
      ->check(CLI::IsMember({"bibtex", "csl-json"}).description(""))
      ->type_name("FORMAT");
  command->add_flag("--replace", options->replace,
                    "Replace the file that -o names, where it is there already");
  command->footer(
      "Example:\n  crossroads import works.bib -o ontology/sources-works.xml\n"
      "  crossroads check ontology\n"
      "A work with the key Lind:2014 becomes <source id=\"lind-2014\" …>; statements name it with\n"
      "source=\"lind-2014\". Works that can't be sources (neither title nor author, a key that is\n"
      "taken) are left out, each is named, and the command ends with 6.");
  command->callback([&session, options] { run_import(session, *options); });
}

}  // namespace crossroads
