// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <graphviz/cgraph.h>

#include <memory>
#include <string>
#include <string_view>

namespace crossroads {

struct CloseDotGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};

/// A libcgraph graph that closes itself, with what its C interface lacks: const strings, and an
/// error instead of a null pointer.
class DotGraph {
 public:
  /// A directed graph with parallel edges.
  explicit DotGraph(std::string_view name);

  [[nodiscard]] Agraph_t* get() const { return graph_.get(); }

  // Names and keys are taken as they are, and made dot_string()s.

  /// The node of that name, made where there is none.
  Agnode_t* node(std::string_view name);
  /// A new edge; `key` tells it from others between the same nodes.
  Agedge_t* edge(Agnode_t* from, Agnode_t* to, std::string_view key);

  void set_graph(std::string_view attribute, std::string_view value);
  void set_node_default(std::string_view attribute, std::string_view value);
  void set_edge_default(std::string_view attribute, std::string_view value);
  /// An attribute of a node or an edge; declared on first use.
  void set(Agnode_t* node, std::string_view attribute, std::string_view value);
  void set(Agedge_t* edge, std::string_view attribute, std::string_view value);

  /// As DOT.
  [[nodiscard]] std::string text() const;

 private:
  std::unique_ptr<Agraph_t, CloseDotGraph> graph_;
};

/// `text` with every backslash doubled: DOT has no string that ends in a single one, or has one
/// before a quotation mark.
std::string dot_string(std::string_view text);

/// `text` as a label that Graphviz shows as it is: no escape sequences, no references, no markup.
std::string dot_label(std::string_view text);

}  // namespace crossroads
