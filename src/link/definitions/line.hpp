// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// A passage with what reading it needs of its document.
struct PassageText {
  const Document& document;
  std::uint32_t passage;
  const std::vector<Span>& calls;  ///< of notes, in text order

  [[nodiscard]] std::span<const Span> ranges() const { return document.passages[passage].ranges; }
};

/// A character as it reads, and the bytes that it stands for. Of a ligature's letters each has its
/// bytes.
struct Glyph {
  char32_t value = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A stretch of a passage as a person reads it on one line: broken words joined, white space of any
/// kind one space (none at the beginning); no marks of emphasis, calls of notes, invisible
/// characters, nor what interrupts the passage. One is made for a document and used again.
class Line {
 public:
  /// Reads what of the passage lies within `stretch`. O(bytes + log broken words + log calls).
  void read(const PassageText& text, Span stretch);

  [[nodiscard]] std::span<const Glyph> glyphs() const { return glyphs_; }

 private:
  void read_range(const PassageText& text, Span range);
  void add(Glyph glyph);
  void add_space(std::uint32_t at);

  std::vector<Glyph> glyphs_;
};

}  // namespace crossroads
