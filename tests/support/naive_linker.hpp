// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "crossroads/link/link.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/ontology/ontology.hpp"
#include "crossroads/text/document.hpp"
#include "link/find_names.hpp"

namespace crossroads::test {

/// A name to look for, of an entry.
struct Name {
  std::string text;
  CaseRule case_rule = CaseRule::by_shape;
  EntryId entry{};
  bool is_label = false;
  std::string lang = "en";
  bool is_person = false;  ///< so is its entry
};

/// An ontology of these names and no others.
Ontology ontology_of(const std::vector<Name>& names);

/// What find_names() should find in one passage, by the rules that link() states and nothing else:
/// at every word, from the longest stretch to the shortest, every way to read it is compared with
/// every way in which a name may stand. No trie, no hash, no state. For short texts: O(words^2 *
/// names * 2^(broken lines)). For names without derived forms and symbols.
std::string naive_links(const std::vector<Name>& names, const Document& document,
                        std::uint32_t passage = 0, Overlap overlap = Overlap::leftmost_longest);

/// What was found, in the same form: "0-3=1 5-9=0 12-15=0|2": begin, end, entry or candidates.
std::string shown(const Matches& found);
std::string shown(const Links& links);

}  // namespace crossroads::test
