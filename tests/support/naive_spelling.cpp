// SPDX-License-Identifier: Apache-2.0
#include "support/naive_spelling.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads::test::naive {
namespace {

/// What a letter is besides what it decomposes to.
const std::map<char32_t, std::u16string> letters = {
    {0x00D8, u"O"},  {0x00F8, u"o"},  {0x0141, u"L"},     {0x0142, u"l"},  {0x0110, u"D"},
    {0x0111, u"d"},  {0x00D0, u"D"},  {0x00F0, u"d"},     {0x00DE, u"TH"}, {0x00FE, u"th"},
    {0x00C6, u"AE"}, {0x00E6, u"ae"}, {0x0152, u"OE"},    {0x0153, u"oe"}, {0x0131, u"i"},
    {0x00DF, u"ss"}, {0x1E9E, u"SS"}, {0x03C2, u"\u03C3"}};

const std::map<char32_t, std::u16string> ligatures = {
    {0xFB00, u"ff"},  {0xFB01, u"fi"}, {0xFB02, u"fl"}, {0xFB03, u"ffi"},
    {0xFB04, u"ffl"}, {0xFB05, u"st"}, {0xFB06, u"st"}};

icu::UnicodeString with(const icu::UnicodeString& text,
                        const std::map<char32_t, std::u16string>& what) {
  icu::UnicodeString out;
  for (int at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const auto found = what.find(static_cast<char32_t>(text.char32At(at)));
    if (found == what.end()) {
      out.append(text.char32At(at));
    } else {
      out.append(found->second.data(), static_cast<int>(found->second.size()));
    }
  }
  return out;
}

icu::UnicodeString normal_form(const icu::UnicodeString& text, const char* name,
                               UNormalization2Mode mode) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getInstance(nullptr, name, mode, status);
  return form->normalize(text, status);
}

icu::UnicodeString composed(const icu::UnicodeString& text) {
  return normal_form(text, "nfc", UNORM2_COMPOSE);
}

icu::UnicodeString decomposed(const icu::UnicodeString& text) {
  return normal_form(text, "nfc", UNORM2_DECOMPOSE);
}

icu::UnicodeString seen(std::string_view word) {
  icu::UnicodeString out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    at += point.size;
    if (!is_invisible(point.value)) out.append(static_cast<UChar32>(narrow(point.value)));
  }
  return with(out, ligatures);
}

icu::UnicodeString without_marks(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  for (int at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    if (c < 0x0300 || c > 0x036F) out.append(c);
  }
  return out;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

}  // namespace

bool is_white(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_apostrophe(char32_t c) {
  return std::u32string_view(
             U"'\u0060\u00B4\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u055A\u05F3\u2018"
             U"\u2019\u201B\u2032\uA78B\uA78C")
             .find(c) != std::u32string_view::npos;
}

bool is_hyphen(char32_t c) {
  return std::u32string_view(U"-\u00AD\u058A\u05BE\u1400\u1806\u2010\u2011\u2E17\u2E40\u30A0\uFE63")
             .find(c) != std::u32string_view::npos;
}

bool is_dash(char32_t c) {
  return c == 0x2012 || c == 0x2013 || c == 0x2212;
}

bool is_word(char32_t c) {
  const auto character = static_cast<UChar32>(c);
  return !is_apostrophe(c) &&
         (u_isalnum(character) != 0 || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0);
}

bool is_invisible(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

char32_t narrow(char32_t c) {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

std::string plain(std::string_view word) {
  if (is_ascii(word)) return std::string(word);
  return utf8(composed(with(without_marks(decomposed(seen(word))), letters)));
}

std::string loose(std::string_view word) {
  if (is_ascii(word)) return ascii_lower(word);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(plain(word));
  return utf8(composed(text.foldCase(U_FOLD_CASE_DEFAULT)));
}

std::string written(std::string_view word) {
  if (is_ascii(word)) return ascii_lower(word);
  icu::UnicodeString text = decomposed(seen(word));
  return utf8(composed(text.foldCase(U_FOLD_CASE_DEFAULT)));
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_ascii_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool is_small_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace crossroads::test::naive
