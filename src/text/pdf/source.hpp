// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"

namespace crossroads {

/// A rectangle on a page, in points from its top left corner.
struct PdfBox {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] double middle() const { return (top + bottom) / 2; }
  void add(const PdfBox& other);
};

/// How a word is set: bits.
struct PdfFace {
  static constexpr std::uint8_t bold = 1;
  static constexpr std::uint8_t italic = 2;
  static constexpr std::uint8_t fixed = 4;  ///< all letters equally wide, as a program is set
};

struct PdfWord {
  PdfBox box;
  Span text;               ///< in PdfSource::text; never empty, without white space
  float size = 0;          ///< of its font, in points
  std::uint32_t line = 0;  ///< words of one line, as the converter sees it, share this number
  std::uint8_t face = 0;   ///< of PdfFace
};

struct PdfPage {
  double width = 0;
  double height = 0;
  std::vector<PdfWord> words;  ///< in the converter's order
};

/// An entry of the file's own outline (its bookmarks).
struct PdfBookmark {
  std::string title;
  std::size_t page = 0;    ///< from 0
  std::uint8_t level = 1;  ///< 1 is outermost
};

/// What poppler's programs say of a file.
struct PdfSource {
  std::string text;  ///< the words' characters, one word behind the other
  std::vector<PdfPage> pages;
  std::vector<PdfBookmark> bookmarks;
  std::string title, author, created;  ///< as the file's properties say
  bool cut = false;                    ///< pages or words past the limits are missing
  bool has_fonts = false;              ///< sizes are the fonts', not guessed from the boxes

  [[nodiscard]] std::string_view text_of(const PdfWord& word) const {
    return std::string_view(text).substr(word.text.begin, word.text.size());
  }
};

struct PdfLimits {
  std::size_t pages = 20'000;
  std::size_t words = 6'000'000;
  std::size_t bookmarks = 50'000;
};

/// Reads what `pdftotext -bbox-layout` wrote (XHTML: pages, lines, words and their boxes) and
/// `pdftohtml -xml -zoom 3 -noroundcoord -fontfullname` (fonts and bookmarks; may be empty). Both
/// are read tag by tag: they are made by programs, of bytes that nobody checked, and need not be
/// well-formed. What can't be read is left out, and so is what goes past the limits. O(n log n).
PdfSource read_pdf_source(std::string_view layout, std::string_view fonts,
                          const PdfLimits& limits = {});

}  // namespace crossroads
