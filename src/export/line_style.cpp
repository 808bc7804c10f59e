// SPDX-License-Identifier: Apache-2.0
#include "export/line_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace crossroads {
namespace {

/// As wide as the root of the passages' share of the most: a line of four times the passages is
/// about twice as wide.
double width_of(std::uint32_t passages, std::uint32_t most) {
  return 0.8 + 3.7 * std::sqrt(static_cast<double>(passages) / most);
}

}  // namespace

std::uint32_t most_passages(const MapContent& content) {
  std::uint32_t most = 1;
  for (const MapCoMention& pair : content.co_mentions) most = std::max(most, pair.passages);
  for (const MapLink& link : content.links) {
    for (const MapLinkStart& start : link.from) most = std::max(most, start.passages);
  }
  return most;
}

LineStyle line_of(bool curated, bool stated, std::uint32_t passages, std::uint32_t most) {
  if (!stated) return {"solid", "#333333", 1.0};
  if (!curated) return {"dashed", "#333333", width_of(passages, most)};
  // Wider parallel lines would run into one another at bends.
  return {"solid", "#333333:white:#333333", std::min(2.0, width_of(passages, most))};
}

LineStyle line_of(const MapCoMention& pair, bool strong, std::uint32_t most) {
  return {"dotted", strong ? "#444444" : "#999999", width_of(pair.passages, most)};
}

void set_line(DotGraph& dot, Agedge_t* line, const LineStyle& style) {
  dot.set(line, "style", style.style);
  dot.set(line, "color", style.color);
  dot.set(line, "penwidth", fmt::format("{:.2f}", style.width));
}

}  // namespace crossroads
