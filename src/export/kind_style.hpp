// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "crossroads/graph/concept_graph.hpp"
#include "export/dot_graph.hpp"

namespace crossroads {

/// How a map draws entries of a kind: by a shape and a colour, so that either tells them apart.
struct KindStyle {
  std::string_view shape;   ///< Graphviz' name
  std::string_view style;   ///< likewise
  std::string_view fill;    ///< "#rrggbb", light enough for black text
  std::string_view margin;  ///< around the label, in inches: slanted sides need more
  unsigned outlines = 1;    ///< more where there are more kinds than styles
};

/// The styles of all kinds of a graph. Ours keep theirs; other kinds get what is left, in the order
/// in which the ontology declares them, so that a kind looks the same in every map of a graph.
class KindStyles {
 public:
  explicit KindStyles(const ConceptGraph& graph);

  /// REQUIRES: `kind` is the main kind of an entry of the graph.
  [[nodiscard]] const KindStyle& of(const std::string& kind) const { return styles_.at(kind); }

 private:
  std::map<std::string, KindStyle> styles_;
};

/// Draws a node in that style; its label is set elsewhere.
void set_style(DotGraph& dot, Agnode_t* node, const KindStyle& style);

}  // namespace crossroads
