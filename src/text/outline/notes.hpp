// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/text/document.hpp"
#include "crossroads/text/read.hpp"

namespace crossroads {

/// Finds which place calls which note: fills `notes`, in the order of their calls or, where nothing
/// calls them, of their texts.
///
/// Numbers rise through a text, or begin again with each page, chapter or article. So the texts of
/// notes fall into series of rising numbers, and of all that may call a note the heaviest rising
/// sequence is taken that stands before its texts (a weighted longest increasing subsequence, by a
/// Fenwick tree over the numbers): a number that only looks like a call finds no place in it. It
/// stands no farther back than behind the texts of the third series before.
/// O(bytes + calls * log 1000).
void find_notes(Document& document, TextFormat markup);

/// Puts `notes` in order, gives each and its passage the section that cites it, and says in
/// `findings` which have no text, are not called or are cut off. REQUIRES: find_outline() was
/// called. O(n log n).
void place_notes(Document& document, TextFormat markup);

}  // namespace crossroads
