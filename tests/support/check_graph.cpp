// SPDX-License-Identifier: Apache-2.0
#include "support/check_graph.hpp"

#include <set>
#include <tuple>

#include "support/check_graph_parts.hpp"

namespace crossroads::test {
namespace {

bool in_a_range(const GraphPassage& passage, Span span) {
  return std::any_of(passage.ranges.begin(), passage.ranges.end(),
                     [&](Span range) { return range.contains(span); });
}

class ShapeChecker {
 public:
  explicit ShapeChecker(const ConceptGraph& graph) : graph_(graph) {}

  std::string run() {
    check_vertices();
    check_passages();
    check_edges();
    check_boost();
    return problems_.take();
  }

 private:
  void check_vertices() {
    const auto vertices = graph_.vertices();
    for (std::uint32_t i = 0; i < vertices.size(); ++i) {
      if (vertices[i].kinds.empty()) problems_.add(vertices[i].id, ": has no kind");
      if (graph_.is_entry(i) != (i < graph_.entry_count()) ||
          graph_.is_entry(i) == (vertices[i].document.has_value() || is_work(vertices[i])) ||
          graph_.is_work(i) != is_work(vertices[i])) {
        problems_.add(vertices[i].id, ": entries, works and texts are mixed");
      }
      if (graph_.find_vertex(vertices[i].id) != i) problems_.add(vertices[i].id, ": is not found");
      if (i == 0 || i == graph_.entry_count()) continue;
      if (!stand_in_order(vertices[i - 1], vertices[i])) {
        problems_.add(vertices[i].id, ": out of order");
      }
    }
    for (std::uint32_t i = 0; i < vertices.size(); ++i) check_part(i);
  }

  static bool is_work(const Vertex& vertex) {
    return !vertex.kinds.empty() && vertex.kinds.front() == "work";
  }

  /// Entries by id, works by id; a text before its parts, those by their first bytes, outer ones
  /// first.
  static bool stand_in_order(const Vertex& a, const Vertex& b) {
    if (!a.document) return b.document || a.id < b.id;
    if (a.document != b.document) return *a.document < *b.document;
    if (a.kinds.front() == "text") return true;
    if (b.kinds.front() == "text") return false;
    return a.span.begin < b.span.begin || (a.span.begin == b.span.begin && a.span.contains(b.span));
  }

  void check_part(std::uint32_t at) {
    const Vertex& vertex = graph_.vertex(at);
    if (!vertex.document) {
      if (graph_.parent(at)) problems_.add(vertex.id, ": an entry is contained");
      return;
    }
    if (*vertex.document >= graph_.documents().size()) {
      return problems_.add(vertex.id, ": has no document");
    }
    const std::string text = text_id(graph_.documents()[*vertex.document].id);
    if (vertex.kinds.front() == "text") {
      if (vertex.id != text) problems_.add(vertex.id, ": is of another document");
      if (graph_.parent(at)) problems_.add(vertex.id, ": a text is contained");
      return;
    }
    if (!vertex.id.starts_with(text + "#")) problems_.add(vertex.id, ": is of another document");
    std::size_t containers = 0;
    for (std::uint32_t i = 0; i < graph_.edge_count(); ++i) {
      if (graph_.target(i) != at || graph_.relation(i) != "contains") continue;
      ++containers;
      if (graph_.parent(at) != graph_.source(i)) problems_.add(vertex.id, ": parent() has another");
    }
    if (containers != 1) problems_.add(vertex.id, ": has not one parent");
    auto top = std::optional(at);
    for (std::size_t steps = 0; graph_.parent(*top); ++steps) {
      top = graph_.parent(*top);
      if (steps > graph_.vertices().size()) return problems_.add(vertex.id, ": contains itself");
    }
    if (graph_.vertex(*top).id != text) problems_.add(vertex.id, ": is not in its text");
  }

