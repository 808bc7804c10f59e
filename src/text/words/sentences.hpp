// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "crossroads/text/document.hpp"

namespace crossroads {

/// The sentences of every passage that holds words, by passage, then in reading order. A passage
/// has at least one; none goes over its ends, but one may go over what interrupts it. Each byte of
/// such a passage that is not white space lies in exactly one. Unicode's rules (UAX #29) are
/// followed, in that a sentence goes on where a small letter does, but with line ends as spaces,
/// and with the abbreviations of stops.hpp; also, a number may begin a sentence, a list's number or
/// letter at its start does not end it, and a question within one ("why?" they asked) does not.
/// Closing quotes and brackets, and the call of a note ("mandate.1 And", or one of
/// Document::notes), belong to the sentence before. O(bytes). REQUIRES: the passages are final.
std::vector<Sentence> find_sentences(const Document& document);

}  // namespace crossroads
