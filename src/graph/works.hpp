// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "crossroads/graph/assemble.hpp"
#include "crossroads/text/citation.hpp"

namespace crossroads {

/// The node id of a work: "work:boas-2014-guns-money-and-prayers", of its first author (else what
/// holds or publishes it), the year and its title, in plain letters; of what has a document symbol
/// "work:s-2014-957". A long title, or one of another script, ends in a checksum of all of it. So
/// texts that print one title with other capitals, marks or signs have one node, and an id depends
/// on nothing but the citation; a title without its subtitle is another's.
std::string work_id(const CitedWork& work);

/// Adds the works that the texts cite: a vertex of kind "work" for each that the ontology does not
/// have, with what its citations say as attributes, the first in the order of texts before the
/// others; `authored` edges to it from persons of the ontology whom its citations name; and what
/// each passage cites, works and documents of the ontology alike. A document is the ontology's
/// where a symbol in its citation is, or its title is a label or an alias. `documents` are those of
/// `parts`, in their order. O(n log n).
void add_works(GraphParts& parts, const Ontology& ontology,
               const std::vector<const LinkedDocument*>& documents);

}  // namespace crossroads
