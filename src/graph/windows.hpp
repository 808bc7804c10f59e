// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"

namespace crossroads {

/// A passage with what it leans on: a note with the sentence that calls it, a list item with its
/// lead-in. Entries are sorted, and none stands in both lists.
struct PassageWindow {
  std::uint32_t passage = 0;
  std::optional<PassageSpan> with;
  std::vector<std::uint32_t> own;    ///< entries that the passage itself names
  std::vector<std::uint32_t> leant;  ///< entries that only `with` names
};

/// The window of each passage that holds words, in the order of `parts.passages`: as many as
/// GraphParts::windows counts. O(passages + mentions of each and of what leans on it, n log n).
std::vector<PassageWindow> passage_windows(const GraphParts& parts);

/// What a passage leans on: of a note the sentence that calls it, of a list item all of its
/// lead-in; nothing of others. It never reaches into a third passage.
std::optional<PassageSpan> leans_on(const GraphParts& parts, const GraphPassage& passage);

}  // namespace crossroads
