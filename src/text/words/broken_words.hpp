// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "crossroads/text/document.hpp"

namespace crossroads {

/// The words of the document's passages that a hyphen at a line's end breaks, in text order: a
/// letter or digit before it, white space with one line break behind it (or what interrupts the
/// passage), then a letter or digit. How each reads is told by the first of these that does:
///
/// 1. The hyphen itself: a soft one only ever joins, a no-break one is never put in by a
/// hyphenator,
///    and one in a URL is part of it.
/// 2. The document: the form, joined or hyphenated, that it has elsewhere on one line, in any case;
///    of two the more frequent. A text is more consistent with itself than with any list.
/// 3. Letters: before a capital or a digit ("Timor-\nLeste"), and behind a digit or an acronym
///    ("UN-\nled"), the hyphen stays. No hyphenator breaks there.
/// 4. A list of English words: what is a word when joined is joined; a compound of two words that
///    is none stays one ("post-\nconflict"); and a half that is no word was cut off
///    ("repre-\nsentatives"), unless it may be a name before a word ("Hutu-\ndominated").
///
/// What the ontology knows stands between 2 and 3, and is the linker's to ask: a document is read
/// without one. O(bytes).
/// REQUIRES: the passages are final.
std::vector<BrokenWord> find_broken_words(const Document& document);

}  // namespace crossroads
