// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/link/lexicon.hpp"
#include "crossroads/text/document.hpp"
#include "link/names/names.hpp"

namespace crossroads {

/// Finds the forms of the lexicon in a document, and what symbols and numbers of documents name, by
/// the rules that link() tells, and decides nothing.
Matches find_names(const Lexicon::Data& lexicon, const Document& document,
                   Overlap overlap = Overlap::leftmost_longest);

}  // namespace crossroads
