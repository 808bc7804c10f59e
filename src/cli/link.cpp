// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/link.hpp"

#include <memory>

#include "cli/corpus.hpp"
#include "crossroads/core/output.hpp"

namespace crossroads {
namespace {

struct LinkCommand {
  CorpusOptions corpus;
  std::string output = "-";
  LinkOptions linking;
};

void run_link(Session& session, const LinkCommand& options) {
  check_standard_input(options.corpus.texts, options.corpus.ontology);
  const Corpus corpus = find_corpus(session, options.corpus.texts);
  check_output(session, options.corpus, corpus, options.output);
  const Ontology ontology = load_ontology_or_fail(session, options.corpus.ontology);
  const Lexicon lexicon = Lexicon::build(ontology);
  Output output(session.system, options.output);
  UndecidedForms undecided;
  RedefinedForms redefined;
  read_corpus(session, corpus, options.corpus.texts, "linking", [&](const Document& document) {
    const Links links = link(lexicon, document, options.linking);
    std::string out;
    append_mentions_json(out, ontology, document, links);
    output.write(out);
    undecided.add(document, links);
    redefined.add(document, links);
  });
  output.finish();
  undecided.tell_all(ontology);
  redefined.tell_all(ontology);
}

}  // namespace

void add_link_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand(
      "link", "Find the ontology's names in texts: mentions, one JSON object a line");
  const auto options = std::make_shared<LinkCommand>();
  add_corpus_options(*command, options->corpus);
  add_link_options(*command, options->linking);
  command->add_option("-o,--output", options->output, "Where to write; - is standard output (-)")
      ->type_name("FILE");
  command->footer(
      std::string("Example:\n  crossroads link -O ontology report.txt > mentions.jsonl\n") +
      about_texts);
  command->callback([&session, options] { run_link(session, *options); });
}

}  // namespace crossroads
