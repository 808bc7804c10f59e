// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/ontology/ontology.hpp"
#include "crossroads/text/citation.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// Someone who wrote what a text cites, or a part of the text, and whom the ontology does not have:
/// a curator may want to add them.
struct PersonCandidate {
  std::string family;
  std::string given;        ///< the fullest of the ways in which it is printed
  std::vector<Span> spans;  ///< in the source, in text order
};

/// The persons that bylines and citations name, with given names, where no mention of a person of
/// the ontology stands. Equal family names with given names that may be the same ("A.", "Ada") are
/// one. By family name, then given names. O(n log n).
std::vector<PersonCandidate> unknown_persons(const Ontology& ontology, const Document& document,
                                             const Citations& citations, const Links& links);

}  // namespace crossroads
