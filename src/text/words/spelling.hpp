// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace crossroads {

// How characters and words are read, whatever way they were typed or set.

/// Typographic apostrophes too, accents and primes set for them, and the modifier letters (U+02B9,
/// U+02BB to U+02BF, U+A78B, U+A78C) that look like them, though Unicode counts these as letters.
bool is_apostrophe(char32_t c);

/// What may break a word at a line's end: the hyphens of all scripts, the soft one too.
bool is_hyphen(char32_t c);

/// Dashes that are set for a hyphen between two words: "civil–military".
bool is_joining_dash(char32_t c);

constexpr char32_t soft_hyphen = 0x00AD;
constexpr char32_t no_break_hyphen = 0x2011;

/// Characters that are not seen: soft hyphens, zero-width spaces and joiners, direction marks.
bool is_invisible(char32_t c);

/// White space as Unicode has it, no-break spaces too.
bool is_space(char32_t c);

inline bool is_line_break(char32_t c) {
  return c == '\n' || c == '\r';
}

/// Letters, digits and their marks; no apostrophes.
bool is_word_character(char32_t c);

/// The letters that a Latin ligature (U+FB00 to U+FB06) is made of; empty for anything else.
std::string_view letters_of_ligature(char32_t c);

/// A full-width form of ASCII (U+FF01 to U+FF5E) as what it is a form of; all else as it is.
constexpr char32_t without_width(char32_t c) {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

/// `text` in normal form C.
std::string normalized(std::string text);

/// `word` as it compares: in normal form C, without soft hyphens and zero-width characters, its
/// ligatures and full-width forms as plain letters.
std::string compose(std::string_view word);

/// The same with case folded (Unicode simple folding), as keys of the lexicon are.
std::string fold(std::string_view word);

}  // namespace crossroads
