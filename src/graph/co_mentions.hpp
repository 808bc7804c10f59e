// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"
#include "graph/windows.hpp"

namespace crossroads {

/// An edge for each two entries that one window names (of a passage that leans on another: at least
/// one of them itself), the smaller vertex first, with the number of such windows, the NPMI over
/// all, and the `limit` best passages as evidence: those that name both before those that name one
/// of them in a larger window, running text before notes, then passages that name the fewest
/// entries, then text order. O(entries per window, squared).
std::vector<Edge> count_co_mentions(const GraphParts& parts, const Windows& windows,
                                    std::uint32_t limit);

}  // namespace crossroads
