// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <unordered_set>

#include "crossroads/link/lexicon.hpp"
#include "crossroads/link/symbols.hpp"
#include "link/local/local_names.hpp"
#include "link/names/names.hpp"
#include "link/sense/senses.hpp"

namespace crossroads {

/// All that linking needs to know of an ontology.
struct Lexicon::Data {
  Names names;          ///< NameForm::form is the place of a form among those of its entry; of a
                        ///< derived form, no_form
  SymbolIndex symbols;  ///< what is found by rule, not by form
  Senses senses;        ///< of the entries that bear a form with others
  std::unordered_set<EntryId>
      lenders;  ///< organizations and places: whose name others bear in theirs
  std::unordered_set<EntryId> places;  ///< whose names rivers, lakes and namesakes bear in theirs
  LocalNames local;                    ///< what may be said shorter in one document
};

}  // namespace crossroads
