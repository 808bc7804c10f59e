// SPDX-License-Identifier: Apache-2.0
#include "crossroads/query/quote.hpp"

#include <algorithm>
#include <optional>

#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

std::optional<Span> range_around(const GraphPassage& passage, Span span) {
  for (const Span range : passage.ranges) {
    if (range.contains(span)) return range;
  }
  return std::nullopt;
}

/// From one name to the other, where the least lies between and nothing interrupts.
std::optional<Span> nearest(const GraphPassage& passage, std::uint32_t a, std::uint32_t b) {
  std::optional<Span> best;
  const PassageMention* last_a = nullptr;
  const PassageMention* last_b = nullptr;
  for (const PassageMention& mention : passage.mentions) {
    if (mention.entry == a) last_a = &mention;
    if (mention.entry == b) last_b = &mention;
    if ((mention.entry != a && mention.entry != b) || last_a == nullptr || last_b == nullptr) {
      continue;
    }
    const Span whole{std::min(last_a->span.begin, last_b->span.begin),
                     std::max(last_a->span.end, last_b->span.end)};
    const bool better = !best || whole.size() < best->size();
    if (better && range_around(passage, whole)) best = whole;
  }
  return best;
}

Span span_of(const GraphPassage& passage, const Edge& edge, const Evidence& evidence) {
  if (evidence.words) return evidence.words->span;
  if (evidence.span) return *evidence.span;
  if (const auto span = nearest(passage, edge.source, edge.target)) return *span;
  for (const PassageMention& mention : passage.mentions) {
    if (mention.entry != edge.source && mention.entry != edge.target) continue;
    if (const auto range = range_around(passage, mention.span)) return *range;
  }
  return passage.ranges.front();
}

}  // namespace

Quote quote_at(const ConceptGraph& graph, std::uint32_t passage, Span span) {
  const GraphPassage& from = graph.passage(passage);
  const Span whole{from.ranges.front().begin, from.ranges.back().end};
  Quote quote{passage, span, {}, {}, {}};
  if (from.text.size() == whole.size()) {  // nothing but white space interrupts the passage
    quote.text = from.text.substr(span.begin - whole.begin, span.size());
    // Only a graph that was changed by hand has spans that cut a character.
    if (find_invalid_utf8(quote.text)) quote.text.clear();
    return quote;
  }
  std::size_t at = 0;  // where the range begins in the passage's text
  for (const Span range : from.ranges) {
    const Span part{std::max(range.begin, span.begin), std::min(range.end, span.end)};
    if (part.begin < part.end) {
      const std::size_t begin = at + (part.begin - range.begin);
      if (!quote.parts.empty() && !from.text.empty()) quote.text += '\n';
      if (begin < from.text.size()) quote.text.append(from.text, begin, part.size());
      quote.parts.push_back(part);
    }
    at += range.size() + 1;  // and the line feed that joins it to the next
  }
  if (quote.parts.size() == 1) quote.parts.clear();
  if (find_invalid_utf8(quote.text)) quote.text.clear();
  return quote;
}

Quote quote(const ConceptGraph& graph, const Edge& edge, const Evidence& evidence) {
  Quote quote =
      quote_at(graph, evidence.passage, span_of(graph.passage(evidence.passage), edge, evidence));
  quote.with = evidence.with;
  return quote;
}

}  // namespace crossroads
