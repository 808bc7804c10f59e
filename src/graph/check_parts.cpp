// SPDX-License-Identifier: Apache-2.0
#include "graph/check_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <string_view>

#include "crossroads/core/error.hpp"

namespace crossroads {
namespace {

bool lies_within(const GraphPassage& passage, Span span) {
  return !passage.ranges.empty() && passage.ranges.front().begin <= span.begin &&
         span.begin < span.end && span.end <= passage.ranges.back().end;
}

bool lies_within(const GraphPassage& passage, const PassageMention& mention) {
  return lies_within(passage, mention.span) &&
         std::all_of(mention.parts.begin(), mention.parts.end(), [&](Span part) {
           return part.begin < part.end && mention.span.contains(part);
         });
}

bool are_in_order(const std::vector<Span>& ranges) {
  std::uint32_t end = 0;
  return std::all_of(ranges.begin(), ranges.end(), [&](Span range) {
    const bool behind = end <= range.begin && range.begin < range.end;
    end = range.end;
    return behind;
  });
}

/// Refuses a circle: from every vertex the way up must end.
void check_forest(std::span<const Vertex> vertices, std::span<const std::uint32_t> parents) {
  constexpr std::uint32_t nobody = ~0U;
  std::vector<std::uint32_t> seen_from(parents.size(), nobody);
  for (std::uint32_t start = 0; start < parents.size(); ++start) {
    std::uint32_t at = start;
    while (parents[at] != at && seen_from[at] == nobody) {
      seen_from[at] = start;
      at = parents[at];
    }
    if (parents[at] != at && seen_from[at] == start)
      refuse(fmt::format("'{}' contains itself", vertices[at].id));
  }
}

}  // namespace

void refuse(const std::string& what) {
  throw Error(ErrorKind::input, what);
}

bool is_part(const Vertex& vertex) {
  return vertex.document && vertex.kinds != std::vector<std::string>{"text"};
}

void refuse_equal_ids(const std::vector<Vertex>& vertices,
                      const std::vector<GraphPassage>& passages) {
  std::vector<std::string_view> ids;
  ids.reserve(vertices.size() + passages.size());
  for (const Vertex& vertex : vertices) ids.emplace_back(vertex.id);
  for (const GraphPassage& passage : passages) ids.emplace_back(passage.id);
  std::sort(ids.begin(), ids.end());
  const auto twin = std::adjacent_find(ids.begin(), ids.end());
  if (twin != ids.end()) refuse(fmt::format("two nodes have the id '{}'", *twin));
}

void check_passage(const GraphPassage& passage, std::span<const Vertex> vertices,
                   std::uint32_t entry_count) {
  if (passage.ranges.empty()) refuse(fmt::format("'{}' has no ranges", passage.id));
  if (!are_in_order(passage.ranges)) {
    refuse(fmt::format("the ranges of '{}' are empty or out of order", passage.id));
  }
  for (const PassageMention& mention : passage.mentions) {
    if (mention.entry >= entry_count || !lies_within(passage, mention)) {
      refuse(fmt::format("a mention in '{}' lies outside it", passage.id));
    }
  }
  if (!passage.section) return;
  const Vertex& section = vertices[*passage.section];
  if (!is_part(section) || section.document != passage.document) {
    refuse(fmt::format("'{}' is no section of the text of '{}'", section.id, passage.id));
  }
}

void check_what_it_leans_on(const GraphPassage& passage, std::span<const GraphPassage> passages) {
  const auto check = [&](std::uint32_t other, std::string_view what) {
    if (passages[other].document == passage.document && &passages[other] != &passage) return;
    refuse(fmt::format("the {} of '{}' is no other passage of its text", what, passage.id));
  };
  if (passage.lead_in) check(*passage.lead_in, "lead-in");
  if (!passage.note || !passage.note->caller) return;
  const NoteCaller& caller = *passage.note->caller;
  check(caller.passage, "caller");
  if (!lies_within(passages[caller.passage], caller.sentence) ||
      (caller.call && !lies_within(passages[caller.passage], *caller.call))) {
    refuse(fmt::format("the call of '{}' lies outside its caller", passage.id));
  }
}

void check_citations(const GraphPassage& passage, std::span<const GraphPassage> passages,
                     std::span<const Vertex> vertices) {
  for (const PassageCitation& citation : passage.cites) {
    const GraphPassage& note = passages[citation.note];
    if (vertices[citation.work].document)
      refuse(fmt::format("'{}' cites what is no work", passage.id));
    if (note.document != passage.document || !lies_within(note, citation.span))
      refuse(fmt::format("a citation of '{}' lies outside its note", passage.id));
  }
}

void check_evidence(const Evidence& evidence, std::span<const GraphPassage> passages) {
  const GraphPassage& passage = passages[evidence.passage];
  const auto outside = [](const GraphPassage& of) {
    refuse(fmt::format("an edge's words lie outside '{}'", of.id));
  };
  if (evidence.with) {
    const GraphPassage& with = passages[evidence.with->passage];
    if (!lies_within(with, evidence.with->span) || with.document != passage.document) outside(with);
  }
  if (evidence.span && !lies_within(passage, *evidence.span)) outside(passage);
  if (!evidence.words) return;
  const StatedWords& words = *evidence.words;
  const auto counts = [&](Span name) {
    return words.span.contains(name) || (evidence.with && evidence.with->span.contains(name));
  };
  if (!lies_within(passage, words.span) || !counts(words.source_span) ||
      !counts(words.target_span)) {
    outside(passage);
  }
}

std::vector<std::uint32_t> parents_of(std::span<const Vertex> vertices,
                                      std::span<const Edge> edges) {
  std::vector<std::uint32_t> parents(vertices.size());
  std::iota(parents.begin(), parents.end(), 0U);
  for (const Edge& edge : edges) {
    if (edge.origin != Origin::structure || edge.relation != "contains") continue;
    const Vertex& part = vertices[edge.target];
    if (!is_part(part) || vertices[edge.source].document != part.document) {
      refuse(fmt::format("'{}' can't contain '{}'", vertices[edge.source].id, part.id));
    }
    if (parents[edge.target] != edge.target)
      refuse(fmt::format("'{}' is contained twice", part.id));
    if (edge.source == edge.target) refuse(fmt::format("'{}' contains itself", part.id));
    parents[edge.target] = edge.source;
  }
  for (std::uint32_t i = 0; i < vertices.size(); ++i) {
    if (!is_part(vertices[i])) continue;
    if (parents[i] == i) refuse(fmt::format("'{}' is contained in nothing", vertices[i].id));
    if (vertices[i].span.empty()) refuse(fmt::format("'{}' has no span", vertices[i].id));
  }
  check_forest(vertices, parents);
  return parents;
}

}  // namespace crossroads
