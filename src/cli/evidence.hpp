// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/table.hpp"
#include "crossroads/query/quote.hpp"

namespace crossroads {

/// The relation's label as it reads from the row's source: inverted where the edge runs backward.
std::string relation_label(const ConceptGraph& graph, const Edge& edge, bool backward);

/// Who says so, in a few words: sources with their locator, or the quote with its place.
std::string evidence_in_short(const ConceptGraph& graph, const Edge& edge,
                              const std::optional<Quote>& quote);

/// The columns that every row with evidence has: since, until, passages, npmi, sources, locator,
/// quote, document, section, article (their titles), authors, page, zone, passage, start, end,
/// parts where something interrupts the quote, and with: the passage that it leans on, if on one.
std::vector<Table::Column> evidence_columns();
void append_evidence_cells(std::vector<Cell>& row, const ConceptGraph& graph, const Edge& edge,
                           const std::optional<Quote>& quote);

}  // namespace crossroads
