// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "link/definitions/glyphs.hpp"

namespace crossroads {

/// Whether a word is one that names pass over: an article, a preposition, a conjunction or the
/// like, English, French, Spanish or Portuguese, in any case.
bool is_small_word(Glyphs word);

/// Whether it is "the", "a" or "an".
bool is_article(Glyphs word);

/// Whether it is a small word that may join the words of one name: "of", "for", "de"; not "by".
bool joins_names(Glyphs word);

/// Whether an article behind it belongs to the same name: "of", "in"; not "and".
bool leads_article(Glyphs word);

/// The digit that a word, or what of it stands before a hyphen, may be written as: "to" and "two"
/// as '2'; 0 for any other.
char32_t numeral_of(Glyphs word);

}  // namespace crossroads
