// SPDX-License-Identifier: Apache-2.0
#include "link/definitions/short_form.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

/// The letter that an accented one begins with.
char32_t without_marks(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !nfd->getDecomposition(static_cast<UChar32>(c), parts)) return c;
  return static_cast<char32_t>(parts.char32At(0));
}

}  // namespace

char32_t plain_letter(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
  return static_cast<char32_t>(
      u_foldCase(static_cast<UChar32>(without_marks(c)), U_FOLD_CASE_DEFAULT));
}

bool is_capital(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c)) != 0;
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

std::optional<ShortForm> short_form_of(std::span<const Glyph> glyphs) {
  if (glyphs.empty() || !is_word_character(glyphs.front().value)) return std::nullopt;
  ShortForm form;
  unsigned run_capitals = 0;
  unsigned run_digits = 0;
  unsigned hyphens = 0;
  for (const Glyph& glyph : glyphs) {
    const char32_t c = glyph.value;
    if (c == '=' || c == '<' || c == '>' || c == '%' || c == '@') return std::nullopt;
    if (!is_word_character(c)) {
      run_capitals = 0;
      run_digits = 0;
      if (is_hyphen(c)) form.hyphen = ++hyphens == 1 ? static_cast<std::uint8_t>(form.size) : 0;
      if (c == ' ' && ++form.words > 2) return std::nullopt;
      continue;
    }
    if (form.size == ShortForm::most_letters) return std::nullopt;
    const ShortForm::Letter letter{plain_letter(c), is_capital(c), is_digit(c)};
    form.letters[form.size++] = letter;
    if (letter.capital) {
      ++form.capitals;
      ++run_capitals;
    }
    if (letter.digit) {
      ++form.digits;
      ++run_digits;
    }
    form.acronym = form.acronym || run_capitals > 1 || (run_capitals > 0 && run_digits > 0);
  }
  if (form.digits == form.size) return std::nullopt;
  form.plural = form.size > 2 && glyphs.back().value == 's' &&
                (form.letters[form.size - 2].capital || form.letters[form.size - 2].digit);
  return form;
}

}  // namespace crossroads
