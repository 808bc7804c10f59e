// SPDX-License-Identifier: Apache-2.0
#include "crossroads/pipeline/build.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/corpus.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/graph/assemble.hpp"
#include "crossroads/store/graph_json.hpp"

namespace crossroads {
namespace {

struct BuildOptions {
  CorpusOptions corpus;
  std::string output;
  std::string evidence = "text";
  Window window;
};

void run_build(Session& session, const BuildOptions& options) {
  check_corpus_options(session, options.corpus, options.output);
  const Ontology ontology = load_ontology_or_fail(session, options.corpus.ontology);
  const LinkedCorpus corpus = link_corpus(session, ontology, options.corpus);
  AssembleOptions assembling;
  if (options.evidence == "reference") assembling.evidence = EvidenceKind::reference;
  assembling.window = options.window;
  const ConceptGraph graph = assemble(ontology, corpus.documents, assembling);
  write_output(session.system, options.output, write_graph_json(graph));
  std::size_t mentions = 0;
  for (const LinkedDocument& linked : corpus.documents) mentions += linked.links.mentions.size();
  tell(fmt::format("{}: {} and {}, {}, {}, {}", options.output,
                   counted(graph.entry_count(), "entry"), counted(graph.documents().size(), "text"),
                   counted(graph.passages().size(), "passage"), counted(mentions, "mention"),
                   counted(graph.edge_count(), "edge")));
}

}  // namespace

void add_build_command(CLI::App& program, Session& session) {
  CLI::App* command =
      program.add_subcommand("build", "Read and link texts, and save the concept graph");
  const auto options = std::make_shared<BuildOptions>();
  add_corpus_options(*command, options->corpus);
  command
      ->add_option("-o,--output", options->output,
                   "The graph to write (JSON); - is standard output")
      ->required()
      ->type_name("GRAPH");
  command
      ->add_option(
          "--evidence", options->evidence,
          "text keeps the passages word for word, reference keeps offsets and checksums (text)")
      ->check(CLI::IsMember({"text", "reference"}).description(""))
      ->type_name("KIND");
  command
      ->add_option_function<std::string>(
          "--window",
          [options](const std::string& name) {
            const auto window = window_from(name);
            if (!window) {
              throw CLI::ValidationError(
                  "--window",
                  fmt::format("{} not in {{sentence,passage,words:N,article,document}}", name));
            }
            options->window = *window;
          },
          "What co-mentions are counted in: sentence, passage, words:N (N words in a row, from 2), "
          "article or document (passage)")
      ->type_name("WINDOW");
  command->footer(
      "Example:\n  crossroads build -O ontology examples/briefings -o graph.json\n"
      "The graph opens in NetworkX as it is, and in every other command here.");
  command->callback([&session, options] { run_build(session, *options); });
}

}  // namespace crossroads
