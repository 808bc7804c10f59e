// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crossroads/graph/concept_graph.hpp"

namespace crossroads {

/// The works that the texts cite, by id, as BibTeX in UTF-8, as BibTeX, Biber, Zotero and pandoc
/// read it. A key is the work's id without "work:". Titles stand in double braces, so that no style
/// changes their capitals; what means something to TeX is escaped. O(output).
std::string write_bibtex(const ConceptGraph& graph);

/// The same as CSL-JSON, as citation processors read it. O(output).
std::string write_csl_json(const ConceptGraph& graph);

}  // namespace crossroads
