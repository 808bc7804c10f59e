// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "export/dot_graph.hpp"

namespace crossroads {

/// In points, a 72nd of an inch, from the lower left.
struct Point {
  double x = 0;
  double y = 0;
};

/// The middle of a node, and how far it reaches.
struct NodeBox {
  Point centre;
  double width = 0;
  double height = 0;
};

/// A graph laid out by libgvc, for as long as this lives; one at a time in a program, for libgvc
/// is not thread-safe. Throws Error (internal) where Graphviz fails.
class GraphvizLayout {
 public:
  /// By the engine of that name: "neato", or "nop1" for nodes that have their places. Seeds
  /// std::rand(), so that the same graph gets the same layout.
  GraphvizLayout(DotGraph& graph, std::string_view engine);
  ~GraphvizLayout();
  GraphvizLayout(const GraphvizLayout&) = delete;
  GraphvizLayout& operator=(const GraphvizLayout&) = delete;

  [[nodiscard]] static NodeBox box_of(Agnode_t* node);
  /// "svg", "png", "pdf" …
  [[nodiscard]] std::string render(std::string_view format);

 private:
  Agraph_t* graph_;
};

/// Gives a node its place, for the engine "nop1".
void place(DotGraph& graph, Agnode_t* node, Point centre);

/// How large Graphviz draws a node, wherever it stands. No other layout may live meanwhile.
NodeBox measure(DotGraph& graph, Agnode_t* node);

}  // namespace crossroads
