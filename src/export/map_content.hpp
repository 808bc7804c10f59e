// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "crossroads/export/map.hpp"

namespace crossroads {

/// What a map shows: places of vertices and edges, in the graph's order.
struct MapContent {
  std::vector<std::uint32_t> nodes;
  std::vector<std::uint32_t> edges;
  std::size_t nodes_left_out = 0;
  std::size_t co_mentions_left_out = 0;
};

/// Chooses the entries that most passages name, of those that fit the options and that some edge
/// shown joins to another; then what is curated or stated between them, and the co-mentions of most
/// passages. Equal ones are chosen in the graph's order. O(edges log edges).
MapContent choose_map_content(const ConceptGraph& graph, const MapOptions& options);

}  // namespace crossroads
