// SPDX-License-Identifier: Apache-2.0
//
// What we write as DOT, libcgraph must read back as the graph: nodes in order, edges by their keys,
// and all attributes. dot_test.py compares it with the JSON through other programs.
#include <graphviz/cgraph.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "crossroads/export/dot.hpp"
#include "crossroads/store/graph_json.hpp"
#include "export/dot_graph.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;

namespace {

using ReadGraph = std::unique_ptr<Agraph_t, CloseDotGraph>;

ReadGraph read_dot(const std::string& dot) {
  ReadGraph graph(agmemread(dot.c_str()));
  REQUIRE(graph != nullptr);
  return graph;
}

std::string attribute(void* object, const std::string& name) {
  std::string writable = name;
  const char* value = agget(object, writable.data());
  return value == nullptr ? "" : value;
}

std::vector<Agnode_t*> nodes_of(Agraph_t* graph) {
  std::vector<Agnode_t*> nodes;
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    nodes.push_back(node);
  }
  return nodes;
}

Agnode_t* node_named(Agraph_t* graph, const std::string& id) {
  std::string name = dot_string(id);
  Agnode_t* node = agnode(graph, name.data(), 0);
  CAPTURE(id);
  REQUIRE(node != nullptr);
  return node;
}

using EdgeName = std::tuple<std::string, std::string, std::string>;

std::vector<std::pair<EdgeName, Agedge_t*>> edges_of(Agraph_t* graph) {
  std::vector<std::pair<EdgeName, Agedge_t*>> edges;
  for (Agnode_t* node : nodes_of(graph)) {
    for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
      edges.push_back({{agnameof(agtail(edge)), agnameof(aghead(edge)), agnameof(edge)}, edge});
    }
  }
  std::sort(edges.begin(), edges.end());
  return edges;
}

void check_node(Agraph_t* graph, const std::string& id, const std::string& kind,
                const std::string& label, const std::string& role = "") {
  Agnode_t* node = node_named(graph, id);
  CHECK(attribute(node, "kind") == dot_string(kind));
  CHECK(attribute(node, "label") == dot_label(label));
  CHECK(attribute(node, "role") == role);
}

void check_edge(Agedge_t* line, const ConceptGraph& graph, const Edge& edge) {
  CHECK(attribute(line, "relation") == dot_string(edge.relation));
  CHECK(attribute(line, "origin") == to_string(edge.origin));
  CHECK(attribute(line, "polarity") == (edge.polarity == Polarity::negative ? "negative" : ""));
  CHECK(attribute(line, "dir") == (edge.symmetric ? "none" : ""));
  CHECK(attribute(line, "weight") == (edge.weight > 0 ? std::to_string(edge.weight) : ""));
  CHECK(attribute(line, "since") == edge.period.since);
  CHECK(attribute(line, "until") == edge.period.until);
  const bool co_mentioned = edge.origin == Origin::co_mentioned;
  CHECK(attribute(line, "npmi") == (co_mentioned ? fmt::format("{:.6f}", edge.npmi) : ""));
  const Relation* relation = graph.find_relation(edge.relation);
  const std::string label = relation == nullptr ? edge.relation : relation->label;
  const bool unlabelled =
      co_mentioned || (edge.origin == Origin::structure && edge.relation == "contains");
  CHECK(attribute(line, "label") == (unlabelled ? "" : dot_label(label)));
  std::string sources;
  for (const std::string& source : edge.curated.sources) {
    sources += (sources.empty() ? "" : " ") + source;
  }
  CHECK(attribute(line, "sources") == dot_string(sources));
}

/// Reads the DOT of a view and compares it with the graph, piece by piece.
void check_dot(const ConceptGraph& graph, View view) {
  const ReadGraph read = read_dot(write_dot(graph, view));
  CHECK(agisdirected(read.get()) != 0);
  CHECK(agisstrict(read.get()) == 0);
  const std::size_t vertices = view == View::full ? graph.vertices().size() : graph.entry_count();
  REQUIRE(nodes_of(read.get()).size() ==
          vertices + (view == View::full ? graph.passages().size() : 0));
  for (std::uint32_t i = 0; i < vertices; ++i) {
    const Vertex& vertex = graph.vertex(i);
    check_node(read.get(), vertex.id, vertex.kinds.front(), vertex.label);
  }

  const auto edges = edges_of(read.get());
  std::set<EdgeName> known;
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    const Edge edge = graph.edge(i);
    if (std::max(edge.source, edge.target) >= vertices) continue;
    const EdgeName name{dot_string(graph.vertex(edge.source).id),
                        dot_string(graph.vertex(edge.target).id), dot_string(edge.key)};
    const auto at = std::find_if(edges.begin(), edges.end(),
                                 [&](const auto& item) { return item.first == name; });
    CAPTURE(edge.key);
    REQUIRE(at != edges.end());
    CHECK(known.insert(name).second);
    check_edge(at->second, graph, edge);
  }
  if (view == View::full) {
    for (const GraphPassage& passage : graph.passages()) {
      check_node(read.get(), passage.id, "passage", passage.id,
                 std::string(to_string(passage.role)));
      const std::string holder = passage.section ? graph.vertex(*passage.section).id
                                                 : text_id(graph.documents()[passage.document].id);
      known.emplace(dot_string(holder), dot_string(passage.id), "contains:structure");
      for (const PassageMention& mention : passage.mentions) {
        known.emplace(dot_string(passage.id), dot_string(graph.vertex(mention.entry).id),
                      "mentions:structure");
      }
    }
  }
  CHECK(edges.size() == known.size());
  for (const auto& [name, edge] : edges) CHECK(known.contains(name));
}

