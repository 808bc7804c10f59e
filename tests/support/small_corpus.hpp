// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crossroads/graph/assemble.hpp"

namespace crossroads::test {

/// A text by its id, which also says its format: "a.txt", "b.md".
struct SmallText {
  std::string id;
  std::string bytes;
};

/// The ontology of what stands between <ontology> and </ontology>; a test fails where it has
/// errors.
Ontology ontology_of(std::string_view xml);

/// The texts, read and linked.
std::vector<LinkedDocument> linked_texts(const Ontology& ontology,
                                         const std::vector<SmallText>& texts);

/// The graph of all that, with its invariants checked.
ConceptGraph graph_of(const Ontology& ontology, const std::vector<SmallText>& texts,
                      const AssembleOptions& options = {});
ConceptGraph graph_of(std::string_view xml, const std::vector<SmallText>& texts,
                      const AssembleOptions& options = {});

/// The edges as lines "source key target", in the graph's order; without co-mentions if not asked.
std::vector<std::string> edge_names(const ConceptGraph& graph, bool co_mentions = false);

/// A small world to ask of: missions, armed groups and places, with statements, cues, periods, a
/// narrower kind, a symmetric relation and a shared alias; and texts that state, deny and mention.
std::string_view briefing_ontology();
std::vector<SmallText> briefing_texts();

/// A volume by several authors, persons known and unknown, with a section of two articles, a list
/// and a note; and the ontology of what it names.
std::string_view volume_ontology();
SmallText volume();

}  // namespace crossroads::test
