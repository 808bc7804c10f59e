// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"
#include "graph/windows.hpp"

namespace crossroads {

/// How good a passage is as evidence of a co-mention; the least is the best.
struct EvidenceRank {
  bool names_one = false;  ///< the other name stands in the rest of the window
  bool is_note = false;
  std::size_t entries = 0;  ///< that it names
  std::uint32_t passage = 0;
  friend auto operator<=>(const EvidenceRank&, const EvidenceRank&) = default;
};

/// How many entries a passage names. O(mentions, n log n).
std::size_t count_named(const GraphPassage& passage);

/// An edge for each two entries that one window names (of a passage that leans on another: at least
/// one of them itself), the smaller vertex first, with the number of such windows as its weight,
/// the NPMI over all, and the `limit` best passages as evidence: those that name both before those
/// that name one of them in a larger window, running text before notes, then passages that name the
/// fewest entries, then text order. O(entries per window, squared).
///
/// The shares of the NPMI, where passages lean: a window is a passage with what it leans on, and n
/// counts each passage once. Such windows overlap, as sliding ones do, and N(x), the windows that
/// name x, are those in which y, were it named, would be named together with x. But what a lead-in
/// names it does not name anew with every item: two names that stand only in what a window leans on
/// are counted where they stand, and as to those two that window, one of R, names neither. So
///
///   p(x,y) = (N(x,y) - R) / n = weight / n,   p(x) = (N(x) - R) / n,   p(y) = (N(y) - R) / n
///
/// are shares of windows, the joint one within the others: the NPMI lies in [-1, 1], and is 1 if
/// and only if the same windows name x and y.
std::vector<Edge> count_co_mentions(const GraphParts& parts, const Windows& windows,
                                    std::uint32_t limit);

}  // namespace crossroads
