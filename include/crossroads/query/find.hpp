// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"

namespace crossroads {

/// The entries that `name` names: the one of that id, else those of that label or alias as written,
/// else in any case (ASCII). O(names).
std::vector<std::uint32_t> entries_named(const ConceptGraph& graph, std::string_view name);

/// The entry that `name` names: its id, else its label or an alias as written, else one of those in
/// any case (ASCII). Throws Error (question) where there is none, with "did you mean", or where
/// several bear the name, with their ids. O(names).
std::uint32_t find_entry(const ConceptGraph& graph, std::string_view name);

/// Throws Error (question) where the ontology has no such kind, with "did you mean".
void check_kind(const ConceptGraph& graph, std::string_view kind);

}  // namespace crossroads
