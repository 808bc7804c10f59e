// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace crossroads {

// What a line or a short block looks like, by its characters alone. All take trimmed text.

/// Bytes of a list marker ("-", "*", "+", "•", "1.", "a)") with the white space behind it; 0 for
/// none.
std::size_t list_marker(std::string_view line);

/// Whether the line begins with a bullet that is nothing else ("•", "▪"; not "-" or "1."), and
/// whether it is one and nothing else, as where a converter set the sign apart.
bool begins_with_bullet(std::string_view line);
bool is_lone_bullet(std::string_view line);

/// What begins a note, "12  See …", "[12] See …" or "12. See …".
struct NoteMark {
  unsigned number = 0;
  std::size_t size = 0;  ///< bytes up to the note's words
};
std::optional<NoteMark> note_mark(std::string_view line);

/// Whether the text ends a sentence or a clause: a stop, a colon and the like, perhaps with a
/// closing quote, a bracket or a note's digits behind it.
bool ends_sentence(std::string_view text);

/// Whether it could be a title: short, begins with a capital or a digit, does not end a sentence.
bool looks_like_heading(std::string_view text);

/// Whether it could be a list of persons: each of two words or more, every word but "and", "with"
/// and name particles begins with a capital, there is no digit, and none is a word that headings
/// are made of ("Executive Summary", "Natural Resources", "North Kivu").
bool looks_like_names(std::string_view text);

/// Whether it begins with a small letter.
bool begins_small(std::string_view text);

/// Whether it is a number and nothing else (or "- 12 -"), and no year.
bool looks_like_page_number(std::string_view text);

/// Whether it is a rule: three or more of "_", "-", "*", "=" or "—", all alike, spaces aside.
bool looks_like_rule(std::string_view text);

}  // namespace crossroads
