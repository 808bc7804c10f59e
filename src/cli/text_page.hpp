// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "crossroads/graph/concept_graph.hpp"

namespace crossroads {

/// What is known of a text, section or article, named by its id or title: who wrote it, what it
/// stands in and holds, what it names most, and its first `passages` passages; or of a passage,
/// named by its id. Empty where there is none of that name. Throws Error (question) where several
/// bear it.
std::string page_of_text(const ConceptGraph& graph, std::string_view name, std::size_t passages);

}  // namespace crossroads
