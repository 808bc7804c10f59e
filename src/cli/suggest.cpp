// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/suggest.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/corpus.hpp"
#include "cli/table.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/link/link.hpp"

namespace crossroads {
namespace {

struct SuggestCommand {
  CorpusOptions corpus;
  TableFormat format = TableFormat::table;
  std::size_t limit = 100;
  std::uint64_t least = 2;
};

void run_suggest(Session& session, const SuggestCommand& options) {
  const Corpus corpus = find_corpus(session, options.corpus.texts);
  const Ontology ontology = load_ontology_or_fail(session, options.corpus.ontology);
  const Lexicon lexicon = Lexicon::build(ontology);
  const Suggester suggester(ontology);
  Gathered gathered;
  read_corpus(session, corpus, options.corpus.texts, "reading", [&](const Document& document) {
    gathered.merge(suggester.gather(document, link(lexicon, document)));
  });
  Table table({{"what", "WHAT"},
               {"form", "FORM"},
               {"short", "SHORT"},
               {"entry", "ENTRY"},
               {"kind", "KIND"},
               {"mentions", "N"},
               {"passages", "P"},
               {"documents", "D"},
               {"why", "WHY"},
               {"quote", "QUOTE"}});
  for (const Suggestion& s : suggester.suggest(gathered, {options.least})) {
    if (table.size() == options.limit) break;
    table.add({std::string(to_string(s.kind)), s.form, s.short_form, s.entry, s.entry_kind,
               s.seen.mentions, s.seen.passages, s.seen.documents, s.reason,
               s.seen.places.empty() ? "" : s.seen.places.front().quote});
  }
  session.system.write_standard_output(table.print(options.format));
}

}  // namespace

void add_suggest_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand(
      "suggest", "What texts name and an ontology lacks, and which of its names flood");
  const auto options = std::make_shared<SuggestCommand>();
  add_corpus_options(*command, options->corpus);
  command->add_option("--limit", options->limit);
  command->add_option("--min-count", options->least);
  add_table_format(*command, options->format);
  command->callback([&session, options] { run_suggest(session, *options); });
}

}  // namespace crossroads
