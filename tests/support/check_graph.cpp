// SPDX-License-Identifier: Apache-2.0
#include "support/check_graph.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <string_view>
#include <tuple>

namespace crossroads::test {
namespace {

bool is_window(Role role) {
  for (const Role other : {Role::contents, Role::address, Role::running_head, Role::page_number,
                           Role::separator, Role::metadata}) {
    if (role == other) return false;
  }
  return true;
}

bool names(const GraphPassage& passage, std::uint32_t entry) {
  return std::any_of(passage.mentions.begin(), passage.mentions.end(),
                     [&](const PassageMention& m) { return m.entry == entry; });
}

bool names_at(const GraphPassage& passage, std::uint32_t entry, Span span) {
  return std::any_of(passage.mentions.begin(), passage.mentions.end(),
                     [&](const PassageMention& m) { return m.entry == entry && m.span == span; });
}

bool in_a_range(const GraphPassage& passage, Span span) {
  return std::any_of(passage.ranges.begin(), passage.ranges.end(),
                     [&](Span range) { return range.contains(span); });
}

class Problems {
 public:
  template <class... Words>
  void add(const Words&... words) {
    if (text_.size() > 2000) return;
    ((text_ += words), ...);
    text_ += '\n';
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

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
          graph_.is_entry(i) == vertices[i].document.has_value()) {
        problems_.add(vertices[i].id, ": entries and texts are mixed");
      }
      if (graph_.find_vertex(vertices[i].id) != i) problems_.add(vertices[i].id, ": is not found");
      if (i == 0 || i == graph_.entry_count()) continue;
      if (vertices[i - 1].id >= vertices[i].id) problems_.add(vertices[i].id, ": out of order");
    }
    for (const Vertex& vertex : vertices) {
      if (!vertex.document) continue;
      if (*vertex.document >= graph_.documents().size() ||
          vertex.id != text_id(graph_.documents()[*vertex.document].id)) {
        problems_.add(vertex.id, ": is of another document");
      }
    }
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
        if (evidence.passage >= graph_.passages().size()) problems_.add(edge.key, ": no passage");
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

class CountChecker {
 public:
  CountChecker(const ConceptGraph& graph, const std::vector<LinkedDocument>& documents)
      : graph_(graph), documents_(documents) {}

  std::string run() {
    check_counts();
    for (std::uint32_t i = 0; i < graph_.edge_count(); ++i) check_edge(graph_.edge(i));
    check_all_pairs();
    if (!documents_.empty()) check_documents();
    return problems_.take();
  }

 private:
  void check_counts() {
    std::vector<std::uint32_t> mentions(graph_.vertices().size(), 0);
    std::vector<std::uint32_t> passages(graph_.vertices().size(), 0);
    std::uint64_t windows = 0;
    for (const GraphPassage& passage : graph_.passages()) {
      if (is_window(passage.role)) ++windows;
      for (const PassageMention& mention : passage.mentions) ++mentions[mention.entry];
      for (std::uint32_t entry = 0; entry < graph_.entry_count(); ++entry) {
        if (names(passage, entry)) ++passages[entry];
      }
      for (std::uint32_t v = graph_.entry_count(); v < graph_.vertices().size(); ++v) {
        if (graph_.vertex(v).document == passage.document) ++passages[v];
      }
    }
    if (windows != graph_.windows()) problems_.add("windows: ", std::to_string(windows));
    for (std::uint32_t v = 0; v < graph_.vertices().size(); ++v) {
      const Vertex& vertex = graph_.vertex(v);
      if (vertex.mentions != mentions[v]) problems_.add(vertex.id, ": mentions");
      if (vertex.passages != passages[v]) problems_.add(vertex.id, ": passages");
    }
  }

  void check_edge(const Edge& edge) {
    const std::string name =
        graph_.vertex(edge.source).id + " " + edge.key + " " + graph_.vertex(edge.target).id;
    if (edge.origin == Origin::curated &&
        (!edge.evidence.empty() || edge.weight != 0 || edge.evidence_total != 0)) {
      problems_.add(name, ": evidence for what a curator says");
    }
    if (edge.origin == Origin::stated) check_stated(edge, name);
    if (edge.origin == Origin::co_mentioned) check_co_mentioned(edge, name);
    if (edge.origin == Origin::structure) problems_.add(name, ": is not kept as an edge");
  }

  void check_stated(const Edge& edge, const std::string& name) {
    std::set<std::uint32_t> passages;
    for (const Evidence& evidence : edge.evidence) {
      const GraphPassage& passage = graph_.passage(evidence.passage);
      passages.insert(evidence.passage);
      if (!evidence.words) {
        problems_.add(name, ": no words");
        continue;
      }
      const StatedWords& words = *evidence.words;
      const Span whole{passage.ranges.front().begin, passage.ranges.back().end};
      if (!whole.contains(words.span)) problems_.add(name, ": words outside the passage");
      if (!words.span.contains(words.source_span) || !words.span.contains(words.target_span)) {
        problems_.add(name, ": a name outside the words");
      }
      if (!names_at(passage, edge.source, words.source_span) ||
          !names_at(passage, edge.target, words.target_span)) {
        problems_.add(name, ": an end is not named there");
      }
      if (words.cue.empty() && graph_.texts_kept()) problems_.add(name, ": no cue");
      if (!words.cue.empty() && !graph_.texts_kept()) problems_.add(name, ": a cue is kept");
      if (words.rule.empty()) problems_.add(name, ": no rule");
    }
    if (edge.evidence.empty() || edge.evidence_total != edge.evidence.size() ||
        edge.weight != passages.size()) {
      problems_.add(name, ": counts");
    }
  }

