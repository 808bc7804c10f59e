// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"
#include "crossroads/graph/window.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/ontology/ontology.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// A text and what it names.
struct LinkedDocument {
  Document document;
  Links links;
};

/// What of the texts the graph keeps.
enum class EvidenceKind {
  text,       ///< the passages, word for word
  reference,  ///< offsets and checksums only
};

struct AssembleOptions {
  EvidenceKind evidence = EvidenceKind::text;
  Window window = {};                 ///< what co-mentions are counted in
  std::uint32_t evidence_limit = 50;  ///< passages that a co-mentioned edge lists, the best ones
  Anaphora anaphora = Anaphora::off;  ///< with which the texts were linked, for the manifest
};

/// The graph of an ontology and the texts linked to it: a node for every entry, mentioned or not,
/// and for every text, section and article; curated edges from statements, stated ones from cues,
/// co-mentioned ones for each two entries that one window names (where that is a passage: a note
/// together with the sentence that calls it, a list item together with its lead-in), those of
/// structure from the texts' outline and bylines; a node for every work that their notes cite and
/// the ontology does not have, what each passage cites, and who of the ontology wrote it. Documents
/// must have different ids, and their sentences be found where they are the window. The order of
/// `documents` changes nothing. Throws Error (input) where a lead-in, a note or a note's caller is
/// no passage of its document. O(statements + mentions per passage, squared).
ConceptGraph assemble(const Ontology& ontology, const std::vector<LinkedDocument>& documents,
                      const AssembleOptions& options = {});

}  // namespace crossroads
