// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"
#include "crossroads/query/place.hpp"
#include "crossroads/query/quote.hpp"

namespace crossroads {

struct LinksQuestion {
  std::string from;           ///< a kind; narrower ones are meant too; text, section, article
  std::string to;             ///< likewise
  std::string relation;       ///< only this one; empty for any
  bool co_mentioned = false;  ///< also pairs that some passage names together, and nothing more
  bool composed = true;       ///< also two steps through a third entry
  PlaceQuestion where = {};   ///< only what a passage there shows
};

/// One answer, or one of the two steps of a composed one. An answer is an edge, never a sum over
/// edges: what a curator says, what a passage states and what is merely co-mentioned stay apart.
struct LinkRow {
  std::uint32_t source = 0;          ///< of the kind that was asked from
  std::uint32_t target = 0;          ///< of the kind that was asked to
  Edge edge;                         ///< the edge itself, or that of the step
  bool backward = false;             ///< the edge runs from target to source
  std::optional<std::uint32_t> via;  ///< of a composed link: the entry in the middle
  unsigned step = 0;                 ///< of a composed link: 1 or 2
  std::optional<Quote> quote;        ///< the best evidence; nothing for what a curator says
};

/// Which entries of one kind are linked with which of another, texts and their parts among them
/// where they are asked for. Where `where` narrows, a row's quote lies there (of a composed link
/// that of both steps), and what a curator says has none; numbers stay those of the edge. A
/// composed link joins two entries where the one is `deployed-in` a place and the other
/// `operates-in` it, if the periods of both statements and of both entries (their attributes
/// `established` and `ended`) may share a day; for each step it takes the words of a passage before
/// a curator's statement. Rows are sorted by source, target, then: curated, stated, composed,
/// co-mentioned. Throws Error (question) where a kind, the relation or a place does not exist.
/// O(edges), and for composed links O(pairs of entries in one place).
std::vector<LinkRow> find_links(const ConceptGraph& graph, const LinksQuestion& question);

}  // namespace crossroads