  void check_passages() {
    const auto passages = graph_.passages();
    std::set<std::string> ids;
    for (std::size_t i = 0; i < passages.size(); ++i) {
      const GraphPassage& passage = passages[i];
      if (!ids.insert(passage.id).second) problems_.add(passage.id, ": stands twice");
      if (passage.document >= graph_.documents().size()) problems_.add(passage.id, ": no document");
      std::uint32_t end = 0;
      for (const Span range : passage.ranges) {
        if (range.empty() || range.begin < end) problems_.add(passage.id, ": ranges out of order");
        end = range.end;
      }
      check_mentions(passage);
      check_citations(passage);
      check_leaning(passage);
      if (i == 0) continue;
      if (std::pair(passages[i - 1].document, passages[i - 1].ranges.front()) >=
          std::pair(passage.document, passage.ranges.front())) {
        problems_.add(passage.id, ": out of order");
      }
    }
    for (std::uint32_t entry = 0; entry < graph_.entry_count(); ++entry) {
      std::vector<std::uint32_t> expected;
      for (std::uint32_t i = 0; i < passages.size(); ++i) {
        if (names(passages[i], entry)) expected.push_back(i);
      }
      const auto found = graph_.passages_of(entry);
      if (!std::equal(found.begin(), found.end(), expected.begin(), expected.end())) {
        problems_.add(graph_.vertex(entry).id, ": passages_of() has others");
      }
    }
  }

  void check_citations(const GraphPassage& passage) {
    for (const PassageCitation& citation : passage.cites) {
      const GraphPassage& note = graph_.passage(citation.note);
      if (!graph_.is_work(citation.work) && !graph_.is_entry(citation.work)) {
        problems_.add(passage.id, ": cites what is no work");
      }
      if (note.document != passage.document ||
          !Span{note.ranges.front().begin, note.ranges.back().end}.contains(citation.span)) {
        problems_.add(passage.id, ": a citation outside its note");
      }
    }
  }

  void check_mentions(const GraphPassage& passage) {
    std::uint32_t begin = 0;
    for (const PassageMention& mention : passage.mentions) {
      if (!graph_.is_entry(mention.entry)) problems_.add(passage.id, ": names what is no entry");
      if (mention.span.begin < begin) problems_.add(passage.id, ": mentions out of order");
      begin = mention.span.begin;
      if (mention.parts.empty()) {
        if (!in_a_range(passage, mention.span)) problems_.add(passage.id, ": mention outside");
        continue;
      }
      std::uint32_t end = mention.span.begin;
      for (const Span part : mention.parts) {
        if (part.empty() || part.begin < end || !in_a_range(passage, part)) {
          problems_.add(passage.id, ": part of a mention outside");
        }
        end = part.end;
      }
      if (mention.parts.front().begin != mention.span.begin || end != mention.span.end) {
        problems_.add(passage.id, ": parts are not the mention's");
      }
    }
  }

  void check_leaning(const GraphPassage& passage) {
    if (passage.section && (graph_.is_entry(*passage.section) ||
                            graph_.vertex(*passage.section).document != passage.document ||
                            graph_.vertex(*passage.section).kinds.front() == "text")) {
      problems_.add(passage.id, ": is in no section of its text");
    }
    const auto is_there = [&](std::uint32_t other) {
      return other < graph_.passages().size() && graph_.passage(other).id != passage.id &&
             graph_.passage(other).document == passage.document;
    };
    if (passage.lead_in && !is_there(*passage.lead_in)) problems_.add(passage.id, ": lead-in");
    if (!passage.note || !passage.note->caller) return;
    const NoteCaller& caller = *passage.note->caller;
    if (!is_there(caller.passage)) return problems_.add(passage.id, ": caller");
    const auto& ranges = graph_.passage(caller.passage).ranges;
    const Span whole{ranges.front().begin, ranges.back().end};
    if (!whole.contains(caller.sentence)) problems_.add(passage.id, ": sentence");
    if (caller.call && !whole.contains(*caller.call)) problems_.add(passage.id, ": call");
  }

