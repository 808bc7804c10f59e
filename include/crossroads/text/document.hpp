// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"

namespace crossroads {

/// What a passage is in its text.
enum class Role {
  body,
  heading,
  byline,
  list_item,
  quote,
  table,
  code,
  note,  ///< a footnote or an endnote
  page_number,
  separator,  ///< a rule of dashes or underscores
  metadata,   ///< front matter
};

std::string_view to_string(Role role);
/// The role that to_string() writes so; nothing for anything else.
std::optional<Role> role_from(std::string_view name);

/// Whether a passage of that role holds words of the text: what is linked, and counted as a window.
/// Page numbers, separators and front matter do not.
bool holds_words(Role role);

/// The part of a text that a mention stands in: "body", "heading", "byline" or "note".
std::string_view zone_of(Role role);

/// A paragraph, list item, note or the like: one or more stretches of the source in reading order
/// (a paragraph may go on behind a note), none empty, none with white space at its ends.
struct Passage {
  std::vector<Span> ranges;
  Role role = Role::body;

  /// From its first byte to its last, with what interrupts it.
  [[nodiscard]] Span span() const { return {ranges.front().begin, ranges.back().end}; }
};

/// A text as it was read. Its passages are disjoint, stand in the order of their first bytes, and
/// together cover every byte that is not white space (a byte-order mark counts as such).
struct Document {
  std::string id;     ///< its path below the corpus argument; never empty
  std::string title;  ///< its first heading, or the id
  std::string bytes;  ///< the source: well-formed UTF-8, under 4 GiB
  std::string sha256;
  std::vector<Passage> passages;
};

/// The node ids of a text and of a passage of it: "text:report.txt", "text:report.txt#p12".
/// `number` counts the passages from 0; the id counts from 1.
std::string text_id(std::string_view document);
std::string passage_id(std::string_view document, std::size_t number);

/// The passage's words as the graph keeps them: the source from its first byte to its last, where
/// nothing but white space lies between its ranges; else its ranges, joined by line feeds.
std::string text_of(const Document& document, const Passage& passage);

}  // namespace crossroads
