// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crossroads/export/view.hpp"
#include "crossroads/graph/concept_graph.hpp"

namespace crossroads {

/// The graph in Graphviz' DOT language, by libcgraph: node names are node ids, in the graph's
/// order, a backslash in them doubled, as DOT needs it; labels are escaped, so that no text is
/// taken for markup. Attributes that no drawing reads (kind, origin, key, weight, npmi …) carry
/// what the JSON says under the same names. DOT is for drawing: evidence is not in it. One call at
/// a time: libcgraph is not thread-safe. O(output).
std::string write_dot(const ConceptGraph& graph, View view);

}  // namespace crossroads
