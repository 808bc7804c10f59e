// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "crossroads/graph/concept_graph.hpp"
#include "graph/windows.hpp"

namespace crossroads {

/// What a passage counts together with: a note with the sentence that calls it, a list item with
/// all of its lead-in. Nothing for all else.
std::optional<PassageSpan> leans_on(std::span<const GraphPassage> passages,
                                    const GraphPassage& passage);

/// Adds a window for each passage from `first_passage` on that holds words, with what it leans on,
/// never a third passage. REQUIRES: callers and lead-ins are passages (add_text() checks).
/// O(passages + mentions of each and of what it leans on, n log n).
void add_passage_windows(Windows& windows, const GraphParts& parts, std::uint32_t first_passage);

}  // namespace crossroads
