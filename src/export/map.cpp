// SPDX-License-Identifier: Apache-2.0
#include "crossroads/export/map.hpp"

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <array>
#include <set>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/error.hpp"
#include "export/dot_graph.hpp"
#include "export/map_content.hpp"

namespace crossroads {
namespace {

/// Kinds are told apart by shape and by colour. The colours are pastel tints of Okabe and Ito's
/// palette, which the colour-blind can tell apart; text on them is black.
struct KindStyle {
  std::string_view kind;
  std::string_view shape;
  std::string_view fill;
};

constexpr std::array kind_styles{
    KindStyle{"concept", "ellipse", "#f6dc9a"}, KindStyle{"mission", "box", "#bfe0f5"},
    KindStyle{"unit", "box", "#d9ecf8"},        KindStyle{"armed-group", "hexagon", "#f2c2a0"},
    KindStyle{"person", "oval", "#ffffff"},     KindStyle{"organization", "house", "#a8ddcb"},
    KindStyle{"place", "cds", "#f7f3a5"},       KindStyle{"document", "note", "#e6c4d8"},
};

KindStyle style_of(const ConceptGraph& graph, std::uint32_t vertex) {
  for (const KindStyle& style : kind_styles) {
    if (graph.is_of_kind(vertex, style.kind)) return style;
  }
  return {"", "ellipse", "#eeeeee"};
}

/// Words on lines of about `width` characters, so that no node is much wider than it is high.
std::string wrap(std::string_view label, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  while (!label.empty()) {
    const std::size_t space = std::min(label.find(' '), label.size());
    if (column > 0 && column + 1 + space > width) {
      out += '\n';
      column = 0;
    } else if (column > 0) {
      out += ' ';
      ++column;
    }
    out += label.substr(0, space);
    column += space;
    label.remove_prefix(std::min(space + 1, label.size()));
  }
  return out;
}

/// Graphviz takes a label's line feed for an escape sequence's work: "\n".
std::string map_label(std::string_view label) {
  constexpr std::size_t label_width = 18;
  std::string out;
  for (const char c : wrap(dot_label(label), label_width)) {
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

class MapDrawing {
 public:
  MapDrawing(const ConceptGraph& graph, const MapContent& content) : graph_(graph), dot_("map") {
    set_defaults();
    nodes_.resize(graph.vertices().size(), nullptr);
    for (const std::uint32_t vertex : content.nodes) add_node(vertex);
    for (const std::uint32_t edge : content.edges) add_edge(graph.edge(edge));
  }

  Agraph_t* get() { return dot_.get(); }
  std::string text() const { return dot_.text(); }

 private:
  void set_defaults() {
    // Everything that decides where things go is fixed, so that the same map comes out each time.
    for (const auto& [name, value] :
         std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"charset", "UTF-8"},
             {"layout", "fdp"},
             {"start", "7"},
             {"overlap", "prism"},
             {"splines", "true"},
             {"K", "1.1"},
             {"sep", "+12"},
             {"outputorder", "edgesfirst"},
             {"fontname", "DejaVu Sans"},
             {"bgcolor", "white"}}) {
      dot_.set_graph(name, value);
    }
    dot_.set_node_default("fontname", "DejaVu Sans");
    dot_.set_node_default("fontsize", "11");
    // Shapes with slanted sides cut into labels of three lines without it.
    dot_.set_node_default("margin", "0.16,0.1");
    dot_.set_node_default("style", "filled");
    dot_.set_node_default("color", "#444444");
    dot_.set_edge_default("fontname", "DejaVu Sans");
    dot_.set_edge_default("fontsize", "8");
    dot_.set_edge_default("color", "#555555");
    dot_.set_edge_default("arrowsize", "0.6");
  }

  void add_node(std::uint32_t vertex) {
    const Vertex& entry = graph_.vertex(vertex);
    const KindStyle style = style_of(graph_, vertex);
    Agnode_t* node = dot_.node(entry.id);
    dot_.set(node, "label", map_label(entry.label));
    dot_.set(node, "tooltip", dot_label(fmt::format("{} ({})", entry.label, entry.kinds.front())));
    dot_.set(node, "shape", style.shape);
    dot_.set(node, "fillcolor", style.fill);
    nodes_[vertex] = node;
  }

  void add_edge(const Edge& edge) {
    Agedge_t* line = dot_.edge(nodes_[edge.source], nodes_[edge.target], edge.key);
    if (edge.symmetric) dot_.set(line, "dir", "none");
    if (edge.origin == Origin::co_mentioned) {
      dot_.set(line, "style", "dashed");
      dot_.set(line, "color", "#aaaaaa");
      dot_.set(line, "penwidth", fmt::format("{:.1f}", std::min(4.0, 0.6 + 0.2 * edge.weight)));
      dot_.set(line, "tooltip", fmt::format("named together in {} passages", edge.weight));
      return;
    }
    const Relation* relation = graph_.find_relation(edge.relation);
    const std::string label = relation == nullptr ? edge.relation : relation->label;
    dot_.set(line, "label",
             dot_label(edge.polarity == Polarity::negative ? "not: " + label : label));
    dot_.set(line, "tooltip", dot_label(fmt::format("{} ({})", label, to_string(edge.origin))));
    dot_.set(line, "penwidth", edge.origin == Origin::stated ? "2.0" : "1.0");
  }

  const ConceptGraph& graph_;
  DotGraph dot_;
  std::vector<Agnode_t*> nodes_;
};

std::string_view graphviz_name(PictureFormat format) {
  switch (format) {
    case PictureFormat::svg:
      return "svg";
    case PictureFormat::png:
      return "png";
    case PictureFormat::pdf:
      return "pdf";
    case PictureFormat::dot:
      return "dot";
  }
  return "svg";
}

std::string render(Agraph_t* graph, PictureFormat format) {
  const auto check = [](int failed, std::string_view what) {
    if (failed != 0)
      throw Error(ErrorKind::internal, fmt::format("Graphviz can't {} the map", what));
  };
  struct Context {
    GVC_t* gvc = gvContext();
    ~Context() { gvFreeContext(gvc); }
  };
  // One for all maps: Graphviz' Pango plugin remembers the name of the last font, which is the
  // context's, and compares it with the next one even where the context is gone (2.43).
  static const Context context;
  check(gvLayout(context.gvc, graph, "fdp"), "lay out");
  char* data = nullptr;
  unsigned size = 0;
  const int failed = gvRenderData(context.gvc, graph, graphviz_name(format).data(), &data, &size);
  std::string picture = data == nullptr ? std::string() : std::string(data, size);
  gvFreeRenderData(data);
  gvFreeLayout(context.gvc, graph);
  check(failed, "draw");
  return picture;
}

}  // namespace

std::optional<PictureFormat> picture_format_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string ending = ascii_lower(name.substr(dot + 1));
  for (const PictureFormat format :
       {PictureFormat::svg, PictureFormat::png, PictureFormat::pdf, PictureFormat::dot}) {
    if (ending == graphviz_name(format)) return format;
  }
  return std::nullopt;
}

Map draw_map(const ConceptGraph& graph, const MapOptions& options) {
  const MapContent content = choose_map_content(graph, options);
  MapDrawing drawing(graph, content);
  Map map;
  map.nodes = content.nodes.size();
  map.left_out = content.nodes_left_out;
  map.co_mentions_left_out = content.co_mentions_left_out;
  map.picture =
      options.format == PictureFormat::dot ? drawing.text() : render(drawing.get(), options.format);
  return map;
}

}  // namespace crossroads
