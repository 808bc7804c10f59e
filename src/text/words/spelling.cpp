// SPDX-License-Identifier: Apache-2.0
#include "text/words/spelling.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

/// Unicode counts these as letters: modifier letters, half rings, the saltillo.
bool is_letter_like_apostrophe(char32_t c) {
  return c == 0x02B9 || (c >= 0x02BB && c <= 0x02BF) || c == 0xA78B || c == 0xA78C;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

std::string composed(std::string_view word) {
  std::string letters;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    at += point.size;
    const std::string_view parts = letters_of_ligature(point.value);
    if (!parts.empty()) {
      letters += parts;
    } else if (!is_invisible(point.value)) {
      append_utf8(letters, without_width(point.value));
    }
  }
  return normalized(std::move(letters));
}

}  // namespace

bool is_apostrophe(char32_t c) {
  if (c < 0x80) return c == '\'' || c == '`';
  constexpr std::u32string_view others = U"\u00B4\u055A\u05F3\u2018\u2019\u201B\u2032";
  return others.find(c) != others.npos || is_letter_like_apostrophe(c);
}

bool is_hyphen(char32_t c) {
  if (c < 0x80) return c == '-';
  constexpr std::u32string_view others =
      U"\u00AD\u058A\u05BE\u1400\u1806\u2010\u2011\u2E17\u2E40\u30A0\uFE63";
  return others.find(c) != others.npos;
}

bool is_joining_dash(char32_t c) {
  return c == 0x2012 || c == 0x2013 || c == 0x2212;
}

bool is_invisible(char32_t c) {
  return c >= 0x80 &&
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_word_character(char32_t c) {
  if (c < 0x80) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
  const auto character = static_cast<UChar32>(c);
  if (is_letter_like_apostrophe(c)) return false;
  return u_isalnum(character) != 0 || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
}

std::string_view letters_of_ligature(char32_t c) {
  constexpr std::array<std::string_view, 7> letters = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return c >= 0xFB00 && c <= 0xFB06 ? letters[c - 0xFB00] : std::string_view();
}

std::string normalized(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  if (U_SUCCESS(status)) nfc->normalizeUTF8(0, text, sink, nullptr, status);
  return U_SUCCESS(status) ? composed : text;
}

std::string compose(std::string_view word) {
  return is_ascii(word) ? std::string(word) : composed(word);
}

std::string fold(std::string_view spelled) {
  if (is_ascii(spelled)) return ascii_lower(spelled);
  const std::string word = composed(spelled);
  std::string folded;
  folded.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    append_utf8(folded, static_cast<char32_t>(
                            u_foldCase(static_cast<UChar32>(point.value), U_FOLD_CASE_DEFAULT)));
    at += point.size;
  }
  return folded;
}

}  // namespace crossroads
