// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "crossroads/graph/concept_graph.hpp"
#include "graph/windows.hpp"

namespace crossroads {

/// Adds a window for each passage from `first_passage` on that holds words, with what it leans on:
/// of a note the sentence that calls it, of a list item all of its lead-in, never a third passage.
/// O(passages + mentions of each and of what it leans on, n log n).
void add_passage_windows(Windows& windows, const GraphParts& parts, std::uint32_t first_passage);

}  // namespace crossroads
