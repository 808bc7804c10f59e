// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/link/link.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/text/document.hpp"
#include "link/local/local_names.hpp"

namespace crossroads {

/// Adds to the links where "the" (or "this") and the end of a name stand for what the document has
/// named before: "the Council" behind "Security Council", "the Joint Force". For names with
/// capitals only, never of persons or places, and where it is safe:
///
/// - Of several that end so, known to the ontology or not ("the Refugee Council"), the one that was
///   named last, in this passage or the one before, where no other was; of the only one, wherever
///   it was named.
/// - A word that the document uses with a capital for more than one ("a State", "Missions") stands
///   for none.
/// - One word in small letters ("the panel") counts where names of several entries end so, the
///   document has the name with that word, named it within three passages, and never uses the word
///   for any ("a panel", "panels").
void add_anaphora(const LocalNames& names, const Document& document, Overlap overlap, Links& links);

}  // namespace crossroads
