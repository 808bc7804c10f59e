// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "crossroads/core/span.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// The word next to a place in a passage.
struct Beside {
  std::string gap;        ///< what parts them, white space as one space, without emphasis (*, _)
  std::string_view word;  ///< letters, digits and their marks; empty where there is none near
  std::uint32_t at = 0;   ///< the word's first byte
};

/// The word that ends before `at`, or begins from there on, within the passage: what interrupts it
/// counts as a space. None behind a blank line, or more than eight bytes away. O(bytes between).
Beside word_before(const Document& document, const Passage& passage, std::uint32_t at);
Beside word_after(const Document& document, const Passage& passage, std::uint32_t at);

/// Whether a word at `at` is the first of its sentence, heading or item, as far as the signs before
/// it tell.
bool begins_sentence(const Document& document, const Passage& passage, std::uint32_t at);

/// Whether what stands at `span`, a common word with a capital, is only a part of a name: "Council"
/// in "Refugee Council", "Council President", "Council of Europe", "Council-Secretariat".
bool is_in_longer_name(const Document& document, const Passage& passage, Span span);

/// Whether the text begins with a capital.
bool is_capitalized(std::string_view text);
bool has_small_letter(std::string_view text);
/// Whether it has letters, two or more, and no small one.
bool is_in_capitals(std::string_view text);

/// The bytes of a span.
inline std::string_view bytes_of(const Document& document, Span span) {
  return std::string_view(document.bytes).substr(span.begin, span.size());
}

}  // namespace crossroads
