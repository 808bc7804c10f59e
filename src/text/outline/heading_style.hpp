// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace crossroads {

/// How a heading's words rank it where its format does not: the smaller, the further out. Decimal
/// numbers rank by their depth, so other values than these occur between `decimal` and `plain`.
enum class HeadingRank : std::uint8_t {
  part = 0,
  chapter,   ///< an annex and an appendix too
  division,  ///< "Section 2: …"
  article,   ///< has a byline; not seen in its words
  roman,     ///< "IV. Mandate"
  letter,    ///< "B. Troops"
  decimal,   ///< "2. Rivers", and "2.1 Rapids" one more
  plain = 20,
};

/// `heading` on one line. `last_letter` is the letter of the last heading that had one, or 0: it
/// tells "I. …" behind "H. …" from the Roman number.
HeadingRank rank_of(std::string_view heading, char last_letter = 0);

/// The letter that numbers a heading ("B. Troops"), or 0.
char heading_letter(std::string_view heading);

/// Whether a line is a numbered heading ("2. Rivers", "2.1 Rapids") that the paragraph below it
/// follows without a blank line: it is the shorter of the two lines, and a sentence begins below.
bool heads_paragraph(std::string_view line, std::string_view below);

/// Whether the heading is one that has no number where its fellows have: "Introduction",
/// "Conclusions", "References" and the like.
bool is_unnumbered_by_custom(std::string_view heading);

/// What stands below the heading: a table of contents, references, notes.
bool is_contents_heading(std::string_view heading);
bool is_references_heading(std::string_view heading);
bool is_notes_heading(std::string_view heading);

}  // namespace crossroads
