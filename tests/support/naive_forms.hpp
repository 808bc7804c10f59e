// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/naive_linker.hpp"

namespace crossroads::test::naive {

/// A word and what stands before it, as it is read: " ", "-", ", ".
struct Piece {
  Piece(std::string gap, std::string word);

  std::string gap;
  std::string word;
  std::string plain;  ///< as exact forms compare
  std::string loose;  ///< as all forms do
};
using Pieces = std::vector<Piece>;

/// A way in which a form may stand in a text.
struct Way {
  Pieces pieces;
  bool is_the_form = true;  ///< not joined, parted, in the plural or in the singular
};

/// A name, with all ways in which it may stand.
struct Sought {
  EntryId entry{};
  bool exact = false;
  bool needs_capital = false;  ///< "Turkey", where other labels begin small
  std::vector<Way> ways;
};

/// What is looked for: no form that is left out (of one or two characters, function words), each
/// with its plural, its singular, joined and parted words.
std::vector<Sought> sought(const std::vector<Name>& names);

/// The words of a text that was made normal, and what stands between.
Pieces pieces_of(std::string_view normal);

/// A form made normal: from its first word to its last, hyphens and apostrophes alike.
std::string normal_form_of(std::string_view form);

/// Whether a form's gap and a text's are one, between words of these lengths.
bool gaps_agree(const std::string& form, const std::string& text, std::size_t before,
                std::size_t behind);

/// Whether it is two words with a hyphen of which one is a function word: "has-been", "to-do".
bool keeps_hyphen(const Pieces& form);

bool is_english_word(std::string_view loose);

}  // namespace crossroads::test::naive
