// SPDX-License-Identifier: Apache-2.0
#include "graph/co_mentions.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/windows.hpp"

namespace crossroads {
namespace {

/// A window that names a pair; whether the passage itself does not name both.
struct Naming {
  std::uint32_t window;
  bool leans;
};

using Pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Naming>>;

/// Two entries that only the lead-in names are no pair of every item: that is said once.
void add_pairs(const PassageWindow& window, std::uint32_t number, Pairs& pairs) {
  for (std::size_t a = 0; a < window.own.size(); ++a) {
    for (std::size_t b = a + 1; b < window.own.size(); ++b) {
      pairs[{window.own[a], window.own[b]}].push_back({number, false});
    }
    for (const std::uint32_t other : window.leant) {
      pairs[std::minmax(window.own[a], other)].push_back({number, true});
    }
  }
}

}  // namespace

std::vector<Edge> count_co_mentions(const GraphParts& parts, std::uint32_t limit) {
  const std::vector<PassageWindow> windows = passage_windows(parts);
  std::vector<std::uint32_t> named_in(parts.vertices.size());
  Pairs pairs;
  for (std::uint32_t number = 0; number < windows.size(); ++number) {
    for (const std::uint32_t entry : windows[number].own) ++named_in[entry];
    for (const std::uint32_t entry : windows[number].leant) ++named_in[entry];
    add_pairs(windows[number], number, pairs);
  }

  const auto rank = [&](const Naming& naming) {
    const PassageWindow& window = windows[naming.window];
    return std::tuple(naming.leans, parts.passages[window.passage].role == Role::note,
                      window.own.size() + (naming.leans ? window.leant.size() : 0), window.passage);
  };
  std::vector<Edge> edges;
  edges.reserve(pairs.size());
  for (auto& [pair, namings] : pairs) {
    Edge edge;
    edge.source = pair.first;
    edge.target = pair.second;
    edge.relation = "co-mentioned";
    edge.origin = Origin::co_mentioned;
    edge.symmetric = true;
    edge.weight = static_cast<std::uint32_t>(namings.size());
    edge.npmi = npmi(edge.weight, named_in[pair.first], named_in[pair.second], parts.windows);
    edge.evidence_total = edge.weight;
    std::sort(namings.begin(), namings.end(),
              [&](const Naming& a, const Naming& b) { return rank(a) < rank(b); });
    if (namings.size() > limit) namings.resize(limit);
    for (const auto [number, leans] : namings) {
      const PassageWindow& window = windows[number];
      edge.evidence.push_back(
          {window.passage, std::nullopt, leans ? window.with : std::nullopt, std::nullopt});
    }
    edges.push_back(std::move(edge));
  }
  return edges;
}

}  // namespace crossroads
