// SPDX-License-Identifier: Apache-2.0
#include "cli/evidence.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "crossroads/query/place.hpp"

namespace crossroads {
namespace {

Cell text_or_nothing(const std::string& text) {
  return text.empty() ? Cell() : Cell(text);
}

/// Of the relations of structure, which an ontology need not know.
std::string structure_label(std::string_view relation, bool backward) {
  if (relation == "contains") return backward ? "is part of" : "contains";
  if (relation == "authored") return backward ? "is by" : "wrote";
  if (relation == "cites") return backward ? "is cited by" : "cites";
  return std::string(relation);
}

std::string place_in_words(const ConceptGraph& graph, PassageSpan at) {
  const std::string& document = graph.documents()[graph.passage(at.passage).document].id;
  return fmt::format("{}:{}-{}", document, at.span.begin, at.span.end);
}

std::string quoted(const ConceptGraph& graph, PassageSpan at, const std::string& text) {
  const std::string place = place_in_words(graph, at);
  return text.empty() ? place : fmt::format("\"{}\" {}", text, place);
}

Cell title_or_nothing(const ConceptGraph& graph, std::optional<std::uint32_t> part) {
  return part ? text_or_nothing(graph.vertex(*part).label) : Cell();
}

}  // namespace

std::string relation_label(const ConceptGraph& graph, const Edge& edge, bool backward) {
  if (edge.origin == Origin::co_mentioned) return "is named together with";
  if (edge.origin == Origin::structure) return structure_label(edge.relation, backward);
  const Relation* relation = graph.find_relation(edge.relation);
  std::string label = relation == nullptr ? edge.relation : relation->label;
  if (backward && relation != nullptr && !relation->symmetric) {
    label = relation->inverse.empty() ? fmt::format("({} reversed)", label) : relation->inverse;
  }
  return edge.polarity == Polarity::negative ? "not: " + label : label;
}

std::string evidence_in_short(const ConceptGraph& graph, const Edge& edge,
                              const std::optional<Quote>& quote) {
  if (edge.origin == Origin::curated) {
    if (edge.curated.sources.empty()) return "no source";
    const std::string sources = fmt::format("{}", fmt::join(edge.curated.sources, ", "));
    return edge.curated.locator.empty() ? sources : sources + ", " + edge.curated.locator;
  }
  if (!quote) return {};
  const std::string words = quoted(graph, {quote->passage, quote->span}, quote->text);
  if (!quote->with) return words;
  const std::string with = quote_at(graph, quote->with->passage, quote->with->span).text;
  return fmt::format("{}, with {}", words, quoted(graph, *quote->with, with));
}

std::vector<Table::Column> evidence_columns() {
  std::vector<Table::Column> columns;
  for (const char* name :
       {"since", "until", "passages", "npmi", "sources", "locator", "quote", "document", "section",
        "article", "authors", "page", "zone", "passage", "start", "end", "parts", "with"}) {
    columns.push_back({name, name == std::string_view("passages") ? "N" : ""});
  }
  return columns;
}

void append_evidence_cells(std::vector<Cell>& row, const ConceptGraph& graph, const Edge& edge,
                           const std::optional<Quote>& quote) {
  row.push_back(text_or_nothing(edge.period.since));
  row.push_back(text_or_nothing(edge.period.until));
  row.push_back(std::uint64_t{edge.weight});
  row.push_back(edge.origin == Origin::co_mentioned ? Cell(edge.npmi) : Cell());
  row.push_back(text_or_nothing(fmt::format("{}", fmt::join(edge.curated.sources, " "))));
  row.push_back(text_or_nothing(edge.curated.locator));
  if (!quote) {
    row.insert(row.end(), 12, Cell());
    return;
  }
  const GraphPassage& passage = graph.passage(quote->passage);
  row.push_back(text_or_nothing(quote->text));
  row.emplace_back(graph.documents()[passage.document].id);
  const Place place = place_of(graph, quote->passage, quote->span.begin);
  row.push_back(title_or_nothing(graph, place.section));
  row.push_back(title_or_nothing(graph, place.article));
  row.push_back(text_or_nothing(fmt::format("{}", fmt::join(place.authors, "; "))));
  row.push_back(text_or_nothing(std::string(place.page)));
  row.emplace_back(std::string(zone_of(passage.role)));
  row.emplace_back(passage.id);
  row.emplace_back(std::uint64_t{quote->span.begin});
  row.emplace_back(std::uint64_t{quote->span.end});
  std::string parts;
  for (const Span part : quote->parts) {
    parts += fmt::format("{}{}-{}", parts.empty() ? "" : " ", part.begin, part.end);
  }
  row.push_back(text_or_nothing(parts));
  row.push_back(quote->with ? Cell(graph.passage(quote->with->passage).id) : Cell());
}

}  // namespace crossroads
