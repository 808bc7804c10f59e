// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/link.hpp"

#include <memory>

#include "cli/corpus.hpp"

namespace crossroads {
namespace {

struct LinkOptions {
  CorpusOptions corpus;
  std::string output = "-";
};

void run_link(Session& session, const LinkOptions& options) {
  check_corpus_options(session, options.corpus, options.output);
  const Ontology ontology = load_ontology_or_fail(session, options.corpus.ontology);
  const LinkedCorpus corpus = link_corpus(session, ontology, options.corpus);
  std::string out;
  for (const LinkedDocument& linked : corpus.documents) {
    append_mentions_json(out, ontology, linked.document, linked.links);
  }
  write_output(session.system, options.output, out);
}

}  // namespace

void add_link_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand(
      "link", "Find the ontology's names in texts: mentions, one JSON object a line");
  const auto options = std::make_shared<LinkOptions>();
  add_corpus_options(*command, options->corpus);
  command->add_option("-o,--output", options->output, "Where to write; - is standard output (-)")
      ->type_name("FILE");
  command->footer("Example:\n  crossroads link -O ontology report.txt > mentions.jsonl");
  command->callback([&session, options] { run_link(session, *options); });
}

}  // namespace crossroads
