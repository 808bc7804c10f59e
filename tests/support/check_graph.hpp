// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "crossroads/graph/assemble.hpp"

namespace crossroads::test {

/// What is wrong with a graph of any making, in words; empty if nothing is: vertices and edges in
/// order, their ids and keys unique, symmetric edges with the smaller vertex first; the Boost graph
/// has the columns' edges in the columns' order, in both directions; look-ups find what is there;
/// spans lie where they should. O(n log n).
std::string shape_violations(const ConceptGraph& graph);

/// That, and what must hold of a graph that assemble() made or that was read back: every count and
/// measure follows from the mentions, by counting them again the slow way; curated edges have no
/// evidence, stated ones the words of a passage that names both ends. Where the documents are
/// given, passages and mentions are theirs. O(edges * passages).
std::string violations(const ConceptGraph& graph,
                       const std::vector<LinkedDocument>& documents = {});

}  // namespace crossroads::test
