// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "link/definitions/line.hpp"

namespace crossroads {

/// A letter or digit in its plain form: case folded, without diacritics.
char32_t plain_letter(char32_t c);

bool is_capital(char32_t c);
bool is_digit(char32_t c);

/// The letters and digits of what may be a short form.
struct ShortForm {
  static constexpr std::size_t most_letters = 14;
  struct Letter {
    char32_t value = 0;  ///< as plain_letter() gives it
    bool capital = false;
    bool digit = false;
  };
  std::array<Letter, most_letters> letters;
  std::size_t size = 0;
  std::uint8_t capitals = 0;
  std::uint8_t digits = 0;
  std::uint8_t words = 1;
  std::uint8_t hyphen = 0;  ///< how many letters stand before its only hyphen; 0 for none
  bool acronym = false;  ///< two or more capitals, or a capital and a digit, in one run of letters
                         ///< and digits; as for an ontology's forms
  bool plural = false;   ///< its last letter is a small s behind capitals: "CANs"

  [[nodiscard]] std::span<const Letter> all() const { return {letters.data(), size}; }
};

/// The glyphs as a short form: it begins with a letter or digit, has a letter, and at most two
/// words and `most_letters` letters; nothing if it can't be one.
std::optional<ShortForm> short_form_of(std::span<const Glyph> glyphs);

}  // namespace crossroads
