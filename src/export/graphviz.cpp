// SPDX-License-Identifier: Apache-2.0
#include "export/graphviz.hpp"

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <cstdlib>

#include "crossroads/core/error.hpp"
#include "crossroads/core/printable.hpp"

namespace crossroads {
namespace {

/// What Graphviz said since the last layout began; it would print that on its own.
std::string said;

int keep_message(char* message) {
  said += message;
  return 0;
}

void check(int failed, std::string_view what) {
  if (failed == 0) return;
  throw Error(ErrorKind::internal,
              fmt::format("Graphviz can't {} the map: {}", what, printable_line(said)));
}

/// One for all layouts: Graphviz' Pango plugin remembers the name of the last font, which is the
/// context's, and compares it with the next one even where the context is gone (2.43).
GVC_t* context() {
  struct Context {
    GVC_t* gvc = (agseterrf(keep_message), gvContext());
    ~Context() { gvFreeContext(gvc); }
  };
  static const Context only;
  return only.gvc;
}

}  // namespace

GraphvizLayout::GraphvizLayout(DotGraph& graph, std::string_view engine) : graph_(graph.get()) {
  said.clear();
  std::srand(1);  // "prism" draws from std::rand(), wherever its sequence stands
  graph.set_graph("layout", engine);  // which would win over the argument
  const int failed = gvLayout(context(), graph_, std::string(engine).c_str());
  if (failed != 0) gvFreeLayout(context(), graph_);
  check(failed, "lay out");
}

GraphvizLayout::~GraphvizLayout() {
  gvFreeLayout(context(), graph_);
}

NodeBox GraphvizLayout::box_of(Agnode_t* node) {
  constexpr double points_per_inch = 72;
  return {{ND_coord(node).x, ND_coord(node).y},
          ND_width(node) * points_per_inch,
          ND_height(node) * points_per_inch};
}

std::string GraphvizLayout::render(std::string_view format) {
  char* data = nullptr;
  unsigned size = 0;
  const int failed = gvRenderData(context(), graph_, std::string(format).c_str(), &data, &size);
  std::string picture = data == nullptr ? std::string() : std::string(data, size);
  gvFreeRenderData(data);
  check(failed, "draw");
  return picture;
}

void place(DotGraph& graph, Agnode_t* node, Point centre) {
  graph.set(node, "pos", fmt::format("{:.2f},{:.2f}", centre.x, centre.y));
}

NodeBox measure(DotGraph& graph, Agnode_t* node) {
  DotGraph alone("measure");
  alone.set_graph("charset", "UTF-8");
  for (Agsym_t* attribute = agnxtattr(graph.get(), AGNODE, nullptr); attribute != nullptr;
       attribute = agnxtattr(graph.get(), AGNODE, attribute)) {
    alone.set_node_default(attribute->name, agxget(node, attribute));
  }
  Agnode_t* copy = alone.node("node");
  place(alone, copy, {});
  const GraphvizLayout layout(alone, "nop1");
  return GraphvizLayout::box_of(copy);
}

}  // namespace crossroads