const std::vector<std::string>& nasty() {
  static const std::vector<std::string> strings = {
      "\"quoted\"",
      "a \\ b",
      "\\",
      "ends in \\",
      "\\\"",
      "\\\\\"\\",
      "\\N",
      "\\n\\l\\G",
      "<b>bold</b>",
      "<",
      "a\nline",
      "\r\n",
      "&lt;b&gt;",
      "&#60;",
      "&amp;amp;",
      "R&D; AT&T",
      "digraph",
      "node",
      "-> {} [] ; , =",
      "// no comment",
      "/* none */",
      "# none",
      "7",
      "-.5",
      "7x",
      " ",
      "\t",
      "\u05E9\u05DC\u05D5\u05DD \u202E",
      "\U0001F600",
      std::string(10'000, 'y'),
      std::string(300, ' ') + "\\" + std::string(300, '"')};
  return strings;
}

/// Each nasty string as an id, a kind, a label, a relation and a source.
ConceptGraph nasty_graph() {
  GraphParts parts;
  for (const std::string& text : nasty()) {
    Vertex vertex;
    vertex.id = vertex.label = text;
    vertex.kinds = {text};
    Edge edge;
    edge.source = static_cast<std::uint32_t>(parts.vertices.size());
    edge.relation = text;
    edge.curated.sources = {text, "s"};
    parts.edges.push_back(edge);
    parts.vertices.push_back(vertex);
    parts.ontology.relations.push_back({text, text, "", {}, {}, "", false, {}});
  }
  return ConceptGraph(std::move(parts));
}

}  // namespace

TEST_CASE("DOT: read back by libcgraph, it is the graph") {
  const ConceptGraph graph = test::graph_of(test::briefing_ontology(), test::briefing_texts());
  check_dot(graph, View::full);
  check_dot(graph, View::concepts);
}

TEST_CASE("DOT: an empty graph") {
  const ConceptGraph graph((GraphParts()));
  check_dot(graph, View::full);
  check_dot(graph, View::concepts);
}

TEST_CASE("DOT: no string breaks out of its place, and each reads back equal") {
  check_dot(nasty_graph(), View::full);
}

TEST_CASE("DOT: where mentions stand") {
  const ConceptGraph graph = test::graph_of(
      R"(<entry id="a" kind="k"><label>Alder</label></entry>)", {{"t.txt", "Alder, alder.\n"}});
  const ReadGraph read = read_dot(write_dot(graph, View::full));
  const auto edges = edges_of(read.get());
  REQUIRE(edges.size() == 2);
  CHECK(attribute(edges[1].second, "spans") == "0-5 7-12");
}

TEST_CASE("DOT: of a graph that was read back it is the same") {
  const ConceptGraph graph = test::graph_of(test::briefing_ontology(), test::briefing_texts());
  const ConceptGraph back = read_graph_json(write_graph_json(graph), "g.json");
  for (const View view : {View::full, View::concepts}) {
    CHECK(write_dot(back, view) == write_dot(graph, view));
  }
}

TEST_CASE("DOT: no minus before a zero") {
  GraphParts parts;
  for (const char* id : {"a", "b"}) {
    Vertex vertex;
    vertex.id = vertex.label = id;
    vertex.kinds = {"k"};
    parts.vertices.push_back(vertex);
  }
  Edge edge;
  edge.target = 1;
  edge.relation = "co-mentioned";
  edge.origin = Origin::co_mentioned;
  edge.npmi = -1e-9;
  parts.edges = {edge};
  CHECK(write_dot(ConceptGraph(parts), View::full).find("-0.000000") == std::string::npos);
}

TEST_CASE("DOT: concepts only, without a word of the texts") {
  const ConceptGraph graph = test::graph_of(test::briefing_ontology(), test::briefing_texts());
  const std::string dot = write_dot(graph, View::concepts);
  CHECK(dot.find("text:") == std::string::npos);
  CHECK(dot.find("briefing") == std::string::npos);
}
