// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/text/document.hpp"
#include "crossroads/text/read.hpp"

namespace crossroads {

/// Finds which place calls which note, unless the reader has: fills `notes`, gives each note's
/// passage the section that cites it, and says in `findings` which notes have no text, are not
/// called or are cut off.
///
/// Numbers rise through a text, or begin again with each page, chapter or article. So the texts of
/// notes fall into series of rising numbers, and of all that may call a note the heaviest rising
/// sequence is taken that stands before its texts (a weighted longest increasing subsequence, by a
/// Fenwick tree over the numbers): a number that only looks like a call finds no place in it.
/// REQUIRES: find_outline() was called. O(bytes + calls * log 1000).
void find_notes(Document& document, TextFormat markup);

}  // namespace crossroads
