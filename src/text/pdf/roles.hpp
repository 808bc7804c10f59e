// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "text/pdf/blocks.hpp"

namespace crossroads {

// Each finds roles among the blocks that are still body; in the order in which they are called.

/// Page numbers, programs, and bodies of a table's title: what a block shows by itself.
void find_plain_roles(PdfText& text);

/// Headings and their levels, by the file's bookmarks, else by size, weight and numbers. The title
/// is a heading of level 1. Lines of one heading become one block.
void find_headings(PdfText& text);

/// Notes at the foot of a page's or column's text, in smaller type, and under a heading "Notes".
/// A note that goes on at the next foot is marked so.
void find_notes(PdfText& text);

/// Items of lists with their depth, quotes, bylines, lists of references. A byline whose lines are
/// a name each becomes several.
void find_body_roles(PdfText& text);

/// Paragraphs that go on behind a column's or page's end, or behind what stands between.
void find_continued(PdfText& text);

/// Whether a heading's words name the list of what is cited, or the notes.
bool heads_references(std::string_view heading);
bool heads_notes(std::string_view heading);

}  // namespace crossroads
