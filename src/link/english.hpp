// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "text/words/word_list.hpp"

namespace crossroads {

/// A word made of another: its first `keep` bytes, then `end`.
struct WordChange {
  std::size_t keep = 0;
  std::string_view end;

  [[nodiscard]] std::string of(std::string_view word) const {
    return std::string(word.substr(0, keep)) += end;
  }
};

/// At most two.
struct WordChanges {
  std::array<WordChange, 2> all{};
  std::size_t count = 0;

  [[nodiscard]] const WordChange* begin() const { return all.data(); }
  [[nodiscard]] const WordChange* end() const { return all.data() + count; }
};

/// The plurals of a word as word_key() gives it: by rule, and of a short list of irregular ones.
/// Not of those that end in s but for -ss, -us, -sis and -xis.
WordChanges plurals_of(std::string_view key);

/// What a word of four small letters or more may be the plural of, by rule.
WordChanges singulars_of(std::string_view key);

/// Words that have no meaning of their own: "the", "who", "can", "is".
bool is_grammar_word(std::string_view key);

/// Where a word of eight small letters or more parts into two English words of four or more, if it
/// does so in exactly one way: 5 for "peacekeeping"; 0 otherwise. `filter` may be null.
std::size_t parting_of(std::string_view word, const ListedWordFilter* filter);

/// Whether it is all small letters of ASCII.
bool is_small_letters(std::string_view word);

}  // namespace crossroads
