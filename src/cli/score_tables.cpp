// SPDX-License-Identifier: Apache-2.0
#include "cli/score_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "crossroads/core/printable.hpp"

namespace crossroads {
namespace {

constexpr std::uint32_t shown_around = 24;  // bytes beside a mention
constexpr int decimals = 3;

constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

Cell cell(const std::optional<double>& measure) {
  return measure ? Cell(*measure) : Cell();
}

Cell cell(std::string_view text) {
  return text.empty() ? Cell() : Cell(std::string(text));
}

std::string heading_of(ScoreBy by) {
  switch (by) {
    case ScoreBy::nothing:
      return " ";
    case ScoreBy::kind:
      return "KIND";
    case ScoreBy::entry:
      return "ENTRY";
    case ScoreBy::document:
      return "DOCUMENT";
    case ScoreBy::zone:
      return "ZONE";
  }
  return " ";
}

std::string name_of(ScoreBy by) {
  std::string name = heading_of(by);
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

void append_measures(std::vector<Cell>& cells, const ScoreCounts& counts) {
  cells.push_back(cell(counts.precision()));
  cells.push_back(cell(counts.recall()));
  cells.push_back(cell(counts.f1()));
}

std::vector<Cell> cells_of(const std::string& of, const ScoreRow& row) {
  std::vector<Cell> cells = {of, cell(row.name), row.exact.right + row.exact.missed,
                             row.exact.right + row.exact.wrong, row.exact.right};
  append_measures(cells, row.exact);
  cells.emplace_back(row.overlapping.right);
  append_measures(cells, row.overlapping);
  cells.emplace_back(row.place.right);
  append_measures(cells, row.place);
  return cells;
}

/// The mean of each measure over the rows that have it; counts have none.
std::vector<Cell> mean_of(const std::vector<ScoreRow>& rows) {
  std::vector<Cell> mean;
  std::vector<std::pair<double, std::size_t>> sums;
  for (const ScoreRow& row : rows) {
    const std::vector<Cell> cells = cells_of("mean", row);
    mean.resize(cells.size());
    sums.resize(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto* measure = std::get_if<double>(&cells[i]);
      if (measure == nullptr) continue;
      sums[i].first += *measure;
      ++sums[i].second;
      mean[i] = sums[i].first / static_cast<double>(sums[i].second);
    }
  }
  mean[0] = std::string("mean");
  mean[1] = std::string("mean");
  return mean;
}

const AnnotatedText* find_text(const AnnotatedTexts& texts, std::string_view document) {
  const auto found = texts.find(document);
  return found == texts.end() ? nullptr : &found->second;
}

std::string surface_of(const Annotation& mention, const AnnotatedText* text) {
  if (text == nullptr) return mention.surface;
  return std::string(text->words(mention.span));
}

/// "surface" entry, or a dash.
std::string in_short(const std::optional<Annotation>& mention, const AnnotatedText* text) {
  if (!mention) return "-";
  const std::string surface = surface_of(*mention, text);
  if (surface.empty()) {
    return fmt::format("{}-{} {}", mention->span.begin, mention->span.end, mention->entry);
  }
  return fmt::format("\"{}\" {}", printable_line(surface), mention->entry);
}

void append_side(std::vector<Cell>& cells, const std::optional<Annotation>& mention,
                 const AnnotatedText* text) {
  if (!mention) {
    cells.resize(cells.size() + 4);
    return;
  }
  cells.emplace_back(std::uint64_t{mention->span.begin});
  cells.emplace_back(std::uint64_t{mention->span.end});
  cells.push_back(cell(surface_of(*mention, text)));
  cells.emplace_back(mention->entry);
}

/// Before, behind, and, for people: where, and what stands around.
void append_surroundings(std::vector<Cell>& cells, const Annotation& mention,
                         const AnnotatedText* text) {
  if (text == nullptr) {
    cells.resize(cells.size() + 2);
    cells.emplace_back(fmt::format("{}@{}", mention.document, mention.span.begin));
    cells.emplace_back();
    return;
  }
  const std::string_view before = text->before(mention.span);
  const std::string_view behind = text->behind(mention.span);
  cells.push_back(cell(before));
  cells.push_back(cell(behind));
  cells.emplace_back(fmt::format("{}:{}", mention.document, text->line_of(mention.span.begin)));
  cells.emplace_back(
      printable_line(fmt::format("{}[{}]{}", before, text->words(mention.span), behind)));
}

void add_kappa(Table& table, const std::string& units, const Kappa& kappa) {
  constexpr double two_sided_95 = 1.959964;  // quantile of the normal distribution
  std::optional<double> low;
  std::optional<double> high;
  if (kappa.value && kappa.standard_error) {
    low = std::max(-1.0, *kappa.value - two_sided_95 * *kappa.standard_error);
    high = std::min(1.0, *kappa.value + two_sided_95 * *kappa.standard_error);
  }
  const bool any = kappa.units > 0;
  table.add({std::string("kappa"), units, kappa.units, kappa.agreed,
             any ? Cell(kappa.observed) : Cell(), any ? Cell(kappa.expected) : Cell(),
             cell(kappa.value), cell(low), cell(high)});
}

/// What stands in one document. REQUIRES: sorted.
std::span<const Annotation> of_document(const std::vector<Annotation>& mentions,
                                        std::string_view document) {
  const auto first = std::partition_point(mentions.begin(), mentions.end(),
                                          [&](const auto& of) { return of.document < document; });
  const auto end = std::partition_point(first, mentions.end(),
                                        [&](const auto& of) { return of.document == document; });
  return {first, end};
}

/// The words of what was annotated: of all documents of gold, where nothing says so.
RatingTable rate_words(const Score& score, const std::vector<AnnotatedRange>& annotated,
                       const AnnotatedTexts& texts) {
  std::map<std::string_view, std::vector<Span>> ranges;
  for (const AnnotatedRange& range : annotated) ranges[range.document].push_back(range.span);
  if (annotated.empty()) {
    for (const Annotation& mention : score.gold) {
      ranges[mention.document] = {{0, std::numeric_limits<std::uint32_t>::max()}};
    }
  }
  RatingTable words;
  for (const auto& [document, parts] : ranges) {
    const AnnotatedText* text = find_text(texts, document);
    if (text == nullptr) continue;
    for (const Span part : parts) {
      add_rated_words(words, text->bytes(), part, of_document(score.gold, document),
                      of_document(score.predicted, document));
    }
  }
  return words;
}

}  // namespace

AnnotatedText::AnnotatedText(Document document) : document_(std::move(document)) {
  const std::string& bytes = document_.bytes;
  for (std::size_t at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 1)) {
    lines_.push_back(static_cast<std::uint32_t>(at + 1));
  }
  for (std::uint32_t i = 0; i < document_.passages.size(); ++i) {
    for (const Span range : document_.passages[i].ranges) ranges_.emplace_back(range, i);
  }
  std::sort(ranges_.begin(), ranges_.end());
}

bool AnnotatedText::has(Span span) const {
  const std::string& bytes = document_.bytes;
  return span.end <= bytes.size() && !is_continuation(bytes[span.begin]) &&
         (span.end == bytes.size() || !is_continuation(bytes[span.end]));
}

std::uint64_t AnnotatedText::line_of(std::uint32_t at) const {
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), at);
  return static_cast<std::uint64_t>(next - lines_.begin()) + 1;
}

