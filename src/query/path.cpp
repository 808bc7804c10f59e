// SPDX-License-Identifier: Apache-2.0
#include "crossroads/query/path.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <queue>
#include <tuple>

namespace crossroads {
namespace {

constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

class PathFinder {
 public:
  PathFinder(const ConceptGraph& graph, const PathOptions& options)
      : graph_(graph),
        options_(options),
        cost_(graph.vertices().size(), unreached),
        step_(graph.vertices().size()) {}

  std::vector<PathStep> run(std::uint32_t from, std::uint32_t to) {
    if (from == to) return {};
    cost_[from] = 0;
    queue_.emplace(0, from);
    while (!queue_.empty()) {
      const auto [cost, vertex] = queue_.top();
      queue_.pop();
      if (vertex == to) return steps_to(from, to);
      if (cost == cost_[vertex]) expand(vertex);
    }
    return {};
  }

 private:
  void expand(std::uint32_t vertex) {
    const BoostGraph& boost_graph = graph_.boost_graph();
    const auto index = boost::get(boost::edge_index, boost_graph);
    for (auto [edge, end] = boost::out_edges(vertex, boost_graph); edge != end; ++edge) {
      reach({vertex, boost::target(*edge, boost_graph), get(index, *edge), false});
    }
    for (auto [edge, end] = boost::in_edges(vertex, boost_graph); edge != end; ++edge) {
      reach({vertex, boost::source(*edge, boost_graph), get(index, *edge), true});
    }
  }

  /// What it costs to go over an edge; nothing where none may go.
  std::optional<std::uint32_t> cost_of(std::uint32_t edge) const {
    constexpr std::uint32_t statement = 1;
    constexpr std::uint32_t co_mention = 3;
    if (graph_.polarity(edge) == Polarity::negative) return std::nullopt;
    switch (graph_.origin(edge)) {
      case Origin::curated:
      case Origin::stated:
        return statement;
      case Origin::co_mentioned:
        return options_.co_mentioned ? std::optional(co_mention) : std::nullopt;
      case Origin::structure:
        return std::nullopt;
    }
    return std::nullopt;
  }

  void reach(const PathStep& step) {
    const auto cost = cost_of(step.edge);
    if (!cost || !graph_.is_entry(step.to)) return;
    const std::uint32_t total = cost_[step.from] + *cost;
    const bool nearer = total < cost_[step.to];
    // Equal costs are decided by vertex and edge numbers, so that the answer never changes.
    const bool before =
        total == cost_[step.to] &&
        std::tuple(step.from, step.edge) < std::tuple(step_[step.to].from, step_[step.to].edge);
    if (!nearer && !before) return;
    cost_[step.to] = total;
    step_[step.to] = step;
    if (nearer) queue_.emplace(total, step.to);
  }

  std::vector<PathStep> steps_to(std::uint32_t from, std::uint32_t to) const {
    std::vector<PathStep> steps;
    for (std::uint32_t at = to; at != from; at = step_[at].from) steps.push_back(step_[at]);
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

  using Reached = std::pair<std::uint32_t, std::uint32_t>;  // cost, vertex

  const ConceptGraph& graph_;
  const PathOptions& options_;
  std::vector<std::uint32_t> cost_;
  std::vector<PathStep> step_;
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue_;
};

}  // namespace

std::vector<PathStep> find_path(const ConceptGraph& graph, std::uint32_t from, std::uint32_t to,
                                const PathOptions& options) {
  return PathFinder(graph, options).run(from, to);
}

}  // namespace crossroads
