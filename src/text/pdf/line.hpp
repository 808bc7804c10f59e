// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/pdf/source.hpp"

namespace crossroads {

/// A line of a page, or a piece of one: words side by side.
struct PdfLine {
  enum class Place : std::uint8_t {
    body,
    head,   ///< above the text: a running head or a page number
    foot,   ///< below it
    aside,  ///< set across the page: a stamp, the title of an axis
  };
  std::vector<std::uint32_t> words;  ///< places in the page's words, left to right; never empty
  PdfBox box;                        ///< of its words of the main size; left and right of all
  float size = 0;                    ///< that most of its characters have
  std::uint8_t face = 0;             ///< bits of PdfFace that all its words have
  Place place = Place::body;
  std::uint32_t page = 0;
  std::uint32_t region = 0;  ///< a column of a page, or a part of one between what spans columns;
                             ///< numbered through the document in reading order
  double left = 0;           ///< edges of its column
  double right = 0;
};

/// A line of `words`, which it sorts from left to right. REQUIRES: there is one. O(n log n).
PdfLine make_line(const PdfSource& source, std::uint32_t page, std::vector<std::uint32_t> words);

/// Its words with their spaces: none where nothing parts them (a raised mark behind a word), two
/// where a gap is wider than `wide` times the line's size.
std::string line_text(const PdfSource& source, const PdfLine& line, double wide = 1.2);

/// Characters of `text`, which is UTF-8.
std::size_t count_characters(std::string_view text);

/// The pieces of a page's lines, in the converter's order: as it parts them, and at wider gaps, for
/// it takes columns that stand close for one.
std::vector<PdfLine> line_pieces(const PdfSource& source, std::uint32_t page);

/// Merges pieces that stand side by side at one height; from top to bottom. O(n log n).
std::vector<PdfLine> merge_rows(const PdfSource& source, std::vector<PdfLine> pieces);

/// Turns pages whose text is set across them.
void turn_upright(PdfSource& source);

/// Whether most of the line's characters stand on end.
bool is_across(const PdfSource& source, const PdfLine& line);

}  // namespace crossroads
