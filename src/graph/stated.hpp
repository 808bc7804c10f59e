// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "crossroads/graph/assemble.hpp"

namespace crossroads {

/// A relation that a passage states.
struct StatedRelation {
  EntryId from{};
  EntryId to{};
  RelationId relation{};
  Polarity polarity = Polarity::positive;
  std::uint32_t passage = 0;  ///< its place in the document
  StatedWords words;
  std::optional<PassageSpan> with = {};  ///< of a list item: the words of its lead-in
};

/// Finds the ontology's cues between two mentions of fitting kinds, with nothing but an article
/// beside them: "AQIM in Mali", "Mali (MINUSMA)". A list states the relation for each of its
/// members: "FDLR, ADF and other armed groups in the Kivus". The first name of a list item may be
/// the second one of its lead-in: "MONUSCO fought: - FDLR - ADF". Of several cues of a relation
/// that fit the same two mentions, one that denies it counts, else the first. In text order, what
/// lead-ins state last. Nothing is read into anything looser, so what it finds is little and plain.
/// REQUIRES: lead-ins are passages of the document (add_text() checks).
std::vector<StatedRelation> find_stated(const Ontology& ontology, const LinkedDocument& linked);

}  // namespace crossroads
