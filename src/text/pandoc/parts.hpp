// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/pandoc/ast.hpp"

namespace crossroads {

/// What a Div or a Span is, by its id, classes, role and style: what makers of pages and files of
/// Word call such parts.
enum class Part {
  words,     ///< nothing in particular
  left_out,  ///< navigation, banners, forms, signs for editors
  contents,  ///< a table of contents
  notes,     ///< the notes at the end
  reference,
  caption,
  quote,
  byline,
  date,
  metadata,
  title,
  main,
  article,
  paragraph,  ///< the mark that html_for_pandoc() leaves at a paragraph's begin
};
Part part_of(const NodeAttributes& attributes);

/// The same of a paragraph, by its mark.
Part part_of_paragraph(NodeAttributes mark);

/// Whether a link is by its class or role a call of a note, or its target's name says so.
bool is_note_call(const NodeAttributes& link, std::string_view target);

/// The marker of an ordered list's item, "3. ", "c) ", "(iii) ", by pandoc's names of styles.
std::string item_marker(std::int64_t number, std::string_view style, std::string_view delimiter);

}  // namespace crossroads
