// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/corpus.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/graph/assemble.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/pipeline/keep_text.hpp"
#include "crossroads/store/graph_json.hpp"

namespace crossroads {
namespace {

struct BuildOptions {
  CorpusOptions corpus;
  std::string output;
  std::string keep_text;
  std::string evidence = "text";
  Window window;
  LinkOptions linking;
};

void run_build(Session& session, const BuildOptions& options) {
  check_standard_input(options.corpus.texts, options.corpus.ontology);
  const Corpus corpus = find_corpus(session, options.corpus.texts);
  check_output(session, options.corpus, corpus, options.output);
  const bool keeps = !options.keep_text.empty();
  if (keeps) refuse_to_keep_inside(session.system, options.keep_text, corpus);
  const Ontology ontology = load_ontology_or_fail(session, options.corpus.ontology);
  const Lexicon lexicon = Lexicon::build(ontology);
  std::vector<LinkedDocument> documents;
  UndecidedForms undecided;
  RedefinedForms redefined;
  read_corpus(session, corpus, options.corpus.texts, "linking", [&](Document document) {
    Links links = link(lexicon, document, options.linking);
    undecided.add(document, links);
    redefined.add(document, links);
    documents.push_back({std::move(document), std::move(links)});
  });
  undecided.tell_all(ontology);
  redefined.tell_all(ontology);
  AssembleOptions assembling;
  if (options.evidence == "reference") assembling.evidence = EvidenceKind::reference;
  assembling.window = options.window;
  assembling.anaphora = options.linking.anaphora;
  if (keeps) {
    std::vector<std::string> files = inputs_of(session, options.corpus, corpus);
    if (options.output != "-") files.push_back(options.output);
    refuse_to_keep_over(session.system, options.keep_text, documents, files);
  }
  const ConceptGraph graph = assemble(ontology, documents, assembling);
  write_output(session.system, options.output, write_graph_json(graph));
  std::size_t mentions = 0;
  for (const LinkedDocument& linked : documents) mentions += linked.links.mentions.size();
  tell(fmt::format("{}: {} and {}, {}, {}, {}", options.output,
                   counted(graph.entry_count(), "entry"), counted(graph.documents().size(), "text"),
                   counted(graph.passages().size(), "passage"), counted(mentions, "mention"),
                   counted(graph.edge_count(), "edge")));
  if (mentions == 0) tell("hint: no text names an entry of the ontology");
  if (!keeps) return;
  const std::size_t kept = keep_texts(session.system, options.keep_text, documents);
  tell(fmt::format("{}: {} kept", options.keep_text, counted(kept, "converted text")));
}

}  // namespace

void add_build_command(CLI::App& program, Session& session) {
  CLI::App* command =
      program.add_subcommand("build", "Read and link texts, and save the concept graph");
  const auto options = std::make_shared<BuildOptions>();
  add_corpus_options(*command, options->corpus);
  add_link_options(*command, options->linking);
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
  command
      ->add_option(
          "--keep-text", options->keep_text,
          "Write what PDF, Word files and the like were converted to as DIR/ID.txt, in the "
          "place of what is there")
      ->type_name("DIR");
  command->footer(
      std::string("Example:\n  crossroads build -O ontology examples/briefings -o graph.json\n"
                  "The graph opens in NetworkX as it is, and in every other command here.\n") +
      about_texts);
  command->callback([&session, options] { run_build(session, *options); });
}

}  // namespace crossroads
