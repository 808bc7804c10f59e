// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "link/definitions/line.hpp"

namespace crossroads {

/// Whether a word is one that names pass over: an article, a preposition, a conjunction or the
/// like, English, French, Spanish or Portuguese, in any case.
bool is_small_word(std::span<const Glyph> word);

/// Whether it is "the", "a" or "an".
bool is_article(std::span<const Glyph> word);

/// Whether it is a small word that may join the words of one name: "of", "for", "de"; not "by".
bool joins_names(std::span<const Glyph> word);

/// Whether an article behind it belongs to the same name: "of", "in"; not "and".
bool leads_article(std::span<const Glyph> word);

/// The digit that a word may be written as: "to" and "two" as '2'; 0 for any other.
char32_t numeral_of(std::span<const Glyph> word);

}  // namespace crossroads
