// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

#include "crossroads/core/span.hpp"
#include "link/definitions/line.hpp"

namespace crossroads {

// Stretches of a line, and its words: what white space parts.

using Glyphs = std::span<const Glyph>;

/// The bytes from the first glyph to the last. REQUIRES: not empty.
inline Span span_of(Glyphs glyphs) {
  return {glyphs.front().begin, glyphs.back().end};
}

/// Without white space at its ends.
Glyphs trimmed(Glyphs glyphs);

/// The first and the last word; empty if there is none. REQUIRES: trimmed.
Glyphs first_word(Glyphs glyphs);
Glyphs last_word(Glyphs glyphs);

/// What follows the first word, and what stands before the last, trimmed. REQUIRES: trimmed.
Glyphs behind_first_word(Glyphs glyphs);
Glyphs before_last_word(Glyphs glyphs);

/// Without what is no letter or digit at its ends.
Glyphs bare(Glyphs word);

bool is_opening_quote(char32_t c);
bool is_closing_quote(char32_t c);

/// Whether its first letter, or the first behind a hyphen or an apostrophe in it, is a capital.
bool is_capitalised(Glyphs word);

/// Whether the letters and digits are the same, whatever their case and marks.
bool same_letters(Glyphs a, Glyphs b);

}  // namespace crossroads
