// SPDX-License-Identifier: Apache-2.0
#include "link/definitions/small_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "link/definitions/short_form.hpp"

namespace crossroads {
namespace {

/// A word of up to eight ASCII characters in small letters; empty for any other.
class Spelled {
 public:
  explicit Spelled(std::span<const Glyph> word) {
    if (word.size() > letters_.size()) return;
    for (const Glyph& glyph : word) {
      if (glyph.value >= 0x80) {
        size_ = 0;
        return;
      }
      letters_[size_++] = static_cast<char>(plain_letter(glyph.value));
    }
  }
  [[nodiscard]] std::string_view view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 8> letters_ = {};
  std::size_t size_ = 0;
};

// Sorted.
constexpr std::array<std::string_view, 53> small_words = {
    "a",   "al",  "an",    "and",  "as",  "at",   "au",   "aux",    "by",  "con", "d",
    "da",  "das", "de",    "del",  "des", "do",   "dos",  "du",     "e",   "el",  "em",
    "en",  "et",  "for",   "from", "in",  "into", "its",  "l",      "la",  "las", "le",
    "les", "los", "na",    "no",   "of",  "on",   "or",   "para",   "per", "por", "pour",
    "sur", "the", "their", "to",   "und", "up",   "with", "within", "y"};

/// Small words behind which a new phrase begins, rather than that a name goes on.
constexpr std::array<std::string_view, 10> parting_words = {"as",  "at", "by",    "from", "into",
                                                            "its", "or", "their", "with", "within"};

/// Prepositions within a name.
constexpr std::array<std::string_view, 6> leading_words = {"for", "in", "of", "on", "to", "up"};

constexpr std::array<std::pair<std::string_view, char>, 12> numerals = {{{"eight", '8'},
                                                                         {"five", '5'},
                                                                         {"for", '4'},
                                                                         {"four", '4'},
                                                                         {"nine", '9'},
                                                                         {"one", '1'},
                                                                         {"seven", '7'},
                                                                         {"six", '6'},
                                                                         {"three", '3'},
                                                                         {"to", '2'},
                                                                         {"too", '2'},
                                                                         {"two", '2'}}};

bool is_small_word(std::string_view word) {
  return std::binary_search(small_words.begin(), small_words.end(), word);
}

}  // namespace

bool is_small_word(std::span<const Glyph> word) {
  const Spelled spelled(word);
  return is_small_word(spelled.view());
}

bool is_article(std::span<const Glyph> word) {
  const Spelled spelled(word);
  return spelled.view() == "the" || spelled.view() == "a" || spelled.view() == "an";
}

bool joins_names(std::span<const Glyph> word) {
  const Spelled spelled(word);
  return is_small_word(spelled.view()) &&
         !std::binary_search(parting_words.begin(), parting_words.end(), spelled.view());
}

bool leads_article(std::span<const Glyph> word) {
  const Spelled spelled(word);
  return std::binary_search(leading_words.begin(), leading_words.end(), spelled.view());
}

char32_t numeral_of(std::span<const Glyph> word) {
  std::span<const Glyph> first = word;  // of "six-repetition"
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i].value == '-') {
      first = word.first(i);
      break;
    }
  }
  if (first.size() < 2 || first.size() > 5) return 0;
  const Spelled spelled(first);
  for (const auto& [numeral, digit] : numerals) {
    if (numeral == spelled.view()) return static_cast<char32_t>(digit);
  }
  return 0;
}

}  // namespace crossroads
