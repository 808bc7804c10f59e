// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "crossroads/text/citation.hpp"
#include "text/citations/note_text.hpp"

namespace crossroads {

/// A citation in full of the note at hand: its place among the works, and in the note's text.
struct CitedPiece {
  std::uint32_t work = 0;
  Span piece;
};

/// Gives each URL and DOI of a note to the work it is of: one that stands in a citation to that
/// work; one on a line of its own to the work whose title, names, container, number or symbol it
/// spells best, of those that one page's notes cite (`first` is the first of them); else, where as
/// many are left as that page has works without, in order. Each work gets one of each.
/// O(addresses * works of a page).
void give_addresses(const NoteText& note, const std::vector<CitedPiece>& pieces,
                    std::uint32_t first, std::vector<CitedWork>& works);

}  // namespace crossroads
