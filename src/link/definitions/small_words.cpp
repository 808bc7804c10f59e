// SPDX-License-Identifier: Apache-2.0
#include "link/definitions/small_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "link/definitions/short_form.hpp"

namespace crossroads {
namespace {

/// A word of up to eight ASCII characters, in small letters, as a number that compares fast.
using Packed = std::uint64_t;

constexpr std::size_t longest = 8;

constexpr Packed pack(std::string_view word) {
  Packed packed = 0;
  for (const char c : word) packed = packed << 8U | static_cast<unsigned char>(c);
  return packed;
}

/// 0 for a word that can't be packed.
Packed packed(Glyphs word) {
  if (word.size() > longest) return 0;
  Packed out = 0;
  for (const Glyph& glyph : word) {
    if (glyph.value >= 0x80) return 0;
    out = out << 8U | plain_letter(glyph.value);
  }
  return out;
}

template <std::size_t size>
class Words {
 public:
  constexpr explicit Words(const std::array<std::string_view, size>& words) {
    for (std::size_t i = 0; i < size; ++i) packed_[i] = pack(words[i]);
    std::sort(packed_.begin(), packed_.end());
  }
  bool contains(Glyphs word) const {
    return std::binary_search(packed_.begin(), packed_.end(), packed(word));
  }

 private:
  std::array<Packed, size> packed_ = {};
};

constexpr Words small_words(std::to_array<std::string_view>(
    {"a",   "al",  "an",    "and",  "as",  "at",   "au",   "aux",    "by",  "con", "d",
     "da",  "das", "de",    "del",  "des", "do",   "dos",  "du",     "e",   "el",  "em",
     "en",  "et",  "for",   "from", "in",  "into", "its",  "l",      "la",  "las", "le",
     "les", "los", "na",    "no",   "of",  "on",   "or",   "para",   "per", "por", "pour",
     "sur", "the", "their", "to",   "und", "up",   "with", "within", "y"}));

/// Small words behind which a new phrase begins, rather than that a name goes on.
constexpr Words parting_words(std::to_array<std::string_view>(
    {"as", "at", "by", "from", "into", "its", "or", "their", "with", "within"}));

/// Prepositions within a name.
constexpr Words leading_words(std::to_array<std::string_view>({"for", "in", "of", "on", "to",
                                                               "up"}));

constexpr Words articles(std::to_array<std::string_view>({"a", "an", "the"}));

struct Numeral {
  Packed word;
  char32_t digit;
};

constexpr std::array<Numeral, 12> numerals = {{{pack("to"), '2'},
                                               {pack("for"), '4'},
                                               {pack("one"), '1'},
                                               {pack("two"), '2'},
                                               {pack("too"), '2'},
                                               {pack("three"), '3'},
                                               {pack("four"), '4'},
                                               {pack("five"), '5'},
                                               {pack("six"), '6'},
                                               {pack("seven"), '7'},
                                               {pack("eight"), '8'},
                                               {pack("nine"), '9'}}};

}  // namespace

bool is_small_word(Glyphs word) {
  return small_words.contains(word);
}

bool is_article(Glyphs word) {
  return articles.contains(word);
}

bool joins_names(Glyphs word) {
  return small_words.contains(word) && !parting_words.contains(word);
}

bool leads_article(Glyphs word) {
  return leading_words.contains(word);
}

char32_t numeral_of(Glyphs word) {
  const auto hyphen =
      std::find_if(word.begin(), word.end(), [](const Glyph& glyph) { return glyph.value == '-'; });
  const Packed first = packed(word.first(static_cast<std::size_t>(hyphen - word.begin())));
  for (const Numeral& numeral : numerals) {
    if (numeral.word == first) return numeral.digit;
  }
  return 0;
}

}  // namespace crossroads
