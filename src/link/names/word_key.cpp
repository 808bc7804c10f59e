// SPDX-License-Identifier: Apache-2.0
#include "link/names/word_key.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/utf8.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

struct Spelled {
  char32_t letter;
  std::string_view as;
};

/// Letters that compare as others, for they differ in case folding or in use.
constexpr std::array equal_letters{Spelled{0x00DF, "ss"}, Spelled{0x1E9E, "SS"},
                                   Spelled{0x03C2, "\u03C3"}};

constexpr std::array plain_letters{
    Spelled{0x00C6, "AE"}, Spelled{0x00D0, "D"}, Spelled{0x00D8, "O"},  Spelled{0x00DE, "TH"},
    Spelled{0x00E6, "ae"}, Spelled{0x00F0, "d"}, Spelled{0x00F8, "o"},  Spelled{0x00FE, "th"},
    Spelled{0x0110, "D"},  Spelled{0x0111, "d"}, Spelled{0x0130, "I"},  Spelled{0x0131, "i"},
    Spelled{0x0141, "L"},  Spelled{0x0142, "l"}, Spelled{0x0152, "OE"}, Spelled{0x0153, "oe"}};

template <std::size_t N>
std::string replaced(std::string_view word, const std::array<Spelled, N>& letters) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    const auto found = std::find_if(letters.begin(), letters.end(), [&](const Spelled& spelled) {
      return spelled.letter == point.value;
    });
    out += found == letters.end() ? word.substr(at, point.size) : found->as;
    at += point.size;
  }
  return out;
}

std::string decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(status)) nfd->normalizeUTF8(0, text, sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

std::string without_marks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value < 0x0300 || point.value > 0x036F) out += text.substr(at, point.size);
    at += point.size;
  }
  return out;
}

std::string folded(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8Fold(0, text, sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

}  // namespace

std::string composed_word(std::string_view word) {
  if (is_ascii(word)) return std::string(word);
  return replaced(compose(word), equal_letters);
}

std::string plain_word(std::string_view word) {
  if (is_ascii(word)) return std::string(word);
  const std::string bare = without_marks(decomposed(composed_word(word)));
  return normalized(replaced(bare, plain_letters));
}

std::string word_key(std::string_view word) {
  return is_ascii(word) ? ascii_lower(word) : normalized(folded(plain_word(word)));
}

std::string marked_key(std::string_view word) {
  return folded(composed_word(word));
}

std::size_t word_length(std::string_view word) {
  if (is_ascii(word)) return word.size();
  const std::string plain = plain_word(word);
  return static_cast<std::size_t>(
      std::count_if(plain.begin(), plain.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace crossroads
