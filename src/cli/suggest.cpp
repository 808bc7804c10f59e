// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/suggest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>

#include "cli/apply_suggestions.hpp"
#include "cli/corpus.hpp"
#include "cli/table.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/link/suggestion_file.hpp"

namespace crossroads {
namespace {

struct SuggestCommand {
  CorpusOptions corpus;
  TableFormat format = TableFormat::table;
  std::size_t limit = 100;
  std::uint64_t least_mentions = 2;
  std::vector<std::string> kinds;
  std::string output;
  std::string apply;
};

SuggestOptions asked_for(const SuggestCommand& options) {
  SuggestOptions asked;
  asked.least_mentions = options.least_mentions;
  for (const std::string& name : options.kinds) asked.kinds.push_back(*suggestion_kind_from(name));
  return asked;
}

std::string place_of(const SeenAt& seen) {
  return fmt::format("{}:{}", seen.document, seen.line);
}

std::string as_table(const std::vector<Suggestion>& suggestions, TableFormat format) {
  Table table({{"what", "WHAT"},
               {"form", "FORM"},
               {"short", "SHORT"},
               {"entry", "ENTRY"},
               {"kind", ""},
               {"mentions", "MENTIONS"},
               {"passages", ""},
               {"documents", "TEXTS"},
               {"why", "WHY"},
               {"document", ""},
               {"start", ""},
               {"end", ""},
               {"seen", "SEEN"},
               {"quote", "QUOTE"},
               {"seen_too", ""},
               {"quote_too", ""}});
  for (const Suggestion& s : suggestions) {
    const auto& places = s.seen.places;
    std::vector<Cell> cells{std::string(to_string(s.kind)),
                            s.form,
                            s.short_form,
                            s.entry,
                            s.entry_kind,
                            s.seen.mentions,
                            s.seen.passages,
                            s.seen.documents,
                            s.reason};
    if (places.empty()) {
      cells.resize(cells.size() + 5);
    } else {
      const SeenAt& first = places.front();
      cells.insert(cells.end(), {first.document, std::uint64_t{first.span.begin},
                                 std::uint64_t{first.span.end}, place_of(first), first.quote});
    }
    if (places.size() < 2) {
      cells.resize(cells.size() + 2);
    } else {
      cells.insert(cells.end(), {place_of(places[1]), places[1].quote});
    }
    table.add(std::move(cells));
  }
  return table.print(format);
}

/// Decisions that nobody has applied yet are not to be lost.
void refuse_to_lose_decisions(Session& session, const std::string& path) {
  if (path.empty() || path == "-" || session.system.kind_of(path) != FileKind::file) return;
  const SuggestionFile there = read_suggestions(read_input(session.system, path), path);
  const bool decided =
      std::any_of(there.suggestions.begin(), there.suggestions.end(),
                  [](const DecidedSuggestion& said) { return said.decision != Verdict::open; });
  if (there.findings.empty() && !decided) return;
  throw Error(ErrorKind::question,
              fmt::format("{}: is there already, and {}", path,
                          decided ? "holds decisions" : "holds something else"),
              decided ? "apply them first (--apply), or name another file with -o"
                      : "name another file with -o");
}

std::vector<Suggestion> find_suggestions(Session& session, const SuggestCommand& options) {
  const Corpus corpus = find_corpus(session, options.corpus.texts);
  if (!options.output.empty()) check_output(session, options.corpus, corpus, options.output);
  const Ontology ontology = load_ontology_or_fail(session, options.corpus.ontology);
  SuggestOptions asked = asked_for(options);
  asked.left = read_skipped(session, options.corpus.ontology);
  const Lexicon lexicon = Lexicon::build(ontology);
  const Suggester suggester(ontology);
  Gathered gathered;
  read_corpus(session, corpus, options.corpus.texts, "reading", [&](const Document& document) {
    gathered.merge(suggester.gather(document, link(lexicon, document)));
  });
  return suggester.suggest(gathered, asked);
}

void run_suggest(Session& session, const SuggestCommand& options) {
  check_standard_input(options.corpus.texts, options.corpus.ontology);
  if (!options.apply.empty()) {
    if (!options.corpus.texts.texts.empty() || !options.output.empty()) {
      throw Error(ErrorKind::question, "--apply takes no texts and no -o",
                  "it takes the file that was written with -o, and -O");
    }
    return apply_suggestions(session, options.apply, options.corpus.ontology);
  }
  refuse_to_lose_decisions(session, options.output);
  std::vector<Suggestion> found = find_suggestions(session, options);
  const std::size_t all = found.size();
  if (options.limit > 0 && all > options.limit) found.resize(options.limit);
  if (options.output.empty()) {
    session.system.write_standard_output(as_table(found, options.format));
  } else {
    write_output(session.system, options.output, write_suggestions(found));
  }
  if (found.size() < all) {
    tell(fmt::format("the best {} of {}; --limit 0 gives all", found.size(),
                     counted(all, "suggestion")));
  } else {
    tell(counted(all, "suggestion"));
  }
}

}  // namespace

void add_suggest_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand(
      "suggest", "What texts name and an ontology lacks, and which of its names flood");
  const auto options = std::make_shared<SuggestCommand>();
  add_corpus_options(*command, options->corpus);
  command
      ->add_option("-o,--output", options->output,
                   "Write a file to decide in, line by line, instead of rows")
      ->type_name("FILE");
  command
      ->add_option("--apply", options->apply,
                   "Take over what was decided in such a file; no text is read")
      ->type_name("FILE");
  command
      ->add_option("--what", options->kinds,
                   "Only these: alias, misspelling, entry, person, document, conflict, flood")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(
                  {"alias", "misspelling", "entry", "person", "document", "conflict", "flood"})
                  .description(""))
      ->type_name("WHAT,…");
  command->add_option("--limit", options->limit, "At most so many, the best; 0 is all (100)")
      ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000'000}).description(""))
      ->type_name("N");
  command
      ->add_option("--min-count", options->least_mentions,
                   "Leave out phrases, persons and documents that are named less often (2)")
      ->type_name("N");
  add_table_format(*command, options->format);
  command->footer(
      std::string(
          "Example:\n"
          "  crossroads suggest -O ontology reports -o suggestions.tsv\n"
          "  (decide in suggestions.tsv: accept, ban or skip instead of \"?\", in any editor)\n"
          "  crossroads suggest --apply suggestions.tsv -O ontology\n"
          "  crossroads check ontology\n"
          "What is accepted goes to ontology/accepted.xml, each name with the text and line that "
          "it "
          "was\nseen in; what is banned to ontology/banned.txt, which every command obeys; what is "
          "skipped\nto ontology/skipped.txt. No other file is touched, and none of it is suggested "
          "again. Beside\nan ontology of one file they lie in its folder.\n"
          "alias: another name of an entry, by a definition (Long Form (LF)) or by its spelling;\n"
          "misspelling: a slip in a name; entry: an acronym that a text defines, or a phrase in\n"
          "capitals; person: who is cited; document: a symbol; conflict: a text means something "
          "else\nby a name of the ontology; flood: a name that matches more than it should.\n") +
      about_texts);
  command->callback([&session, options] { run_suggest(session, *options); });
}

}  // namespace crossroads
