// SPDX-License-Identifier: Apache-2.0
#include "crossroads/query/place.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/nearest.hpp"
#include "crossroads/query/find.hpp"

namespace crossroads {
namespace {

constexpr std::array<std::string_view, 5> all_zones = {"body", "heading", "byline", "note", "url"};

/// The innermost part that holds a passage, or its text.
std::optional<std::uint32_t> holder(const ConceptGraph& graph, std::uint32_t passage) {
  const GraphPassage& held = graph.passage(passage);
  return held.section ? held.section : graph.text_vertex(held.document);
}

/// The first part that fulfils the test, from `part` outwards.
template <class Test>
std::optional<std::uint32_t> around(const ConceptGraph& graph, std::optional<std::uint32_t> part,
                                    Test test) {
  while (part && !test(*part)) part = graph.parent(*part);
  return part;
}

bool is_kind(const ConceptGraph& graph, std::uint32_t part, std::string_view kind) {
  return graph.vertex(part).kinds.front() == kind;
}

}  // namespace

Place place_of(const ConceptGraph& graph, std::uint32_t passage, std::uint32_t byte) {
  const auto part = holder(graph, passage);
  Place place;
  place.section =
      around(graph, part, [&](std::uint32_t at) { return is_kind(graph, at, "section"); });
  place.article =
      around(graph, part, [&](std::uint32_t at) { return is_kind(graph, at, "article"); });
  const auto authored =
      around(graph, part, [&](std::uint32_t at) { return !graph.vertex(at).authors.empty(); });
  if (authored) place.authors = graph.vertex(*authored).authors;
  place.page = graph.page_at(graph.passage(passage).document, byte);
  return place;
}

std::vector<std::uint32_t> parts_named(const ConceptGraph& graph, std::string_view name,
                                       std::string_view kind) {
  const auto parts_where = [&](auto test) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = graph.entry_count(); i < graph.vertices().size(); ++i) {
      if (!graph.vertex(i).document || (!kind.empty() && !is_kind(graph, i, kind))) continue;
      if (test(graph.vertex(i))) found.push_back(i);
    }
    return found;
  };
  auto found = parts_where([&](const Vertex& part) { return part.id == name; });
  if (found.empty()) found = parts_where([&](const Vertex& part) { return part.label == name; });
  if (!found.empty()) return found;
  const std::string small = ascii_lower(name);
  return parts_where([&](const Vertex& part) { return ascii_lower(part.label) == small; });
}

PlaceFilter::PlaceFilter(const ConceptGraph& graph, const PlaceQuestion& question)
    : graph_(graph),
      narrows_(!question.by.empty() || !question.article.empty() || !question.section.empty() ||
               !question.zones.empty()),
      admitted_(graph.vertices().size(), true),
      zones_(question.zones) {
  for (const std::string& zone : zones_) {
    if (std::find(all_zones.begin(), all_zones.end(), zone) != all_zones.end()) continue;
    throw Error(ErrorKind::question, fmt::format("there is no zone '{}'", zone),
                "the zones are: body, heading, byline, note, url");
  }
  if (!question.section.empty()) admit_within(question.section, "section");
  if (!question.article.empty()) admit_within(question.article, "article");
  if (!question.by.empty()) admit_author(question.by);
}

bool PlaceFilter::admits(std::uint32_t passage) const {
  const auto part = holder(graph_, passage);
  if (part && !admitted_[*part]) return false;
  return zones_.empty() || std::find(zones_.begin(), zones_.end(),
                                     zone_of(graph_.passage(passage).role)) != zones_.end();
}

void PlaceFilter::admit_within(const std::string& name, std::string_view kind) {
  const std::vector<std::uint32_t> wanted = parts_named(graph_, name, kind);
  if (wanted.empty()) {
    std::vector<std::string> titles;
    for (const Vertex& vertex : graph_.vertices()) {
      if (vertex.document && vertex.kinds.front() == kind) titles.push_back(vertex.label);
    }
    throw Error(ErrorKind::question,
                fmt::format("there is no {} '{}'{}", kind, name, did_you_mean(name, titles)));
  }
  for (std::uint32_t i = graph_.entry_count(); i < graph_.vertices().size(); ++i) {
    const auto is_wanted = [&](std::uint32_t part) {
      return std::binary_search(wanted.begin(), wanted.end(), part);
    };
    if (!around(graph_, i, is_wanted)) admitted_[i] = false;
  }
}

void PlaceFilter::admit_author(const std::string& name) {
  std::vector<std::string> names = {ascii_lower(name)};
  std::vector<bool> written(graph_.vertices().size(), false);
  const std::vector<std::uint32_t> entries = entries_named(graph_, name);
  for (const std::uint32_t entry : entries) {
    names.push_back(ascii_lower(graph_.vertex(entry).label));
    for (const std::string& alias : graph_.vertex(entry).aliases) {
      names.push_back(ascii_lower(alias));
    }
  }
  for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) {
    if (graph_.origin(edge) != Origin::structure || graph_.relation(edge) != "authored") continue;
    if (std::find(entries.begin(), entries.end(), graph_.source(edge)) != entries.end()) {
      written[graph_.target(edge)] = true;
    }
  }
  std::vector<std::string> known;
  for (std::uint32_t i = graph_.entry_count(); i < graph_.vertices().size(); ++i) {
    for (const std::string& author : graph_.vertex(i).authors) {
      known.push_back(author);
      if (std::find(names.begin(), names.end(), ascii_lower(author)) != names.end()) {
        written[i] = true;
      }
    }
  }
  if (std::find(written.begin(), written.end(), true) == written.end()) {
    throw Error(ErrorKind::question,
                fmt::format("nothing here is by '{}'{}", name, did_you_mean(name, known)));
  }
  for (std::uint32_t i = graph_.entry_count(); i < graph_.vertices().size(); ++i) {
    const auto authored =
        around(graph_, i, [&](std::uint32_t part) { return !graph_.vertex(part).authors.empty(); });
    if (!authored || !written[*authored]) admitted_[i] = false;
  }
}

}  // namespace crossroads
