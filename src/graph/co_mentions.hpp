// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"

namespace crossroads {

/// An edge for each two entries that one passage names, the smaller vertex first, with the number
/// of such passages, the NPMI over `parts.windows`, and the `limit` best of them as evidence:
/// running text before notes, then passages that name the fewest entries, then text order.
/// O(entries per passage, squared).
std::vector<Edge> count_co_mentions(const GraphParts& parts, std::uint32_t limit);

}  // namespace crossroads
