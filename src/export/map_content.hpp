// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "crossroads/export/map.hpp"

namespace crossroads {

/// Where a linking phrase is reached from.
struct MapLinkStart {
  std::uint32_t vertex = 0;
  std::uint32_t passages = 0;  ///< that state it from there
};

/// A linking phrase ("is deployed in"), the entries that it leaves and the one that it reaches.
/// What is curated and what is stated under one phrase is one link of both origins.
struct MapLink {
  std::string phrase;
  std::vector<MapLinkStart> from;  ///< several only where all have the same origins; never empty
  std::uint32_t to = 0;
  bool symmetric = false;
  bool curated = false;
  bool stated = false;
};

/// Two entries that passages name together.
struct MapCoMention {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t passages = 0;
};

/// What a map shows, by vertices of the graph.
struct MapContent {
  std::vector<std::uint32_t> nodes;  ///< in the graph's order
  std::vector<MapLink> links;
  std::vector<MapCoMention> co_mentions;  ///< the strongest first
  std::size_t nodes_left_out = 0;
  std::size_t co_mentions_left_out = 0;
};

/// Chooses the entries that most passages name, of those that fit the options and that some edge
/// shown joins to another; then what is curated or stated between them, and the co-mentions of most
/// passages. Equal ones are chosen in the graph's order. O(edges log edges).
MapContent choose_map_content(const ConceptGraph& graph, const MapOptions& options);

}  // namespace crossroads