std::string_view AnnotatedText::zone_of(std::uint32_t at) const {
  auto next =
      std::upper_bound(ranges_.begin(), ranges_.end(), at,
                       [](std::uint32_t byte, const auto& of) { return byte < of.first.begin; });
  if (next == ranges_.begin() || (--next)->first.end <= at) return {};
  return crossroads::zone_of(document_.passages[next->second].role);
}

std::string_view AnnotatedText::words(Span span) const {
  return std::string_view(document_.bytes).substr(span.begin, span.size());
}

std::string_view AnnotatedText::before(Span span) const {
  std::uint32_t from = span.begin - std::min(span.begin, shown_around);
  while (is_continuation(document_.bytes[from])) ++from;
  return words({from, span.begin});
}

std::string_view AnnotatedText::behind(Span span) const {
  const std::size_t left = document_.bytes.size() - span.end;
  std::size_t to = span.end + std::min<std::size_t>(left, shown_around);
  while (to < document_.bytes.size() && is_continuation(document_.bytes[to])) --to;
  return words({span.end, static_cast<std::uint32_t>(to)});
}

Table score_table(const Score& score, ScoreBy by) {
  std::vector<Table::Column> columns = {{"row", ""},
                                        {"name", heading_of(by)},
                                        {"gold", "GOLD"},
                                        {"predicted", "PREDICTED"},
                                        {"right", "RIGHT"}};
  for (const auto& [name, heading] :
       {std::pair("", ""), std::pair("overlapping_", "OVERLAP-"), std::pair("place_", "PLACE-")}) {
    const std::string before = name;
    const std::string shown = heading;
    if (!before.empty()) columns.push_back({before + "right", ""});
    columns.push_back({before + "precision", shown + "P", decimals});
    columns.push_back({before + "recall", shown + "R", decimals});
    columns.push_back({before + "f1", shown + "F1", decimals});
  }
  Table table(std::move(columns));
  for (const ScoreRow& row : score.rows) table.add(cells_of(name_of(by), row));
  if (score.rows.size() > 1) table.add(mean_of(score.rows));
  ScoreRow all = score.all;
  all.name = "all";
  table.add(cells_of("all", all));
  return table;
}

