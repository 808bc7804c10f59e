// SPDX-License-Identifier: Apache-2.0
#include "crossroads/text/read.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/read_outline.hpp"
#include "crossroads/pipeline/corpus.hpp"
#include "crossroads/text/structure.hpp"

namespace crossroads {
namespace {

struct ReadCommand {
  std::vector<std::string> texts;
  std::string format = "outline";
  std::string root;
};

void run_read(Session& session, const ReadCommand& options) {
  std::string out;
  const std::vector<CorpusFile> files = find_texts(session.system, options.texts, options.root);
  for (const CorpusFile& file : files) {
    try {
      const Document document =
          read_text(file.id, read_input(session.system, file.path), format_of(file.path));
      if (options.format == "json") {
        out += out.empty() ? "[\n" : ",\n";
        append_document_json(out, document);
      } else if (options.format == "structure") {
        append_structure_json(out, document);
      } else {
        out += options.format == "passages" ? passages_of(document) : outline_of(document);
      }
    } catch (const Error& error) {
      if (files.size() == 1) throw;
      tell(fmt::format("left out: {}", error.what()));
      session.status = ExitStatus::partial;
    }
  }
  if (options.format == "json") out += out.empty() ? "[]\n" : "\n]\n";
  session.system.write_standard_output(out);
}

}  // namespace

void add_read_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand("read", "Show what was understood of a text");
  const auto options = std::make_shared<ReadCommand>();
  command
      ->add_option("TEXT", options->texts,
                   "Texts (.txt, .md), folders of them, or - for standard input")
      ->required()
      ->type_name("");
  command
      ->add_option("--format", options->format,
                   "outline, passages (one a line), json (all of it) or structure (what a file "
                   "NAME.structure.json beside the text may correct) (outline)")
      ->check(CLI::IsMember({"outline", "passages", "json", "structure"}).description(""))
      ->type_name("FORMAT");
  command->add_option("--root", options->root, "Call texts by their paths below DIR")
      ->type_name("DIR");
  command->footer(
      "Examples:\n  crossroads read examples/briefings/rights-up-front.md\n"
      "  crossroads read --format structure report.txt > report.txt.structure.json\n"
      "The second writes what was understood to a file that you may correct and leave beside the "
      "text:\nevery command then obeys it. Keep of it what you change; the rest is worked out.");
  command->callback([&session, options] { run_read(session, *options); });
}

}  // namespace crossroads
