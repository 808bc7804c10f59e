// SPDX-License-Identifier: Apache-2.0
#include "export/map_content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

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
        if (graph_.origin(edge) == Origin::structure) continue;
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
    fitting_ = fitting.size();
    fitting.resize(std::min(fitting.size(), options_.node_limit));
    for (const std::uint32_t vertex : fitting) shown_[vertex] = true;
  }

  void choose_edges() {
    for (std::uint32_t edge = 0; edge < graph_.edge_count(); ++edge) {
      if (graph_.origin(edge) == Origin::structure) continue;
      if (!shown_[graph_.source(edge)] || !shown_[graph_.target(edge)]) continue;
      if (graph_.origin(edge) == Origin::co_mentioned) {
        content_.co_mentions.push_back(
            {graph_.source(edge), graph_.target(edge), graph_.weight(edge)});
      } else {
        add_link(edge);
      }
    }
    join_links();
    std::vector<MapCoMention>& pairs = content_.co_mentions;
    std::stable_sort(pairs.begin(), pairs.end(), [](const MapCoMention& a, const MapCoMention& b) {
      return a.passages > b.passages;
    });
    if (pairs.size() > options_.co_mention_limit) {
      content_.co_mentions_left_out = pairs.size() - options_.co_mention_limit;
      pairs.resize(options_.co_mention_limit);
    }
  }

  /// Edges of one pair and phrase, whatever their origins and periods, are one link.
  void add_link(std::uint32_t index) {
    const Edge edge = graph_.edge(index);
    const Relation* relation = graph_.find_relation(edge.relation);
    std::string phrase = relation == nullptr ? edge.relation : relation->label;
    if (edge.polarity == Polarity::negative) phrase.insert(0, "not: ");
    if (edge.modality != Modality::asserted) {
      phrase.insert(0, fmt::format("{}: ", to_string(edge.modality)));
    }
    MapLink& link = links_[{edge.source, edge.target, phrase, edge.symmetric}];
    if (link.from.empty()) link.from.push_back({edge.source, 0});
    link.phrase = std::move(phrase);
    link.to = edge.target;
    link.symmetric = edge.symmetric;
    link.curated = link.curated || edge.origin == Origin::curated;
    link.stated = link.stated || edge.origin == Origin::stated;
    if (edge.origin == Origin::stated) link.from.front().passages += edge.weight;
  }

  /// Links that reach one entry by one phrase share it, as concept maps do: less to read, and each
  /// line still says where it comes from.
  void join_links() {
    std::map<std::tuple<std::uint32_t, std::string, bool, bool>, std::size_t> places;
    for (auto& [key, link] : links_) {
      if (!link.symmetric) {
        const auto [place, is_new] = places.try_emplace(
            {link.to, link.phrase, link.curated, link.stated}, content_.links.size());
        if (!is_new) {
          content_.links[place->second].from.push_back(link.from.front());
          continue;
        }
      }
      content_.links.push_back(std::move(link));
    }
  }

  /// A node that nothing shown leads to says nothing.
  void drop_lonely_nodes() {
    std::vector<bool> joined(shown_.size(), false);
    for (const MapLink& link : content_.links) {
      joined[link.to] = true;
      for (const MapLinkStart& start : link.from) joined[start.vertex] = true;
    }
    for (const MapCoMention& pair : content_.co_mentions) {
      joined[pair.first] = true;
      joined[pair.second] = true;
    }
    for (std::uint32_t vertex = 0; vertex < shown_.size(); ++vertex) {
      if (!shown_[vertex]) continue;
      if (joined[vertex] || vertex == options_.focus) content_.nodes.push_back(vertex);
    }
    content_.nodes_left_out = fitting_ - content_.nodes.size();
  }

  const ConceptGraph& graph_;
  const MapOptions& options_;
  std::vector<bool> shown_;
  std::size_t fitting_ = 0;  // entries that fit the options, drawn or not
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::string, bool>, MapLink> links_;
  MapContent content_;
};

}  // namespace

MapContent choose_map_content(const ConceptGraph& graph, const MapOptions& options) {
  return ContentChooser(graph, options).run();
}

}  // namespace crossroads
