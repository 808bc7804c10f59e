// SPDX-License-Identifier: Apache-2.0
#include "link/sense/compile.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "link/names/shared.hpp"

namespace crossroads {
namespace {

using Rivals = std::map<EntryId, std::set<EntryId>>;

void add_rivals(const std::vector<EntryId>& entries, Rivals& rivals) {
  for (const EntryId a : entries) {
    for (const EntryId b : entries) {
      if (a != b) rivals[a].insert(b);
    }
  }
}

/// Who is named in a text of an entry, each once.
std::vector<EntryId> named_in(const Names& names, std::string_view text) {
  if (text.empty()) return {};
  Document document;
  document.bytes = text;
  document.passages.push_back({.ranges = {{0, static_cast<std::uint32_t>(text.size())}}});
  const Matches found = find_names(names, document);
  std::vector<EntryId> named;
  for (const NameMatch& match : found.matches) {
    if (match.end - match.first == 1) named.push_back(found.candidates[match.first].entry);
  }
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  return named;
}

}  // namespace

Senses compile_senses(const Ontology& ontology, const Names& names, const SymbolIndex& symbols) {
  Rivals all;
  for (const std::vector<EntryId>& shared : shared_names(names)) add_rivals(shared, all);
  for (const auto& [symbol, bearers] : symbols) add_rivals(bearers, all);
  std::vector<EntryId> entries;
  std::vector<std::vector<EntryId>> rivals;
  for (const auto& [entry, others] : all) {
    entries.push_back(entry);
    rivals.emplace_back(others.begin(), others.end());
  }
  return build_senses(ontology, entries, rivals,
                      [&](std::string_view text) { return named_in(names, text); });
}

}  // namespace crossroads
