// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace crossroads {

// What English texts, and the notes of scholarly ones, abbreviate with a full stop, by how they go
// on behind it. A word is given without that stop, in any case; it may be of several kinds ("ed.").

/// Before a name: "Gen", "Prof", "St".
bool is_title_abbreviation(std::string_view word);

/// Never at a sentence's end: "e.g", "cf", "vs".
bool is_leading_abbreviation(std::string_view word);

/// Before a number: "No", "para", "Dec". Some are words, too.
bool is_abbreviation_before_number(std::string_view word);

/// At a sentence's end, or within one: "al", "Co", "Inc".
bool is_closing_abbreviation(std::string_view word);

/// Any of these.
bool is_known_abbreviation(std::string_view word);

}  // namespace crossroads