Table error_table(const std::vector<ScoreError>& errors, const AnnotatedTexts& texts) {
  Table table({{"error", "ERROR"},
               {"document", ""},
               {"line", ""},
               {"gold_start", ""},
               {"gold_end", ""},
               {"gold_surface", ""},
               {"gold_entry", ""},
               {"predicted_start", ""},
               {"predicted_end", ""},
               {"predicted_surface", ""},
               {"predicted_entry", ""},
               {"kind", ""},
               {"zone", ""},
               {"before", ""},
               {"behind", ""},
               {"where", "WHERE"},
               {"around", "AROUND"},
               {"gold", "GOLD"},
               {"prediction", "PREDICTED"}});
  for (const ScoreError& error : errors) {
    const Annotation& first = error.first();
    const AnnotatedText* text = find_text(texts, first.document);
    std::vector<Cell> cells = {std::string(to_string(error.kind)), first.document,
                               text == nullptr ? Cell() : Cell(text->line_of(first.span.begin))};
    append_side(cells, error.gold, text);
    append_side(cells, error.predicted, text);
    cells.push_back(cell(first.kind));
    cells.push_back(cell(first.zone));
    append_surroundings(cells, first, text);
    cells.emplace_back(in_short(error.gold, text));
    cells.emplace_back(in_short(error.predicted, text));
    table.add(std::move(cells));
  }
  return table;
}

Table agreement_table(const Score& score, const std::vector<AnnotatedRange>& annotated,
                      const AnnotatedTexts& texts) {
  Table table({{"measure", "MEASURE"},
               {"units", "UNITS"},
               {"number", "NUMBER"},
               {"agreed", "AGREED"},
               {"observed", "OBSERVED", decimals},
               {"expected", "BY CHANCE", decimals},
               {"value", "VALUE", decimals},
               {"low", "95% FROM", decimals},
               {"high", "TO", decimals}});
  const ScoreCounts& exact = score.all.exact;
  table.add({std::string("f1"), std::string("mentions"),
             2 * exact.right + exact.missed + exact.wrong, 2 * exact.right, Cell(), Cell(),
             cell(exact.f1()), Cell(), Cell()});
  const auto add_places = [&](const char* units, RatedPlaces places) {
    add_kappa(table, units, rate_places(score.gold, score.predicted, places).kappa());
  };
  add_places("places of both", RatedPlaces::both);
  add_places("places of either", RatedPlaces::either);
  if (!texts.empty()) add_kappa(table, "words", rate_words(score, annotated, texts).kappa());
  return table;
}

}  // namespace crossroads
