// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "crossroads/core/span.hpp"

namespace crossroads {

/// What of words does not depend on where they stand. Each is looked at once.
class KnownWords {
 public:
  struct Word {
    std::string stem;          ///< see stem_of(); empty if the word says nothing
    std::string name;          ///< of a word with a capital: see name_key(); else empty
    bool is_listed = false;    ///< has a capital, and is an English word, or a usual name
    std::uint32_t number = 0;  ///< one for each word that was asked for, from 0 on
  };

  /// What stays valid as long as this lives.
  const Word& of(std::string_view bytes);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, Word, Hash, std::equal_to<>> words_;
};

/// A word of running text, as senses are told apart by it.
struct ContentWord {
  Span span;  ///< in the text
  const KnownWords::Word& word;
  const KnownWords::Word* before;  ///< that stands right before it; null where none does
  bool is_name = false;  ///< a capital within a sentence, or a capital and no English word

  /// The stems of the word right before it and of it; else empty.
  [[nodiscard]] std::string pair() const;
  /// Likewise of two names beside each other: "South Sudanese"; else empty.
  [[nodiscard]] std::string name_pair() const;
};

/// Calls `take` for each word of a range that says something: three letters or more, no number, and
/// none of those that every text is full of ("the", "which", "also"). O(bytes).
void for_each_content_word(std::string_view text, Span range, KnownWords& words,
                           const std::function<void(const ContentWord&)>& take);

/// Calls `take` for each number from 1800 to 2099 that stands alone in a range. O(bytes).
void for_each_year(std::string_view text, Span range,
                   const std::function<void(std::uint32_t year, Span)>& take);

/// What the forms of an English word have in common, or nearly so: "violate", "violations",
/// "violating" -> "violat". `word` is folded. After Porter, "An algorithm for suffix stripping"
/// (Program 14, 1980): the first step, and of the others the suffixes that make nouns of verbs.
std::string stem_of(std::string word);

/// What a place and its people have in common: "Rwanda", "Rwandan" -> "rwand"; "Lebanon",
/// "Lebanese" -> "leban". `word` is folded. Other names stay much as they are.
std::string name_key(std::string_view word);

}  // namespace crossroads
