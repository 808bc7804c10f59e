// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace crossroads {

// Words that tell where a name can't begin, end or stand alone, in English. `folded` is in lower
// case.

/// Articles, pronouns, prepositions, conjunctions, auxiliary verbs, adverbs that open a sentence.
bool is_never_in_names(std::string_view folded);

/// Verbs that report what a name's bearer does, and adverbs before them: "said", "also". What
/// stands before one of them is no adjective.
bool is_after_name(std::string_view folded);

/// Days, months, and what numbers the parts of a text: "Article", "Figure".
bool is_calendar_or_part(std::string_view folded);

/// Points of the compass and what else stands before a place to part it: "north", "new".
bool is_direction(std::string_view folded);

/// Adjectives that make no term of what stands behind them: "important", "recent".
bool is_generic_adjective(std::string_view folded);

/// Small words that stand within names: "of", "for", "the", "de", "al". REQUIRES: as written.
bool is_inner_word(std::string_view word);

/// Small words that stand within names, and between two: "and", "on", "et".
bool is_joint(std::string_view word);

/// "VII", "ix". A single letter is one, too.
bool is_roman_numeral(std::string_view folded);

}  // namespace crossroads
