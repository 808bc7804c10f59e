// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "crossroads/text/document.hpp"
#include "link/find_names.hpp"

namespace crossroads {

/// A match that was left out, and the longer name that it is a part of.
struct PartOfName {
  NameMatch match;
  Span name;
};

/// Leaves out what is only a part of a longer name that the ontology does not have, and so names
/// something else:
///  - in a cited work, of the journal, newspaper or site: "Sudan Tribune", "Security Council
///    Report"; "Wikipedia/UN" names the UN all the same;
///  - in running text, of organizations and places: beside a hyphen and a word with a capital
///    ("UN-Habitat", "Guinea-Bissau"); before capitalised words that end in one for an institution,
///    an armed force or an agreement ("Rwanda Defence Forces", "UN Board of Inquiry", "Darfur Peace
///    Agreement"); and behind such a word and "of" or "for" ("Government of Rwanda").
///  - everywhere, of places: "Niger Delta", "Lake Chad", "Papua New Guinea" (place_names.hpp).
/// In headings, titles of works and passages that write most words with a capital, those of
/// institutions and "New Guinea" tell nothing.
/// Gives what it left out, in text order. O(matches), and O(bytes) of each note or list item where
/// one stands beside a capitalised word.
std::vector<PartOfName> leave_out_parts_of_names(const Lexicon::Data& lexicon,
                                                 const Document& document, Matches& found);

}  // namespace crossroads
