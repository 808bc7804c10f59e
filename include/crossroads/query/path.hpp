// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"

namespace crossroads {

struct PathOptions {
  bool co_mentioned = false;  ///< also over pairs that are merely named together
};

/// One step of a path, from one entry to the next.
struct PathStep {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::uint32_t edge = 0;
  bool backward = false;  ///< the edge runs from `to` to `from`
};

/// A shortest path between two entries, in either direction of the edges: a statement, curated or
/// stated by a passage, costs 1, a co-mention 3; denied statements and texts are never on the way.
/// Of equal paths it is always the same one. Empty where there is none, or where `from` is `to`.
/// O((vertices + edges) log vertices), by Dijkstra's algorithm.
std::vector<PathStep> find_path(const ConceptGraph& graph, std::uint32_t from, std::uint32_t to,
                                const PathOptions& options = {});

}  // namespace crossroads
