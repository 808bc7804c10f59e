// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/score.hpp"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <set>

#include "cli/corpus.hpp"
#include "cli/score_tables.hpp"
#include "crossroads/core/printable.hpp"

namespace crossroads {
namespace {

struct ScoreCommandOptions {
  std::string gold;
  std::string predicted;
  TextOptions texts;
  std::string names;      // a file of other names for predicted entries
  std::string annotated;  // a file of what was annotated
  AnnotationOptions reading;
  ScoreOptions scoring = {.by = ScoreBy::kind};
  bool errors = false;
  bool agreement = false;
  std::optional<double> at_least;
  TableFormat format = TableFormat::table;
};

std::string shown(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

void replace_names(std::vector<Annotation>& mentions, const EntryNames& names) {
  for (Annotation& mention : mentions) {
    const auto other = names.find(mention.entry);
    if (other != names.end()) mention.entry = other->second;
  }
}

std::set<std::string> documents_of(const std::vector<Annotation>& mentions) {
  std::set<std::string> documents;
  for (const Annotation& mention : mentions) documents.insert(mention.document);
  return documents;
}

void refuse_other_documents(const ScoreCommandOptions& options, const std::vector<Annotation>& gold,
                            const std::vector<Annotation>& predicted) {
  if (gold.empty()) {
    throw Error(ErrorKind::input, fmt::format("{}: has no mention", shown(options.gold)));
  }
  if (predicted.empty()) return;
  const std::set<std::string> known = documents_of(gold);
  for (const Annotation& mention : predicted) {
    if (known.contains(mention.document)) return;
  }
  throw Error(ErrorKind::input,
              fmt::format("{} and {} have no document in common: one has '{}', the other '{}'",
                          shown(options.gold), shown(options.predicted), gold.front().document,
                          predicted.front().document),
              "a document is called by its path below the folder that was linked; 'link --root' "
              "changes that");
}

/// Those of the texts that are annotated.
AnnotatedTexts read_texts(Session& session, const TextOptions& options,
                          const std::set<std::string>& documents) {
  AnnotatedTexts texts;
  if (options.texts.empty()) return texts;
  read_corpus(session, find_corpus(session, options), options, "reading", [&](Document document) {
    if (!documents.contains(document.id)) return;
    std::string id = document.id;
    texts.emplace(std::move(id), AnnotatedText(std::move(document)));
  });
  for (const std::string& document : documents) {
    if (!texts.contains(document)) tell(fmt::format("{}: no text is called so", document));
  }
  return texts;
}

/// Gives mentions the zone of their text where they have none. Throws Error (input) where one does
/// not stand in its text; tells where the words there are others.
void compare_with_texts(std::vector<Annotation>& mentions, const std::string& file,
                        const AnnotatedTexts& texts) {
  std::size_t others = 0;
  std::string first;
  for (Annotation& mention : mentions) {
    const auto found = texts.find(mention.document);
    if (found == texts.end()) continue;
    const AnnotatedText& text = found->second;
    if (!text.has(mention.span)) {
      throw Error(ErrorKind::input,
                  fmt::format("{}:{}: {} has no characters from byte {} to {}", file, mention.line,
                              mention.document, mention.span.begin, mention.span.end),
                  "offsets are bytes of UTF-8; perhaps they are of another version of the text");
    }
    if (mention.zone.empty()) mention.zone = text.zone_of(mention.span.begin);
    const std::string words = printable_line(text.words(mention.span));
    if (mention.surface.empty() || printable_line(mention.surface) == words) continue;
    if (others++ > 0) continue;
    first = fmt::format("{}:{}: '{}' is '{}' in {}", file, mention.line,
                        printable_line(mention.surface), words, mention.document);
  }
  if (others == 0) return;
  if (others > 1) first += fmt::format(", and {} differ", counted(others - 1, "more mention"));
  tell(first + ": of another version of the text?");
}

void tell_asides(const Score& score) {
  if (score.elsewhere > 0) {
    tell(fmt::format("{} outside what gold annotates: not counted",
                     counted(score.elsewhere, "prediction")));
  }
  if (score.unknown_aside > 0) {
    tell(
        fmt::format("{} of entries that gold does not name: not counted ({} of them longer than "
                    "what gold names there)",
                    counted(score.unknown_aside, "prediction"), score.unknown_longer));
  }
}

Table table_of(const ScoreCommandOptions& options, const Score& score,
               const AnnotatedTexts& texts) {
  if (options.errors) return error_table(score.errors, texts);
  if (!options.agreement) return score_table(score, options.scoring.by);
  return agreement_table(score, options.scoring.annotated, texts);
}

void run_score(Session& session, ScoreCommandOptions options) {
  if (options.gold == "-" && options.predicted == "-") {
    throw Error(ErrorKind::question, "standard input (-) can be read only once");
  }
  const auto read = [&](const std::string& path, const AnnotationOptions& how) {
    return read_annotations(read_input(session.system, path), shown(path), how);
  };
  std::vector<Annotation> gold = read(options.gold, options.reading);
  AnnotationOptions of_second;
  if (options.agreement) of_second = options.reading;
  std::vector<Annotation> predicted = read(options.predicted, of_second);
  if (!options.names.empty()) {
    replace_names(predicted, read_entry_names(read_input(session.system, options.names),
                                              shown(options.names)));
  }
  refuse_other_documents(options, gold, predicted);
  if (!options.annotated.empty()) {
    options.scoring.annotated = read_annotated_ranges(read_input(session.system, options.annotated),
                                                      shown(options.annotated));
  }
  std::set<std::string> documents = documents_of(gold);
  documents.merge(documents_of(predicted));
  const AnnotatedTexts texts = read_texts(session, options.texts, documents);
  compare_with_texts(gold, shown(options.gold), texts);
  compare_with_texts(predicted, shown(options.predicted), texts);

  const Score result = score(std::move(gold), std::move(predicted), options.scoring);
  const Table table = table_of(options, result, texts);
  session.system.write_standard_output(table.print(options.format));
  tell_asides(result);
  const std::optional<double> f1 = result.all.exact.f1();
  if (options.at_least && f1.value_or(0) < *options.at_least) {
    tell(fmt::format("F1 {:.6f} is under {}", f1.value_or(0), *options.at_least));
    session.status = ExitStatus::negative;
  }
}

void add_choices(CLI::App& command, ScoreCommandOptions& options) {
  static const std::map<std::string, ScoreBy> ways = {{"kind", ScoreBy::kind},
                                                      {"entry", ScoreBy::entry},
                                                      {"document", ScoreBy::document},
                                                      {"zone", ScoreBy::zone}};
  command
      .add_option_function<std::string>(
          "--by", [&options](const std::string& way) { options.scoring.by = ways.at(way); },
          "Also tell it by kind, entry, document or zone (kind)")
      ->check(CLI::IsMember({"kind", "entry", "document", "zone"}).description(""))
      ->type_name("WHAT");
  auto* errors =
      command.add_flag("--errors", options.errors,
                       "Instead, list what is missed, spurious, or of a wrong entry or place");
  command
      .add_flag("--agreement", options.agreement,
                "Instead, tell how far two annotators agree: F1 and Cohen's kappa")
      ->excludes(errors);
  command
      .add_option("--texts", options.texts.texts,
                  "The texts, to show what stands around errors; may be given more than once")
      ->allow_extra_args(false)
      ->type_name("TEXT");
  command.add_option("--root", options.texts.root, "Call texts by their paths below DIR")
      ->type_name("DIR");
  command
      .add_option("--map", options.names,
                  "Lines of a predicted entry, a tab, and what gold calls it")
      ->type_name("FILE");
  command
      .add_option("--optional", options.reading.optional,
                  "Gold's mentions where MEMBER is true may be missing")
      ->type_name("MEMBER");
  command
      .add_option("--annotated", options.annotated,
                  "JSON Lines of what was annotated: document, and start and end of a part of it")
      ->type_name("FILE");
  command.add_flag_callback(
      "--known-only", [&options] { options.scoring.unknown = UnknownEntries::aside; },
      "Leave out what is predicted of entries that gold nowhere names");
  command.add_option("--at-least", options.at_least, "End with 1 if F1 over all is under this")
      ->check(CLI::Range(0.0, 1.0).description(""))
      ->type_name("F1");
}

}  // namespace

void add_score_command(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand(
      "score", "Precision, recall and F1 of linked mentions against annotated ones");
  const auto options = std::make_shared<ScoreCommandOptions>();
  command->add_option("GOLD", options->gold, "Annotated mentions, JSON Lines; - is standard input")
      ->required()
      ->type_name("");
  command->add_option("PREDICTED", options->predicted, "What 'link' found, or another annotator")
      ->required()
      ->type_name("");
  add_choices(*command, *options);
  add_table_format(*command, options->format);
  command->footer(
      "Example:\n  crossroads score gold.jsonl mentions.jsonl --by entry\n"
      "A line needs \"document\", \"start\", \"end\" (bytes) and \"entry\"; \"kind\" and \"zone\" "
      "help --by.\n"
      "P, R and F1 ask for the entry and the very place; OVERLAP- for the entry at a place that\n"
      "overlaps; PLACE- for the place alone. In gold, \"optional\": true excuses a mention that "
      "is\n"
      "not found, \"group\" names a wider entry that is right too, and \"core_start\" and "
      "\"core_end\"\n"
      "the shortest place that is. Documents that gold does not have are left out, unless "
      "--annotated\n"
      "says what was annotated. Kappa is told on the places that both mark, on those that either\n"
      "does, and, with --texts, on all words; with the 95% interval for many units.");
  command->callback([&session, options] { run_score(session, *options); });
}

}  // namespace crossroads
