// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "export/dot_graph.hpp"
#include "export/map_content.hpp"

namespace crossroads {

/// How a map draws a line: the style says who says so, the width in how many passages.
struct LineStyle {
  std::string_view style;  ///< Graphviz' name
  std::string_view color;  ///< likewise
  double width = 1;        ///< in points
};

/// How many of a map's co-mentions, the strongest, are drawn darker and with their number.
constexpr std::size_t strong_pairs = 10;

/// The passages of the strongest line of a map; at least 1.
std::uint32_t most_passages(const MapContent& content);

/// Of a link that `passages` state, where `most` state the strongest one.
LineStyle line_of(bool curated, bool stated, std::uint32_t passages, std::uint32_t most);
LineStyle line_of(const MapCoMention& pair, bool strong, std::uint32_t most);

void set_line(DotGraph& dot, Agedge_t* line, const LineStyle& style);

}  // namespace crossroads