  void check_edges() {
    std::tuple<std::uint32_t, std::uint32_t, std::string> last;
    for (std::uint32_t i = 0; i < graph_.edge_count(); ++i) {
      const Edge edge = graph_.edge(i);
      const auto order = std::tuple(edge.source, edge.target, edge.key);
      if (i > 0 && last >= order) problems_.add(edge.key, ": out of order, or there twice");
      last = order;
      if (edge.source >= graph_.vertices().size() || edge.target >= graph_.vertices().size()) {
        problems_.add(edge.key, ": an end does not exist");
      }
      if (edge.symmetric && edge.source > edge.target) problems_.add(edge.key, ": turned");
      if (edge.source != graph_.source(i) || edge.target != graph_.target(i) ||
          edge.relation != graph_.relation(i) || edge.origin != graph_.origin(i) ||
          edge.polarity != graph_.polarity(i) || edge.weight != graph_.weight(i)) {
        problems_.add(edge.key, ": edge() and columns differ");
      }
      for (const Evidence& evidence : edge.evidence) {
        if (evidence.passage >= graph_.passages().size() ||
            (evidence.with && evidence.with->passage >= graph_.passages().size())) {
          problems_.add(edge.key, ": no passage");
        }
      }
    }
  }

  void check_boost() {
    const BoostGraph& boost_graph = graph_.boost_graph();
    if (boost::num_vertices(boost_graph) != graph_.vertices().size() ||
        boost::num_edges(boost_graph) != graph_.edge_count()) {
      return problems_.add("the Boost graph has another size");
    }
    const auto index = boost::get(boost::edge_index, boost_graph);
    std::uint32_t next = 0;
    const auto same = [&](const auto& edge) {
      const std::uint32_t at = get(index, edge);
      return at < graph_.edge_count() && graph_.source(at) == boost::source(edge, boost_graph) &&
             graph_.target(at) == boost::target(edge, boost_graph);
    };
    for (auto [edge, end] = boost::edges(boost_graph); edge != end; ++edge) {
      if (get(index, *edge) != next++ || !same(*edge)) problems_.add("boost::edges() has others");
      if (get(graph_.weight_map(), *edge) != graph_.weight(next - 1) ||
          get(graph_.npmi_map(), *edge) != graph_.edge(next - 1).npmi) {
        problems_.add("a property map has another value");
      }
    }
    std::vector<unsigned> seen(graph_.edge_count(), 0);
    for (std::uint32_t v = 0; v < graph_.vertices().size(); ++v) {
      for (auto [edge, end] = boost::out_edges(v, boost_graph); edge != end; ++edge) {
        if (!same(*edge) || boost::source(*edge, boost_graph) != v) problems_.add("out_edges()");
        if (get(index, *edge) < seen.size()) seen[get(index, *edge)] += 1;
      }
      for (auto [edge, end] = boost::in_edges(v, boost_graph); edge != end; ++edge) {
        if (!same(*edge) || boost::target(*edge, boost_graph) != v) problems_.add("in_edges()");
        if (get(index, *edge) < seen.size()) seen[get(index, *edge)] += 10;
      }
      if (get(graph_.vertex_map(), v).id != graph_.vertex(v).id) problems_.add("vertex_map()");
    }
    if (std::any_of(seen.begin(), seen.end(), [](unsigned times) { return times != 11; })) {
      problems_.add("an edge is not once among the out-edges and once among the in-edges");
    }
  }

  const ConceptGraph& graph_;
  Problems problems_;
};

}  // namespace

std::string shape_violations(const ConceptGraph& graph) {
  return ShapeChecker(graph).run();
}

std::string violations(const ConceptGraph& graph, const std::vector<LinkedDocument>& documents) {
  return ShapeChecker(graph).run() + count_violations(graph, documents);
}

}  // namespace crossroads::test
