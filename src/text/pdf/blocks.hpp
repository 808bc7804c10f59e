// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/text/document.hpp"
#include "text/pdf/line.hpp"

namespace crossroads {

/// Lines that belong together: a paragraph or a part of one, a heading, a row of a table.
struct PdfBlock {
  std::size_t first = 0;  ///< lines [first, end)
  std::size_t end = 0;
  Role role = Role::body;
  std::uint8_t level = 0;
  bool indented = false;                    ///< its first line stands further in than its column
  std::optional<std::size_t> goes_on = {};  ///< the earlier block that it carries on
  std::string mark = {};                    ///< of a note
  bool endnote = false;                     ///< it stands under a heading that says so
};

/// What a document's pages are like as a whole.
struct PdfStyle {
  float size = 0;                 ///< that most characters have
  std::uint8_t face = 0;          ///< that most characters have
  std::map<int, double> leading;  ///< from line to line, by the size (in thirds of a point)
  bool indents = false;           ///< paragraphs begin with an indented line

  [[nodiscard]] double leading_of(float size) const;
};

/// The document as lines in reading order, with their words, and the blocks that they make.
struct PdfText {
  const PdfSource* source = nullptr;
  std::vector<PdfLine> lines;
  std::vector<std::string> words;  ///< of each line
  PdfStyle style;
  std::vector<PdfBlock> blocks;

  [[nodiscard]] const PdfLine& first_line(const PdfBlock& block) const {
    return lines[block.first];
  }
  [[nodiscard]] const PdfLine& last_line(const PdfBlock& block) const {
    return lines[block.end - 1];
  }
  /// Its lines, joined by spaces.
  [[nodiscard]] std::string text_of(const PdfBlock& block) const;
};

/// Bytes of what begins a list item: list_marker(), or "(a) ", "(iv) ", "(12) ", "[12] ".
std::size_t item_marker(std::string_view line);

/// Whether a word is small and stands above the others' feet. `at` counts the line's words.
bool is_raised(const PdfSource& source, const PdfLine& line, std::size_t at);

/// Whether it may mark a note: "12", "*", "†", "a".
bool is_mark(std::string_view text);

/// The number that a mark shows, 1 to 999; 0 for a sign or a letter.
unsigned mark_number(std::string_view mark);

/// A note's number in raised digits of their own ("²³"), the first in `text`.
struct RaisedDigits {
  std::size_t begin = 0;
  std::size_t size = 0;  ///< in bytes
  std::string mark;      ///< in common digits, as is_mark() has it; empty where there is none
};
RaisedDigits raised_digits(std::string_view text);

/// The mark that a line begins with or a word shows, raised and small: "12", "*", "a"; empty where
/// it is none.
std::string raised_mark(const PdfSource& source, const PdfLine& line, std::size_t at);

/// Makes blocks of lines in reading order. Lines part where the page shows it: by a gap, another
/// size or weight, an indent, a list's sign, or a line that ends although the next one's first word
/// would have found room. Rows of tables, lines of contents, and what stands in a page's margins
/// are known here; all else is body until its role is found. O(characters).
PdfText make_blocks(const PdfSource& source, std::vector<PdfLine> lines);

}  // namespace crossroads
