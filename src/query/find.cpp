// SPDX-License-Identifier: Apache-2.0
#include "crossroads/query/find.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/nearest.hpp"

namespace crossroads {
namespace {

/// The entries one of whose names fulfils the test.
template <class Test>
std::vector<std::uint32_t> entries_where(const ConceptGraph& graph, Test test) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < graph.entry_count(); ++i) {
    const Vertex& entry = graph.vertex(i);
    if (test(entry.label) || std::any_of(entry.aliases.begin(), entry.aliases.end(), test)) {
      found.push_back(i);
    }
  }
  return found;
}

/// Ids and names: what a typing error is looked for in.
std::vector<std::string> known_names(const ConceptGraph& graph) {
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < graph.entry_count(); ++i) {
    const Vertex& entry = graph.vertex(i);
    names.push_back(entry.id);
    names.push_back(entry.label);
    names.insert(names.end(), entry.aliases.begin(), entry.aliases.end());
  }
  return names;
}

/// "; did you mean …?", or nothing. Where nothing is near as written, case does not count.
std::string suggestion(const ConceptGraph& graph, std::string_view name) {
  std::vector<std::string> names = known_names(graph);
  std::string near = did_you_mean(name, names);
  if (!near.empty()) return near;
  for (std::string& known : names) known = ascii_lower(known);
  return did_you_mean(ascii_lower(name), names);
}

}  // namespace

std::vector<std::uint32_t> entries_named(const ConceptGraph& graph, std::string_view name) {
  const auto by_id = graph.find_vertex(name);
  if (by_id && graph.is_entry(*by_id)) return {*by_id};
  std::vector<std::uint32_t> found =
      entries_where(graph, [&](const std::string& known) { return known == name; });
  if (found.empty()) {
    const std::string small = ascii_lower(name);
    found =
        entries_where(graph, [&](const std::string& known) { return ascii_lower(known) == small; });
  }
  return found;
}

std::uint32_t find_entry(const ConceptGraph& graph, std::string_view name) {
  const std::vector<std::uint32_t> found = entries_named(graph, name);
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    throw Error(ErrorKind::question,
                fmt::format("there is no entry '{}'{}", name, suggestion(graph, name)));
  }
  std::vector<std::string_view> ids;
  ids.reserve(found.size());
  for (const std::uint32_t entry : found) ids.emplace_back(graph.vertex(entry).id);
  throw Error(ErrorKind::question, fmt::format("'{}' is a name of several entries", name),
              fmt::format("name one by its id: {}", fmt::join(ids, ", ")));
}

void check_kind(const ConceptGraph& graph, std::string_view kind) {
  std::vector<std::string> ids;
  for (const Kind& known : graph.ontology().kinds) ids.push_back(known.id);
  if (std::find(ids.begin(), ids.end(), kind) != ids.end()) return;
  throw Error(ErrorKind::question,
              fmt::format("there is no kind '{}'{}", kind, did_you_mean(kind, ids)),
              fmt::format("the kinds are: {}", fmt::join(ids, ", ")));
}

}  // namespace crossroads
