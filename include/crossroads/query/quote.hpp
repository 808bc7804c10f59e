// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"

namespace crossroads {

/// Words of a text, at their place.
struct Quote {
  std::uint32_t passage = 0;
  Span span;                ///< in the source
  std::vector<Span> parts;  ///< where something interrupts it; else empty
  std::string text;         ///< exactly those bytes, parts joined by line feeds; empty where the
                            ///< graph holds references only
  std::optional<PassageSpan> with = {};  ///< what else is needed to show it (Evidence::with)
};

/// The quote of a span that begins and ends in ranges of the passage.
Quote quote_at(const ConceptGraph& graph, std::uint32_t passage, Span span);

/// What of a piece of evidence to show: the words that state the edge; of a co-mention, from the
/// one name to the other where they are nearest in one range, else the range that holds the first.
Quote quote(const ConceptGraph& graph, const Edge& edge, const Evidence& evidence);

}  // namespace crossroads
