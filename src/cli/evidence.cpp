// SPDX-License-Identifier: Apache-2.0
#include "cli/evidence.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "crossroads/graph/window.hpp"
#include "crossroads/text/repair.hpp"

namespace crossroads {
namespace {

Cell text_or_nothing(const std::string& text) {
  return text.empty() ? Cell() : Cell(text);
}

}  // namespace

std::string relation_label(const ConceptGraph& graph, const Edge& edge, bool backward) {
  if (edge.origin == Origin::co_mentioned) return "is named together with";
  const Relation* relation = graph.find_relation(edge.relation);
  std::string label = relation == nullptr ? edge.relation : relation->label;
  if (backward && relation != nullptr && !relation->symmetric) {
    label = relation->inverse.empty() ? fmt::format("({} reversed)", label) : relation->inverse;
  }
  return edge.polarity == Polarity::negative ? "not: " + label : label;
}

std::string windows_in_words(const ConceptGraph& graph) {
  const auto window = window_from(graph.window());
  switch (window ? window->unit : Window::Unit::passage) {
    case Window::Unit::sentence:
      return "sentences";
    case Window::Unit::words:
      return fmt::format("windows of {} words", window->words);
    case Window::Unit::article:
      return "articles or sections";
    case Window::Unit::document:
      return "texts";
    case Window::Unit::passage:
      break;
  }
  return "passages";
}

std::string evidence_in_short(const ConceptGraph& graph, const Edge& edge,
                              const std::optional<Quote>& quote) {
  if (edge.origin == Origin::curated) {
    if (edge.curated.sources.empty()) return "no source";
    const std::string sources = fmt::format("{}", fmt::join(edge.curated.sources, ", "));
    return edge.curated.locator.empty() ? sources : sources + ", " + edge.curated.locator;
  }
  if (!quote) return {};
  const std::string& document = graph.documents()[graph.passage(quote->passage).document].id;
  const std::string place = fmt::format("{}:{}-{}", document, quote->span.begin, quote->span.end);
  return quote->text.empty() ? place : fmt::format("\"{}\" {}", repaired(quote->text), place);
}

std::vector<Table::Column> evidence_columns() {
  return {{"since", ""},   {"until", ""}, {"passages", "N"}, {"npmi", ""}, {"sources", ""},
          {"locator", ""}, {"quote", ""}, {"document", ""},  {"zone", ""}, {"passage", ""},
          {"start", ""},   {"end", ""},   {"parts", ""}};
}

void append_evidence_cells(std::vector<Cell>& row, const ConceptGraph& graph, const Edge& edge,
                           const std::optional<Quote>& quote) {
  row.push_back(text_or_nothing(edge.period.since));
  row.push_back(text_or_nothing(edge.period.until));
  row.push_back(
      std::uint64_t{edge.origin == Origin::co_mentioned ? edge.evidence_total : edge.weight});
  row.push_back(edge.origin == Origin::co_mentioned ? Cell(edge.npmi) : Cell());
  row.push_back(text_or_nothing(fmt::format("{}", fmt::join(edge.curated.sources, " "))));
  row.push_back(text_or_nothing(edge.curated.locator));
  if (!quote) {
    row.insert(row.end(), 7, Cell());
    return;
  }
  const GraphPassage& passage = graph.passage(quote->passage);
  row.push_back(text_or_nothing(quote->text));
  row.emplace_back(graph.documents()[passage.document].id);
  row.emplace_back(std::string(zone_of(passage.role)));
  row.emplace_back(passage.id);
  row.emplace_back(std::uint64_t{quote->span.begin});
  row.emplace_back(std::uint64_t{quote->span.end});
  std::string parts;
  for (const Span part : quote->parts) {
    parts += fmt::format("{}{}-{}", parts.empty() ? "" : " ", part.begin, part.end);
  }
  row.push_back(text_or_nothing(parts));
}

}  // namespace crossroads
