// SPDX-License-Identifier: Apache-2.0
#include "graph/co_mentions.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace crossroads {
namespace {

/// The entries that each window names, sorted; nothing for a passage that is no window.
std::vector<std::vector<std::uint32_t>> entries_by_window(const GraphParts& parts) {
  std::vector<std::vector<std::uint32_t>> windows(parts.passages.size());
  for (std::size_t i = 0; i < parts.passages.size(); ++i) {
    if (!holds_words(parts.passages[i].role)) continue;
    std::vector<std::uint32_t>& entries = windows[i];
    for (const PassageMention& mention : parts.passages[i].mentions) {
      entries.push_back(mention.entry);
    }
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  }
  return windows;
}

}  // namespace

std::vector<Edge> count_co_mentions(const GraphParts& parts, std::uint32_t limit) {
  const auto windows = entries_by_window(parts);
  std::vector<std::uint32_t> named_in(parts.vertices.size());
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> pairs;
  for (std::uint32_t window = 0; window < windows.size(); ++window) {
    const auto& entries = windows[window];
    for (std::size_t a = 0; a < entries.size(); ++a) {
      ++named_in[entries[a]];
      for (std::size_t b = a + 1; b < entries.size(); ++b) {
        pairs[{entries[a], entries[b]}].push_back(window);
      }
    }
  }

  const auto rank = [&](std::uint32_t window) {
    return std::tuple(parts.passages[window].role == Role::note, windows[window].size(), window);
  };
  std::vector<Edge> edges;
  edges.reserve(pairs.size());
  for (auto& [pair, passages] : pairs) {
    Edge edge;
    edge.source = pair.first;
    edge.target = pair.second;
    edge.relation = "co-mentioned";
    edge.origin = Origin::co_mentioned;
    edge.symmetric = true;
    edge.weight = static_cast<std::uint32_t>(passages.size());
    edge.npmi = npmi(edge.weight, named_in[pair.first], named_in[pair.second], parts.windows);
    edge.evidence_total = edge.weight;
    std::sort(passages.begin(), passages.end(),
              [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    if (passages.size() > limit) passages.resize(limit);
    for (const std::uint32_t passage : passages) edge.evidence.push_back({passage, std::nullopt});
    edges.push_back(std::move(edge));
  }
  return edges;
}

}  // namespace crossroads
