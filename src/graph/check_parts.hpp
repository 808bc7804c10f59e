// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"

namespace crossroads {

// What a graph refuses of its parts: each throws Error (input) with what is wrong.

[[noreturn]] void refuse(const std::string& what);

/// Whether it is a section or an article.
bool is_part(const Vertex& vertex);

void refuse_equal_ids(const std::vector<Vertex>& vertices,
                      const std::vector<GraphPassage>& passages);

/// Ranges in order, mentions of entries within them, a section of the same document.
void check_passage(const GraphPassage& passage, std::span<const Vertex> vertices,
                   std::uint32_t entry_count);

/// A note's caller and an item's lead-in are other passages of the same document; the call and its
/// sentence lie in the caller.
void check_what_it_leans_on(const GraphPassage& passage, std::span<const GraphPassage> passages);

/// Refuses what cites a text or a part of one, or in words that do not lie in a note of its text.
void check_citations(const GraphPassage& passage, std::span<const GraphPassage> passages,
                     std::span<const Vertex> vertices);

/// The words lie in the passages that are named for them.
void check_evidence(const Evidence& evidence, std::span<const GraphPassage> passages);

/// What contains each vertex, by the edges `contains`; itself where nothing does. Refused is a
/// section or an article that is not contained in exactly one other or text of its document, or in
/// itself. O(vertices + edges).
std::vector<std::uint32_t> parents_of(std::span<const Vertex> vertices,
                                      std::span<const Edge> edges);

}  // namespace crossroads
