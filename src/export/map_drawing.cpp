// SPDX-License-Identifier: Apache-2.0
#include "export/map_drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "crossroads/core/printable.hpp"
#include "export/map_label.hpp"

namespace crossroads {
namespace {

constexpr std::size_t entry_label_width = 18;
constexpr std::size_t phrase_width = 14;
constexpr auto nowhere = std::numeric_limits<std::size_t>::max();

/// The beginning of names that no vertex' id has.
std::string unused_prefix(const ConceptGraph& graph) {
  std::string prefix = ":";
  for (const Vertex& vertex : graph.vertices()) {
    while (vertex.id.starts_with(prefix)) prefix += ':';
  }
  return prefix;
}

void set_defaults(DotGraph& dot) {
  // Everything that decides where things go is fixed, so that the same map comes out each time.
  for (const auto& [name, value] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"charset", "UTF-8"},
           {"start", "7"},
           {"mode", "major"},
           {"maxiter", "2000"},
           {"pack", "24"},
           {"sep", "+10"},
           {"esep", "+3"},
           {"outputorder", "edgesfirst"},
           {"fontname", "DejaVu Sans"},
           {"bgcolor", "white"},
           {"pad", "0.2"}}) {
    dot.set_graph(name, value);
  }
  // Graphviz gives this to the graphs that are made after its context, so not to the first one.
  dot.set_node_default("label", "\\N");
  dot.set_node_default("fontname", "DejaVu Sans");
  dot.set_node_default("fontsize", "11");
  dot.set_node_default("style", "filled");
  dot.set_node_default("color", "#333333");
  dot.set_edge_default("arrowsize", "0.7");
  dot.set_edge_default("dir", "none");
}

}  // namespace

MapDrawing::MapDrawing(const ConceptGraph& graph, const KindStyles& styles,
                       const MapContent& content)
    : graph_(graph),
      dot_("map"),
      prefix_(unused_prefix(graph)),
      most_(most_passages(content)),
      node_of_(graph.vertices().size(), nowhere) {
  set_defaults(dot_);
  std::uint32_t most_named = 1;
  for (const std::uint32_t vertex : content.nodes) {
    most_named = std::max(most_named, graph.vertex(vertex).passages);
  }
  for (const std::uint32_t vertex : content.nodes) {
    const double share = static_cast<double>(graph.vertex(vertex).passages) / most_named;
    add_entry(vertex, styles.of(graph.vertex(vertex).kinds.front()), 10 + 7 * std::sqrt(share));
  }
  for (const MapLink& link : content.links) add_link(link);
  for (std::size_t i = 0; i < content.co_mentions.size(); ++i) {
    add_co_mention(content.co_mentions[i], i < strong_pairs);
  }
}

std::string MapDrawing::own_name(std::string_view what) const {
  return fmt::format("{}{}", prefix_, what);
}

void MapDrawing::add_entry(std::uint32_t vertex, const KindStyle& style, double size) {
  const Vertex& entry = graph_.vertex(vertex);
  Agnode_t* node = dot_.node(entry.id);
  dot_.set(node, "label", map_label(entry.label, entry_label_width));
  dot_.set(node, "tooltip",
           map_text(fmt::format("{} ({}), named in {}", entry.label, entry.kinds.front(),
                                counted(entry.passages, "passage"))));
  dot_.set(node, "fontsize", fmt::format("{:.1f}", size));
  set_style(dot_, node, style);
  node_of_[vertex] = nodes_.size();
  nodes_.push_back(node);
}

void MapDrawing::add_link(const MapLink& link) {
  std::vector<std::size_t> from;
  std::uint32_t passages = 0;
  for (const MapLinkStart& start : link.from) {
    from.push_back(node_of_[start.vertex]);
    passages = std::max(passages, start.passages);
  }
  const std::size_t middle = add_middle(from, node_of_[link.to]);
  Agnode_t* phrase = nodes_[middle];
  dot_.set(phrase, "label", map_label(link.phrase, phrase_width));
  dot_.set(phrase, "shape", "plaintext");
  dot_.set(phrase, "fillcolor", "white");  // where a line must pass, it passes behind
  dot_.set(phrase, "fontsize", "9");
  dot_.set(phrase, "margin", "0.03,0.02");
  for (const char* side : {"width", "height"}) dot_.set(phrase, side, "0");

  const std::string origin = link.curated && link.stated ? "curated and stated"
                             : link.curated              ? "curated"
                                                         : "stated";
  for (const MapLinkStart& start : link.from) {
    const std::string said =
        map_text(fmt::format("{} {} {} ({})", graph_.vertex(start.vertex).label, link.phrase,
                             graph_.vertex(link.to).label, origin));
    Agedge_t* line = add_line(node_of_[start.vertex], middle,
                              line_of(link.curated, link.stated, start.passages, most_));
    dot_.set(line, "tooltip", said);
    if (link.from.size() == 1) dot_.set(phrase, "tooltip", said);
  }
  Agedge_t* line =
      add_line(middle, node_of_[link.to], line_of(link.curated, link.stated, passages, most_));
  if (!link.symmetric) dot_.set(line, "dir", "forward");
}

