// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "crossroads/graph/concept_graph.hpp"

namespace crossroads {

/// The graph as node-link JSON (graphs/FORMAT.md), which NetworkX reads as it is: a node or an edge
/// a line, nodes and edges in the graph's order, the same bytes for the same graph. O(output).
std::string write_graph_json(const ConceptGraph& graph);

/// Reads what write_graph_json() wrote, perhaps changed by another program: members that it does
/// not know are passed over, nodes and edges may come in any order. Throws Error (input), with the
/// place in `name`, where it is no such graph. O(bytes log bytes).
ConceptGraph read_graph_json(std::string_view json, const std::string& name);

}  // namespace crossroads
