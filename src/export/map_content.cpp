// SPDX-License-Identifier: Apache-2.0
#include "export/map_content.hpp"

#include <algorithm>
#include <set>

namespace crossroads {
namespace {

class ContentChooser {
 public:
  ContentChooser(const ConceptGraph& graph, const MapOptions& options)
      : graph_(graph), options_(options), shown_(graph.vertices().size(), false) {}

  MapContent run() {
    choose_nodes();
    choose_edges();
    drop_lonely_nodes();
    return std::move(content_);
  }

 private:
  bool is_wanted_kind(std::uint32_t vertex) const {
    return options_.kinds.empty() ||
           std::any_of(options_.kinds.begin(), options_.kinds.end(),
                       [&](const std::string& kind) { return graph_.is_of_kind(vertex, kind); });
  }

  /// The entries within `depth` steps of the focus over statements and co-mentions alike.
  std::set<std::uint32_t> around_focus() const {
    std::set<std::uint32_t> reached{*options_.focus};
    std::set<std::uint32_t> last = reached;
    for (unsigned step = 0; step < options_.depth; ++step) {
      std::set<std::uint32_t> next;
      for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) {
        const std::uint32_t source = graph_.source(edge);
        const std::uint32_t target = graph_.target(edge);
        if (last.contains(source) && reached.insert(target).second) next.insert(target);
        if (last.contains(target) && reached.insert(source).second) next.insert(source);
      }
      if (next.empty()) break;
      last = std::move(next);
    }
    return reached;
  }

  void choose_nodes() {
    std::vector<std::uint32_t> fitting;
    const std::set<std::uint32_t> near =
        options_.focus ? around_focus() : std::set<std::uint32_t>();
    for (std::uint32_t entry = 0; entry < graph_.entry_count(); ++entry) {
      if (options_.focus ? !near.contains(entry) : graph_.vertex(entry).passages == 0) continue;
      if (is_wanted_kind(entry) || entry == options_.focus) fitting.push_back(entry);
    }
    std::stable_sort(fitting.begin(), fitting.end(), [&](std::uint32_t a, std::uint32_t b) {
      const bool a_is_focus = a == options_.focus;
      const bool b_is_focus = b == options_.focus;
      if (a_is_focus != b_is_focus) return a_is_focus;
      return graph_.vertex(a).passages > graph_.vertex(b).passages;
    });
    if (fitting.size() > options_.node_limit) {
      content_.nodes_left_out = fitting.size() - options_.node_limit;
      fitting.resize(options_.node_limit);
    }
    for (const std::uint32_t vertex : fitting) shown_[vertex] = true;
  }

  void choose_edges() {
    std::vector<std::uint32_t> co_mentions;
    for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) {
      if (!shown_[graph_.source(edge)] || !shown_[graph_.target(edge)]) continue;
      if (graph_.origin(edge) == Origin::co_mentioned) {
        co_mentions.push_back(edge);
      } else {
        content_.edges.push_back(edge);
      }
    }
    std::stable_sort(co_mentions.begin(), co_mentions.end(), [&](std::uint32_t a, std::uint32_t b) {
      return graph_.weight(a) > graph_.weight(b);
    });
    if (co_mentions.size() > options_.co_mention_limit) {
      content_.co_mentions_left_out = co_mentions.size() - options_.co_mention_limit;
      co_mentions.resize(options_.co_mention_limit);
    }
    content_.edges.insert(content_.edges.end(), co_mentions.begin(), co_mentions.end());
    std::sort(content_.edges.begin(), content_.edges.end());
  }

  /// A node that nothing shown leads to says nothing.
  void drop_lonely_nodes() {
    std::vector<bool> joined(shown_.size(), false);
    for (const std::uint32_t edge : content_.edges) {
      joined[graph_.source(edge)] = true;
      joined[graph_.target(edge)] = true;
    }
    for (std::uint32_t vertex = 0; vertex < shown_.size(); ++vertex) {
      if (!shown_[vertex]) continue;
      if (joined[vertex] || vertex == options_.focus) content_.nodes.push_back(vertex);
    }
  }

  const ConceptGraph& graph_;
  const MapOptions& options_;
  std::vector<bool> shown_;
  MapContent content_;
};

}  // namespace

MapContent choose_map_content(const ConceptGraph& graph, const MapOptions& options) {
  return ContentChooser(graph, options).run();
}

}  // namespace crossroads
