// SPDX-License-Identifier: Apache-2.0
#include "crossroads/text/read.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/corpus.hpp"
#include "cli/read_outline.hpp"
#include "crossroads/core/output.hpp"
#include "crossroads/text/structure.hpp"

namespace crossroads {
namespace {

struct ReadCommand {
  TextOptions texts;
  std::string format = "outline";
};

void run_read(Session& session, const ReadCommand& options) {
  const Corpus corpus = find_corpus(session, options.texts);
  Output output(session.system, "-");
  bool any = false;
  read_corpus(session, corpus, options.texts, "reading", [&](const Document& document) {
    std::string out;
    if (options.format == "json") {
      out = any ? ",\n" : "[\n";
      append_document_json(out, document);
    } else if (options.format == "structure") {
      append_structure_json(out, document);
    } else {
      out = options.format == "passages" ? passages_of(document) : outline_of(document);
    }
    any = true;
    output.write(out);
  });
  if (options.format == "json") output.write(any ? "\n]\n" : "[]\n");
  output.finish();
}

}  // namespace

void add_read_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand("read", "Show what was understood of a text");
  const auto options = std::make_shared<ReadCommand>();
  add_text_options(*command, options->texts);
  command
      ->add_option("--format", options->format,
                   "outline, passages (one a line), json (all of it) or structure (what a file "
                   "NAME.structure.json beside the text may correct) (outline)")
      ->check(CLI::IsMember({"outline", "passages", "json", "structure"}).description(""))
      ->type_name("FORMAT");
  command->footer(
      std::string("Examples:\n  crossroads read examples/briefings/rights-up-front.md\n"
                  "  crossroads read --format structure report.txt > report.txt.structure.json\n"
                  "The second writes what was understood to a file that you may correct and leave "
                  "beside the "
                  "text:\nevery command then obeys it. Keep of it what you change; the rest is "
                  "worked out.\n") +
      about_texts);
  command->callback([&session, options] { run_read(session, *options); });
}

}  // namespace crossroads
