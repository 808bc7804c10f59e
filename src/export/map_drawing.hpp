// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "export/dot_graph.hpp"
#include "export/graphviz.hpp"
#include "export/kind_style.hpp"
#include "export/line_style.hpp"
#include "export/map_content.hpp"

namespace crossroads {

/// A map's nodes, linking phrases and lines, with their places.
///
/// A linking phrase is a node of its own, as in the concept maps of Novak and Cañas ("The Theory
/// Underlying Concept Maps", 2008): so the layout keeps it clear of everything else, and lines are
/// led around it. Likewise the numbers on the strongest co-mentions.
class MapDrawing {
 public:
  MapDrawing(const ConceptGraph& graph, const KindStyles& styles, const MapContent& content);

  /// Finds a place for each node, so that none touches another: by stress majorization (Gansner,
  /// Koren, North, "Graph Drawing by Stress Majorization", GD 2004), then phrases go into the
  /// middle of what they join, then overlaps go ("prism"; Gansner, Hu, JGAA 14(1), 2010).
  void arrange();

  [[nodiscard]] DotGraph& dot() { return dot_; }
  /// A name that no entry has, for what is added to the drawing.
  [[nodiscard]] std::string own_name(std::string_view what) const;
  /// The corner of what is drawn. REQUIRES: arrange() was called.
  [[nodiscard]] Point lower_left() const { return lower_left_; }

 private:
  /// A node in the middle of what it joins.
  struct Middle {
    std::vector<std::size_t> from;  ///< places in nodes_
    std::size_t to = 0;
    std::size_t self = 0;
  };

  void add_entry(std::uint32_t vertex, const KindStyle& style, double size);
  void add_link(const MapLink& link);
  void add_co_mention(const MapCoMention& pair, bool strong);
  std::size_t add_middle(std::vector<std::size_t> from, std::size_t to);
  Agedge_t* add_line(std::size_t from, std::size_t to, const LineStyle& style);
  [[nodiscard]] std::vector<Point> places_by(std::string_view engine);
  void put_at(const std::vector<Point>& places);
  void centre_middles(std::vector<Point>& places) const;

  const ConceptGraph& graph_;
  DotGraph dot_;
  std::string prefix_;
  std::uint32_t most_;
  std::vector<Agnode_t*> nodes_;
  std::vector<std::size_t> node_of_;  // by vertex: a place in nodes_
  std::vector<Middle> middles_;
  std::size_t line_count_ = 0;
  Point lower_left_;
};

}  // namespace crossroads
