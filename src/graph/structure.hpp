// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/graph/assemble.hpp"

namespace crossroads {

/// Adds a text to the parts: its document, a vertex for it and for each of its sections and
/// articles, its passages with their mentions, and the edges of structure: `contains`, and
/// `authored` from each person of the ontology that a byline names. `evidence` says whether the
/// passages keep their words. Throws Error (input) where a lead-in, a note or a note's caller is no
/// passage of the text. REQUIRES: the vertices of `parts` begin with the ontology's entries.
/// O(passages * depth of sections + mentions + authors, n log n).
void add_text(GraphParts& parts, const Ontology& ontology, const LinkedDocument& linked,
              EvidenceKind evidence);

}  // namespace crossroads
