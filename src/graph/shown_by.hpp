// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"
#include "crossroads/graph/window.hpp"

namespace crossroads {

/// Finds all that shows a co-mention, from what the graph keeps: an edge lists only the best. The
/// graph must outlive it.
class ShownBy {
 public:
  /// O(passages).
  explicit ShownBy(const ConceptGraph& graph);

  /// The evidence of a co-mentioned edge, the best first, as assemble() ranks it. Windows within a
  /// passage are found in its words; where the graph keeps references only, any passage that names
  /// both is taken for evidence. O(passages that name either
  /// entry, n log n), and of windows within a passage the bytes of those that name both.
  [[nodiscard]] std::vector<Evidence> evidence_of(const Edge& edge) const;

 private:
  struct Showing;
  [[nodiscard]] std::vector<Showing> in_passages(const Edge& edge) const;
  [[nodiscard]] std::vector<Showing> within_passages(const Edge& edge) const;
  [[nodiscard]] std::vector<Showing> in_larger(const Edge& edge) const;
  [[nodiscard]] std::uint32_t larger_window(std::uint32_t passage) const;
  [[nodiscard]] bool is_in_one_window(std::uint32_t passage, const Edge& edge) const;

  const ConceptGraph& graph_;
  Window window_;
  std::map<std::uint32_t, std::vector<Span>> calls_;  // of notes, by the passage that calls
};

}  // namespace crossroads
