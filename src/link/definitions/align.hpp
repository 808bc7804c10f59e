// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "link/definitions/glyphs.hpp"
#include "link/definitions/short_form.hpp"

namespace crossroads {

/// Where a long form begins whose letters give a short form.
struct Alignment {
  std::size_t begin = 0;  ///< a glyph: the first of a word, or of what a slash parts off it
  int cost = 0;           ///< 0: all letters begin words, and no word is without one
};

/// The dearest alignment that may still be called one of initials.
constexpr int dearest_initials = 8;

/// Where the short form's first letter may stand.
enum class From { any_word, first_word };

/// Aligns a short form's letters, in order, with those of a text that ends where a long form would
/// (right before the bracket): the first begins a word (or the text's first), the others stand
/// anywhere, each at a cost that is the lower the more abbreviations are made of letters there, and
/// a cost for each word that has none. A digit may stand for a word ("R2P") or for how often the
/// letter beside it is meant
/// ("3R"), and the parts beside a hyphen may be exchanged. The cheapest wins, of equal ones the
/// shortest; nothing where it is too dear for a short form of that many letters.
///
/// After Sohn, Comeau, Kim and Wilbur, "Abbreviation definition identification based on automatic
/// precision estimates" (BMC Bioinformatics 9:402, 2008). What they try as 17 strategies, in the
/// order of the precision that each has by itself, is one search here whose costs have that order.
/// O(letters of the short form * glyphs).
std::optional<Alignment> align(const ShortForm& form, Glyphs before, From from = From::any_word);

}  // namespace crossroads
