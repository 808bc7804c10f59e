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

namespace naive {
struct Sought;
}

/// What find_names() should find in a passage, by the rules that link() states and nothing else: at
/// every word, from the longest stretch to the shortest, every way to read it is compared with
/// every way in which a name may stand. No trie, no hash, no state. For names without derived forms
/// and symbols, and short texts.
class NaiveLinker {
 public:
  explicit NaiveLinker(const std::vector<Name>& names);
  NaiveLinker(const NaiveLinker&) = delete;
  NaiveLinker& operator=(const NaiveLinker&) = delete;
  ~NaiveLinker();

  /// Those of the document's first passage. O(words^2 * names * 2^(broken lines)).
  [[nodiscard]] std::string links(const Document& document,
                                  Overlap overlap = Overlap::leftmost_longest) const;

 private:
  std::vector<naive::Sought> names_;
};

/// What was found, in the same form: "0-3=1 5-9=0 12-15=0|2": begin, end, entry or candidates.
std::string shown(const Matches& found);
std::string shown(const Links& links);

}  // namespace crossroads::test