void MapDrawing::add_co_mention(const MapCoMention& pair, bool strong) {
  const std::size_t first = node_of_[pair.first];
  const std::size_t second = node_of_[pair.second];
  const LineStyle style = line_of(pair, strong, most_);
  const std::string said =
      dot_label(fmt::format("{} and {}: named together in {}", graph_.vertex(pair.first).label,
                            graph_.vertex(pair.second).label, counted(pair.passages, "passage")));
  if (!strong) {
    dot_.set(add_line(first, second, style), "tooltip", said);
    return;
  }
  const std::size_t middle = add_middle({first}, second);
  Agnode_t* number = nodes_[middle];
  dot_.set(number, "label", fmt::format("{}", pair.passages));
  dot_.set(number, "tooltip", said);
  dot_.set(number, "shape", "circle");
  dot_.set(number, "fillcolor", "white");
  dot_.set(number, "color", style.color);
  dot_.set(number, "fontsize", "10");
  dot_.set(number, "margin", "0.01");
  for (const char* side : {"width", "height"}) dot_.set(number, side, "0.2");
  dot_.set(add_line(first, middle, style), "tooltip", said);
  dot_.set(add_line(middle, second, style), "tooltip", said);
}

std::size_t MapDrawing::add_middle(std::vector<std::size_t> from, std::size_t to) {
  const std::size_t self = nodes_.size();
  nodes_.push_back(dot_.node(own_name(fmt::format("link-{}", middles_.size() + 1))));
  middles_.push_back({std::move(from), to, self});
  return self;
}

Agedge_t* MapDrawing::add_line(std::size_t from, std::size_t to, const LineStyle& style) {
  Agedge_t* line = dot_.edge(nodes_[from], nodes_[to], "");
  set_line(dot_, line, style);
  ++line_count_;
  return line;
}

void MapDrawing::arrange() {
  dot_.set_graph("splines", "none");
  dot_.set_graph("overlap", "true");
  std::vector<Point> places = places_by("neato");
  centre_middles(places);
  put_at(places);
  dot_.set_graph("overlap", "prism");
  put_at(places_by("nop1"));
  dot_.set_graph("overlap", "true");
  // Leading lines around nodes takes time that grows with the square of both.
  constexpr std::size_t most_led_lines = 400;
  dot_.set_graph("splines", line_count_ > most_led_lines ? "line" : "true");
}

std::vector<Point> MapDrawing::places_by(std::string_view engine) {
  const GraphvizLayout layout(dot_, engine);
  std::vector<Point> places;
  constexpr double far = std::numeric_limits<double>::max();
  Point low{far, far};
  for (Agnode_t* node : nodes_) {
    const NodeBox box = GraphvizLayout::box_of(node);
    places.push_back(box.centre);
    low.x = std::min(low.x, box.centre.x - box.width / 2);
    low.y = std::min(low.y, box.centre.y - box.height / 2);
  }
  lower_left_ = nodes_.empty() ? Point() : low;
  return places;
}

void MapDrawing::put_at(const std::vector<Point>& places) {
  for (std::size_t i = 0; i < nodes_.size(); ++i) place(dot_, nodes_[i], places[i]);
}

void MapDrawing::centre_middles(std::vector<Point>& places) const {
  for (std::size_t i = 0; i < middles_.size(); ++i) {
    const Middle& middle = middles_[i];
    Point mean;
    for (const std::size_t start : middle.from) {
      mean.x += places[start].x / static_cast<double>(middle.from.size());
      mean.y += places[start].y / static_cast<double>(middle.from.size());
    }
    // Several between the same nodes would lie on one another, and nothing could tell them apart:
    // so each goes a little aside, and no two in the same direction (turning by the golden angle).
    constexpr double golden_angle = 2.399963;
    constexpr double aside = 5;
    const double direction = golden_angle * static_cast<double>(i);
    places[middle.self] = {(mean.x + places[middle.to].x) / 2 + aside * std::cos(direction),
                           (mean.y + places[middle.to].y) / 2 + aside * std::sin(direction)};
  }
}

}  // namespace crossroads
