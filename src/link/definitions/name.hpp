// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "link/definitions/glyphs.hpp"
#include "link/definitions/short_form.hpp"

namespace crossroads {

/// Where what ends at the end of `before` may begin at the earliest: behind a semicolon, a colon, a
/// dash, a bracket that does not belong to a word, or an opening quotation mark. REQUIRES: trimmed.
std::size_t earliest_begin(Glyphs before);

/// A name with capitals at a text's end.
struct Name {
  Glyphs glyphs;                ///< empty for none
  std::size_t capitalised = 0;  ///< how many of its words
};

/// The longest such name at the end of `before`: words with capitals, and small words that join
/// them ("of the"), back to an article that none of those precedes. REQUIRES: trimmed.
Name name_at_end(Glyphs before);

/// Whether a short form is made of the first letters, up to three of each, of a name's words, in
/// any order, as many in other languages are ("Armed Forces of the Democratic Republic of the
/// Congo": FARDC). A third of the words may give none if the short form has four letters or more;
/// not the first.
bool is_made_of_initials(const ShortForm& form, Glyphs name);

}  // namespace crossroads