  /// The windows that name both, the best ones first: a note is worse than running text, and the
  /// more a passage names the worse it is.
  std::vector<std::uint32_t> windows_of(std::uint32_t a, std::uint32_t b) const {
    std::vector<std::tuple<bool, std::size_t, std::uint32_t>> ranked;
    for (std::uint32_t i = 0; i < graph_.passages().size(); ++i) {
      const GraphPassage& passage = graph_.passage(i);
      if (!is_window(passage.role) || !names(passage, a) || !names(passage, b)) continue;
      std::set<std::uint32_t> named;
      for (const PassageMention& mention : passage.mentions) named.insert(mention.entry);
      ranked.emplace_back(passage.role == Role::note, named.size(), i);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::uint32_t> windows;
    for (const auto& item : ranked) windows.push_back(std::get<2>(item));
    return windows;
  }

  void check_co_mentioned(const Edge& edge, const std::string& name) {
    std::vector<std::uint32_t> both = windows_of(edge.source, edge.target);
    if (!edge.symmetric || edge.relation != "co-mentioned" || edge.source >= edge.target) {
      problems_.add(name, ": is no co-mention");
    }
    if (both.empty() || edge.weight != both.size() || edge.evidence_total != both.size()) {
      return problems_.add(name, ": weight");
    }
    const auto n = static_cast<double>(graph_.windows());
    const auto x = static_cast<double>(windows_of(edge.source, edge.source).size());
    const auto y = static_cast<double>(windows_of(edge.target, edge.target).size());
    const auto xy = static_cast<double>(both.size());
    const double expected = xy == n ? 1 : std::log(xy * n / (x * y)) / std::log(n / xy);
    // A graph that was read back has six decimals.
    if (!(std::abs(edge.npmi - expected) < 6e-7)) problems_.add(name, ": npmi");
    both.resize(std::min<std::size_t>(both.size(), graph_.evidence_limit()));
    std::vector<std::uint32_t> listed;
    for (const Evidence& evidence : edge.evidence) {
      listed.push_back(evidence.passage);
      if (evidence.words) problems_.add(name, ": words");
    }
    if (listed != both) problems_.add(name, ": other passages are better");
  }

  void check_all_pairs() {
    std::set<std::pair<std::uint32_t, std::uint32_t>> wanted;
    for (const GraphPassage& passage : graph_.passages()) {
      if (!is_window(passage.role)) continue;
      for (const PassageMention& a : passage.mentions) {
        for (const PassageMention& b : passage.mentions) {
          if (a.entry < b.entry) wanted.emplace(a.entry, b.entry);
        }
      }
    }
    std::size_t found = 0;
    for (std::uint32_t i = 0; i < graph_.edge_count(); ++i) {
      if (graph_.origin(i) == Origin::co_mentioned) ++found;
    }
    if (found != wanted.size()) problems_.add("co-mentioned pairs: ", std::to_string(found));
  }

  void check_documents() {
    if (graph_.documents().size() != documents_.size()) problems_.add("documents");
    for (const LinkedDocument& linked : documents_) {
      const Document& document = linked.document;
      const auto at = std::find_if(graph_.documents().begin(), graph_.documents().end(),
                                   [&](const GraphDocument& d) { return d.id == document.id; });
      if (at == graph_.documents().end() || at->title != document.title ||
          at->sha256 != document.sha256 || at->bytes != document.bytes.size()) {
        problems_.add(document.id, ": is not listed as it is");
        continue;
      }
      check_document(linked, static_cast<std::uint32_t>(at - graph_.documents().begin()));
    }
  }

  void check_document(const LinkedDocument& linked, std::uint32_t number) {
    std::size_t count = 0;
    for (const GraphPassage& passage : graph_.passages()) {
      if (passage.document != number) continue;
      const std::size_t place = count++;
      if (place >= linked.document.passages.size()) return problems_.add(passage.id, ": too many");
      const Passage& expected = linked.document.passages[place];
      if (passage.id != passage_id(linked.document.id, place) || passage.role != expected.role ||
          passage.ranges != expected.ranges) {
        problems_.add(passage.id, ": is not the document's");
      }
      const std::string text = graph_.texts_kept() ? text_of(linked.document, expected) : "";
      if (passage.text != text) problems_.add(passage.id, ": text");
      std::size_t next = 0;
      for (const Mention& mention : linked.links.mentions) {
        if (mention.passage != place) continue;
        if (next >= passage.mentions.size() || passage.mentions[next].span != mention.span ||
            passage.mentions[next].parts != mention.parts ||
            passage.mentions[next].entry != index(mention.entry)) {
          problems_.add(passage.id, ": mentions are not the document's");
          break;
        }
        ++next;
      }
      if (next != passage.mentions.size()) problems_.add(passage.id, ": more mentions");
    }
    if (count != linked.document.passages.size()) problems_.add(linked.document.id, ": passages");
  }

  const ConceptGraph& graph_;
  const std::vector<LinkedDocument>& documents_;
  Problems problems_;
};

}  // namespace

std::string shape_violations(const ConceptGraph& graph) {
  return ShapeChecker(graph).run();
}

std::string violations(const ConceptGraph& graph, const std::vector<LinkedDocument>& documents) {
  return ShapeChecker(graph).run() + CountChecker(graph, documents).run();
}

}  // namespace crossroads::test
