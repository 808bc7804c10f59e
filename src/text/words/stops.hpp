// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace crossroads {

/// What follows a full stop, white space, and perhaps brackets, quotes or dashes.
struct Follows {
  enum class Kind {
    small,    ///< a small letter
    capital,  ///< a capital
    digit,
    other,  ///< a letter of a script without capitals, or no letter or digit at all
  };
  Kind kind = Kind::other;
  std::string_view word;  ///< its letters, or digits
  char32_t behind = 0;    ///< the character right behind them; 0 for none
};

/// Whether a full stop that ends the run of characters `token` ("Gen", "U.N", "et al"'s "al",
/// "2015", "") behind the word `before` (empty for none) ends a sentence, where white space and
/// `next` follow it. A small letter never begins
/// one. Before a capital the abbreviations of English texts, and of the notes of scholarly ones,
/// tell: titles (Gen.) and "e.g." go on; what stands before a number (para., No., Dec.) goes on
/// with one; initials, acronyms with stops, and "et al." or "Co." end a sentence only before a word
/// that mostly begins one (The, However). "Plan B." and "answered no." are no abbreviations.
bool stop_ends_sentence(std::string_view before, std::string_view token, const Follows& next);

/// Whether a word, in any case, stands with a capital where it begins a sentence, and hardly
/// elsewhere: "the", "however", "when".
bool begins_sentences(std::string_view word);

/// Whether `token` is an abbreviation, an initial or an acronym with stops.
bool is_abbreviation(std::string_view token);

}  // namespace crossroads
