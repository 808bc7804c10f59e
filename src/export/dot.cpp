// SPDX-License-Identifier: Apache-2.0
#include "crossroads/export/dot.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "export/dot_graph.hpp"

namespace crossroads {
namespace {

/// Six decimals, without a minus before a zero.
std::string decimals(double number) {
  std::string digits = fmt::format("{:.6f}", number);
  return digits == "-0.000000" ? digits.substr(1) : digits;
}

class DotWriter {
 public:
  DotWriter(const ConceptGraph& graph, View view)
      : graph_(graph), view_(view), dot_("crossroads") {}

  std::string run() {
    dot_.set_graph("charset", "UTF-8");
    // The hierarchy that dot itself would look for takes it an hour on a graph of this kind.
    dot_.set_graph("layout", "sfdp");
    for (const Vertex& vertex : graph_.vertices()) {
      nodes_.push_back(nullptr);
      // A text, a part of one, or a work that one cites.
      const bool concept_or_entity = graph_.is_entry(static_cast<std::uint32_t>(nodes_.size() - 1));
      if (!concept_or_entity && view_ == View::concepts) continue;
      nodes_.back() = add_node(vertex.id, vertex.kinds.front(), vertex.label);
    }
    if (view_ == View::full) add_passages();
    for (std::uint32_t i = 0; i < graph_.edge_count(); ++i) add_edge(graph_.edge(i));
    return dot_.text();
  }

 private:
  Agnode_t* add_node(const std::string& id, std::string_view kind, std::string_view label) {
    Agnode_t* node = dot_.node(id);
    dot_.set(node, "label", dot_label(label));
    dot_.set(node, "kind", dot_string(kind));
    return node;
  }

  void add_passages() {
    for (const GraphPassage& passage : graph_.passages()) {
      Agnode_t* node = add_node(passage.id, "passage", passage.id);
      dot_.set(node, "role", to_string(passage.role));
      Agnode_t* holder = passage.section
                             ? nodes_[*passage.section]
                             : dot_.node(text_id(graph_.documents()[passage.document].id));
      add_structure(holder, node, "contains", {});
      std::map<std::uint32_t, std::string> spans;
      for (const PassageMention& mention : passage.mentions) {
        std::string& list = spans[mention.entry];
        list +=
            fmt::format("{}{}-{}", list.empty() ? "" : " ", mention.span.begin, mention.span.end);
      }
      for (const auto& [entry, list] : spans) {
        add_structure(node, nodes_[entry], "mentions", list);
      }
      std::set<std::uint32_t> cited;
      for (const PassageCitation& citation : passage.cites) cited.insert(citation.work);
      for (const std::uint32_t work : cited) add_structure(node, nodes_[work], "cites", {});
    }
  }

  void add_structure(Agnode_t* from, Agnode_t* to, std::string_view relation,
                     const std::string& spans) {
    const std::string key = fmt::format("{}:structure", relation);
    Agedge_t* edge = dot_.edge(from, to, key);
    dot_.set(edge, "relation", relation);
    dot_.set(edge, "origin", "structure");
    if (!spans.empty()) dot_.set(edge, "spans", spans);
  }

  void add_edge(const Edge& edge) {
    if (nodes_[edge.source] == nullptr || nodes_[edge.target] == nullptr) return;
    Agedge_t* line = dot_.edge(nodes_[edge.source], nodes_[edge.target], edge.key);
    dot_.set(line, "relation", dot_string(edge.relation));
    dot_.set(line, "origin", to_string(edge.origin));
    dot_.set(line, "label", dot_label(label_of(edge)));
    if (edge.polarity == Polarity::negative) dot_.set(line, "polarity", "negative");
    if (edge.symmetric) dot_.set(line, "dir", "none");
    if (edge.origin == Origin::stated) dot_.set(line, "style", "bold");
    if (edge.origin == Origin::co_mentioned) dot_.set(line, "style", "dashed");
    if (edge.weight > 0) dot_.set(line, "weight", fmt::format("{}", edge.weight));
    if (edge.origin == Origin::co_mentioned) dot_.set(line, "npmi", decimals(edge.npmi));
    if (!edge.period.since.empty()) dot_.set(line, "since", edge.period.since);
    if (!edge.period.until.empty()) dot_.set(line, "until", edge.period.until);
    if (!edge.curated.sources.empty()) {
      dot_.set(line, "sources",
               dot_string(fmt::format("{}", fmt::join(edge.curated.sources, " "))));
    }
  }

  std::string label_of(const Edge& edge) const {
    const bool contains = edge.origin == Origin::structure && edge.relation == "contains";
    if (edge.origin == Origin::co_mentioned || contains) return {};
    const Relation* relation = graph_.find_relation(edge.relation);
    return relation == nullptr ? edge.relation : relation->label;
  }

  const ConceptGraph& graph_;
  View view_;
  DotGraph dot_;
  std::vector<Agnode_t*> nodes_;  // by vertex; null where the view leaves it out
};

}  // namespace

std::string write_dot(const ConceptGraph& graph, View view) {
  return DotWriter(graph, view).run();
}

}  // namespace crossroads
