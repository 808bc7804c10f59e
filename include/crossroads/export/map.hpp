// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"

namespace crossroads {

enum class PictureFormat { svg, png, pdf, dot };

/// The format of a picture's name by its ending, in any case; nothing where it is none of them.
std::optional<PictureFormat> picture_format_of(std::string_view name);

enum class MapLegend {
  below,  ///< what was drawn of how much, kinds, lines, and the strongest pairs in words
  none,
};

struct MapOptions {
  PictureFormat format = PictureFormat::svg;
  std::vector<std::string> kinds;      ///< only entries of these; empty for all
  std::optional<std::uint32_t> focus;  ///< only what lies within `depth` steps of this entry
  unsigned depth = 1;
  std::size_t node_limit = 40;        ///< the entries that most passages name
  std::size_t co_mention_limit = 40;  ///< the co-mentions of most passages, between those
  MapLegend legend = MapLegend::below;
};

struct Map {
  std::string picture;
  std::size_t nodes = 0;     ///< drawn
  std::size_t left_out = 0;  ///< entries that fit the options and are not drawn
  std::size_t co_mentions_left_out = 0;
};

/// A concept map: what is curated or stated between the entries drawn, each under its linking
/// phrase, and the strongest of their co-mentions. Kinds are told apart by shape and colour, who
/// says so by the style of a line, in how many passages by its width. Laid out by libgvc from a
/// fixed seed, so the same graph, options, fonts and Graphviz give the same bytes. As DOT, with
/// every node's place: `dot -Tsvg` draws it. One call at a time: libgvc is not thread-safe; it also
/// seeds std::rand() and takes over libcgraph's error messages. Lines are led around nodes up to
/// 400 of them, beyond that they are straight, for time grows with the square of both. Throws Error
/// (internal) where Graphviz fails.
Map draw_map(const ConceptGraph& graph, const MapOptions& options);

}  // namespace crossroads
