// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"

namespace crossroads {

/// An edge for each two entries that one window names, at least one of them in the passage itself,
/// the smaller vertex first, with the number of such windows, the NPMI over `parts.windows`, and
/// the `limit` best of them as evidence: passages that name both before those that lean on another,
/// running text before notes, then what names the fewest entries, then text order.
/// O(entries per passage, squared).
std::vector<Edge> count_co_mentions(const GraphParts& parts, std::uint32_t limit);

}  // namespace crossroads
