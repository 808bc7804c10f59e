// SPDX-License-Identifier: Apache-2.0
#include "link/definitions/glyphs.hpp"

#include <algorithm>

#include "link/definitions/short_form.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

bool is_space_glyph(const Glyph& glyph) {
  return glyph.value == ' ';
}

}  // namespace

Glyphs trimmed(Glyphs glyphs) {
  while (!glyphs.empty() && is_space_glyph(glyphs.front())) glyphs = glyphs.subspan(1);
  while (!glyphs.empty() && is_space_glyph(glyphs.back())) glyphs = glyphs.first(glyphs.size() - 1);
  return glyphs;
}

Glyphs first_word(Glyphs glyphs) {
  const auto end = std::find_if(glyphs.begin(), glyphs.end(), is_space_glyph);
  return glyphs.first(static_cast<std::size_t>(end - glyphs.begin()));
}

Glyphs last_word(Glyphs glyphs) {
  std::size_t begin = glyphs.size();
  while (begin > 0 && !is_space_glyph(glyphs[begin - 1])) --begin;
  return glyphs.subspan(begin);
}

Glyphs behind_first_word(Glyphs glyphs) {
  return trimmed(glyphs.subspan(first_word(glyphs).size()));
}

Glyphs before_last_word(Glyphs glyphs) {
  return trimmed(glyphs.first(glyphs.size() - last_word(glyphs).size()));
}

Glyphs bare(Glyphs word) {
  while (!word.empty() && !is_word_character(word.front().value)) word = word.subspan(1);
  while (!word.empty() && !is_word_character(word.back().value)) word = word.first(word.size() - 1);
  return word;
}

bool is_opening_quote(char32_t c) {
  return c == '"' || c == '\'' || c == 0x2018 || c == 0x201A || c == 0x201C || c == 0x201E ||
         c == 0x00AB || c == 0x2039;
}

bool is_closing_quote(char32_t c) {
  return c == '"' || c == '\'' || c == 0x2019 || c == 0x201D || c == 0x00BB || c == 0x203A;
}

bool is_capitalised(Glyphs word) {
  bool begins = true;
  for (const Glyph& glyph : word) {
    if (begins && is_capital(glyph.value)) return true;
    begins = !is_word_character(glyph.value);
  }
  return false;
}

bool same_letters(Glyphs a, Glyphs b) {
  const auto next = [](Glyphs& of) -> char32_t {
    while (!of.empty() && !is_word_character(of.front().value)) of = of.subspan(1);
    if (of.empty()) return 0;
    const char32_t c = plain_letter(of.front().value);
    of = of.subspan(1);
    return c;
  };
  for (;;) {
    const char32_t c = next(a);
    if (c != next(b)) return false;
    if (c == 0) return true;
  }
}

}  // namespace crossroads
