// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/page_rank.hpp>

#include "crossroads/core/error.hpp"
#include "crossroads/graph/concept_graph.hpp"
#include "support/check_graph.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;

namespace {

Vertex entry(const std::string& id, std::vector<std::string> kinds = {"k"}) {
  Vertex vertex;
  vertex.id = id;
  vertex.kinds = std::move(kinds);
  vertex.label = id;
  return vertex;
}

Vertex text(const std::string& id, std::uint32_t document) {
  Vertex vertex = entry(text_id(id), {"text"});
  vertex.document = document;
  return vertex;
}

Edge edge(std::uint32_t source, std::uint32_t target, const std::string& relation) {
  Edge edge;
  edge.source = source;
  edge.target = target;
  edge.relation = relation;
  return edge;
}

/// Entries c, a, b, the text t.txt of 30 bytes in two passages, the second in two ranges. `a` is
/// named in both, `b` in the first.
GraphParts parts() {
  GraphParts parts;
  parts.windows = 2;
  parts.documents = {{"t.txt", "T", "", 30}};
  parts.vertices = {entry("c"), text("t.txt", 0), entry("a"), entry("b")};
  parts.passages = {
      {"text:t.txt#p2", 0, Role::body, {{12, 20}, {22, 30}}, "", {{2, {13, 14}, {}}}},
      {"text:t.txt#p1", 0, Role::body, {{0, 10}}, "", {{2, {0, 1}, {}}, {3, {4, 5}, {}}}}};
  parts.edges = {edge(0, 2, "part-of"), edge(2, 3, "part-of")};
  return parts;
}

template <class Change>
std::string refusal(Change change) {
  GraphParts changed = parts();
  change(changed);
  try {
    const ConceptGraph graph(std::move(changed));
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    return error.what();
  }
  return "";
}

Vertex section(const std::string& id, Span span) {
  Vertex vertex = entry("text:t.txt#" + id, {"section"});
  vertex.document = 0;
  vertex.span = span;
  return vertex;
}

Edge contains(std::uint32_t source, std::uint32_t target) {
  Edge contains = edge(source, target, "contains");
  contains.origin = Origin::structure;
  return contains;
}

/// Those parts, and two sections, the second in the first, the first passage in it.
GraphParts parts_with_sections() {
  GraphParts with = parts();
  with.vertices.push_back(section("s2", {22, 30}));  // 4
  with.vertices.push_back(section("s1", {0, 30}));   // 5
  with.edges.push_back(contains(5, 4));
  with.edges.push_back(contains(1, 5));
  with.passages[0].section = 5;
  return with;
}

template <class Change>
std::string refusal_of_sections(Change change) {
  return refusal([&](GraphParts& changed) {
    changed = parts_with_sections();
    change(changed);
  });
}

Edge stated(std::uint32_t passage, Span span, Span source, Span target) {
  Edge stated = edge(2, 3, "near");
  stated.origin = Origin::stated;
  stated.evidence = {{passage, StatedWords{span, source, target, "", "r", {}}}};
  return stated;
}

}  // namespace

TEST_CASE("concept graph: parts in any order are sorted, and what names them moves along") {
  const ConceptGraph graph(parts());
  CHECK(test::shape_violations(graph) == "");
  CHECK(graph.entry_count() == 3);
  CHECK(graph.vertex(0).id == "a");
  CHECK(graph.vertex(3).id == "text:t.txt");
  CHECK(graph.passage(0).id == "text:t.txt#p1");
  CHECK(graph.passage(0).mentions.at(1).entry == 1);
  CHECK(test::edge_names(graph) ==
        std::vector<std::string>{"a part-of:curated b", "c part-of:curated a"});
  CHECK(graph.passages_of(0).size() == 2);
  CHECK(graph.passages_of(1).size() == 1);
  CHECK(graph.passages_of(2).empty());
  CHECK(graph.passages_of(3).empty());
}

TEST_CASE("concept graph: an empty one") {
  const ConceptGraph graph((GraphParts()));
  CHECK(test::shape_violations(graph) == "");
  CHECK_FALSE(graph.find_vertex("").has_value());
}

TEST_CASE("concept graph: what the constructor refuses") {
  CHECK(refusal([](GraphParts&) {}) == "");
  CHECK(refusal([](GraphParts& p) { p.vertices[0].id = "b"; }) == "two nodes have the id 'b'");
  CHECK(refusal([](GraphParts& p) { p.vertices[0].id = "text:t.txt"; }) ==
        "two nodes have the id 'text:t.txt'");
  CHECK(refusal([](GraphParts& p) { p.vertices[0].id = "text:t.txt#p1"; }) ==
        "two nodes have the id 'text:t.txt#p1'");
  CHECK(refusal([](GraphParts& p) { p.passages[0].id = p.passages[1].id; }) ==
        "two nodes have the id 'text:t.txt#p1'");
  CHECK(refusal([](GraphParts& p) { p.documents.push_back(p.documents[0]); }) ==
        "two documents have the id 't.txt'");
  CHECK(refusal([](GraphParts& p) { p.edges[0].target = 4; }) ==
        "an edge or a mention names a node that does not exist");
  CHECK(refusal([](GraphParts& p) { p.passages[0].mentions[0].entry = 4; }) ==
        "an edge or a mention names a node that does not exist");
  CHECK(refusal([](GraphParts& p) { p.vertices[1].document = 1; }) ==
        "'text:t.txt' has no document");
  CHECK(refusal([](GraphParts& p) { p.passages[0].document = 1; }) ==
        "'text:t.txt#p2' has no document");
  CHECK(refusal([](GraphParts& p) { p.passages[0].ranges.clear(); }) ==
        "'text:t.txt#p2' has no ranges");
  const std::string order = "the ranges of 'text:t.txt#p2' are empty or out of order";
  CHECK(refusal([](GraphParts& p) { p.passages[0].ranges = {{22, 30}, {12, 20}}; }) == order);
  CHECK(refusal([](GraphParts& p) { p.passages[0].ranges = {{12, 20}, {19, 30}}; }) == order);
  CHECK(refusal([](GraphParts& p) { p.passages[0].ranges = {{12, 12}, {13, 30}}; }) == order);
  const std::string outside = "a mention in 'text:t.txt#p1' lies outside it";
  CHECK(refusal([](GraphParts& p) { p.passages[1].mentions[0].span = {9, 11}; }) == outside);
  CHECK(refusal([](GraphParts& p) { p.passages[1].mentions[0].span = {5, 5}; }) == outside);
  CHECK(refusal([](GraphParts& p) { p.passages[1].mentions[0].entry = 1; }) == outside);
  CHECK(refusal([](GraphParts& p) { p.edges.push_back(p.edges[0]); }) ==
        "two edges from 'c' to 'a' have the key 'part-of:curated:/'");
  CHECK(refusal([](GraphParts& p) {
          p.edges.push_back(stated(2, {0, 5}, {0, 1}, {4, 5}));
        }) == "an edge names a passage that does not exist");
  const std::string words = "an edge's words lie outside 'text:t.txt#p1'";
  CHECK(refusal([](GraphParts& p) { p.edges.push_back(stated(1, {0, 5}, {0, 1}, {4, 5})); }) == "");
  CHECK(refusal([](GraphParts& p) {
          p.edges.push_back(stated(1, {0, 11}, {0, 1}, {4, 5}));
        }) == words);
  CHECK(refusal([](GraphParts& p) {
          p.edges.push_back(stated(1, {0, 5}, {0, 1}, {4, 6}));
        }) == words);
  CHECK(refusal([](GraphParts& p) {
          p.edges.push_back(stated(1, {2, 5}, {0, 1}, {4, 5}));
        }) == words);
}

TEST_CASE("concept graph: sections and what leans on what") {
  const ConceptGraph graph(parts_with_sections());
  CHECK(test::shape_violations(graph) == "");
  CHECK(graph.vertex(4).id == "text:t.txt#s1");
  CHECK(graph.parent(5) == 4);
  CHECK(graph.parent(4) == 3);
  CHECK(graph.text_vertex(0) == 3);
  CHECK(graph.passage(1).section == 4);

  const auto refused = [](auto change) { return refusal_of_sections(change); };
  CHECK(refused([](GraphParts&) {}) == "");
  CHECK(refused([](GraphParts& p) { p.edges.pop_back(); }) ==
        "'text:t.txt#s1' is contained in nothing");
  CHECK(refused([](GraphParts& p) { p.edges.push_back(contains(1, 4)); }) ==
        "'text:t.txt#s2' is contained twice");
  CHECK(refused([](GraphParts& p) { p.edges.back() = contains(5, 5); }) ==
        "'text:t.txt#s1' contains itself");
  CHECK(refused([](GraphParts& p) { p.edges.back() = contains(4, 5); }) ==
        "'text:t.txt#s1' contains itself");
  CHECK(refused([](GraphParts& p) { p.edges.back() = contains(0, 5); }) ==
        "'c' can't contain 'text:t.txt#s1'");
  CHECK(refused([](GraphParts& p) { p.edges.back() = contains(1, 0); }) ==
        "'text:t.txt' can't contain 'c'");
  CHECK(refused([](GraphParts& p) { p.vertices[5].span = {}; }) == "'text:t.txt#s1' has no span");
  CHECK(refused([](GraphParts& p) { p.passages[0].section = 1; }) ==
        "'text:t.txt' is no section of the text of 'text:t.txt#p2'");
  CHECK(refused([](GraphParts& p) { p.passages[0].section = 9; }) ==
        "an edge or a mention names a node that does not exist");
  CHECK(refused([](GraphParts& p) { p.passages[0].lead_in = 1; }) == "");
  CHECK(refused([](GraphParts& p) { p.passages[0].lead_in = 0; }) ==
        "the lead-in of 'text:t.txt#p2' is no other passage of its text");
  CHECK(refused([](GraphParts& p) { p.passages[0].lead_in = 2; }) ==
        "a list item names a passage that does not exist");

  const auto called = [&](NoteCaller caller) {
    return refused([&](GraphParts& p) { p.passages[0].note = GraphNote{"1", caller, false}; });
  };
  const std::string outside = "the call of 'text:t.txt#p2' lies outside its caller";
  CHECK(called({1, Span{3, 4}, {0, 10}}) == "");
  CHECK(called({1, std::nullopt, {0, 10}}) == "");
  CHECK(called({1, Span{9, 11}, {0, 10}}) == outside);
  CHECK(called({1, Span{3, 4}, {0, 11}}) == outside);
  CHECK(called({1, Span{3, 4}, {}}) == outside);
  CHECK(called({0, Span{13, 14}, {12, 20}}) ==
        "the caller of 'text:t.txt#p2' is no other passage of its text");
  CHECK(called({2, std::nullopt, {0, 10}}) == "a note names a passage that does not exist");

  const auto shown_by = [&](Evidence evidence) {
    return refused([&](GraphParts& p) { p.edges[0].evidence = {std::move(evidence)}; });
  };
  const StatedWords words{{13, 14}, {4, 5}, {13, 14}, "", "r", {}};
  const std::string p1 = "an edge's words lie outside 'text:t.txt#p1'";
  const std::string p2 = "an edge's words lie outside 'text:t.txt#p2'";
  CHECK(shown_by({0, words, PassageSpan{1, {4, 10}}, {}}) == "");
  CHECK(shown_by({0, words, PassageSpan{1, {5, 10}}, {}}) == p2);
  CHECK(shown_by({0, words, std::nullopt, {}}) == p2);
  CHECK(shown_by({0, {}, PassageSpan{1, {5, 12}}, {}}) == p1);
  CHECK(shown_by({0, {}, PassageSpan{2, {5, 12}}, {}}) ==
        "an edge names a passage that does not exist");
  CHECK(shown_by({1, {}, {}, Span{0, 10}}) == "");
  CHECK(shown_by({1, {}, {}, Span{0, 11}}) == p1);
}

TEST_CASE(
    "concept graph: edges that differ in origin, polarity, modality or period stand beside "
    "each other") {
  GraphParts many = parts();
  many.edges.assign(7, edge(2, 3, "near"));
  many.edges[1].origin = Origin::stated;
  many.edges[2].origin = Origin::stated;
  many.edges[2].polarity = Polarity::negative;
  many.edges[3].origin = Origin::stated;
  many.edges[3].modality = Modality::possible;
  many.edges[4].origin = Origin::co_mentioned;
  many.edges[5].period.since = "2001";
  many.edges[6] = edge(3, 2, "near");
  const ConceptGraph graph(std::move(many));
  CHECK(test::shape_violations(graph) == "");
  CHECK(test::edge_names(graph, true) ==
        std::vector<std::string>{"a near b", "a near:curated:/ b", "a near:curated:2001/ b",
                                 "a near:stated b", "a near:stated:not b",
                                 "a near:stated:possible b", "b near:curated a"});
}

TEST_CASE("concept graph: a symmetric edge is turned, its words too") {
  GraphParts turned = parts();
  Edge near = stated(1, {0, 5}, {4, 5}, {0, 1});
  near.source = 3;
  near.target = 2;
  near.symmetric = true;
  turned.edges = {near};
  const ConceptGraph graph(std::move(turned));
  CHECK(test::shape_violations(graph) == "");
  CHECK(graph.vertex(graph.source(0)).id == "a");
  CHECK(graph.edge(0).evidence.at(0).words->source_span == Span{0, 1});
  CHECK(graph.edge(0).evidence.at(0).words->target_span == Span{4, 5});
}

TEST_CASE("concept graph: look-ups") {
  const ConceptGraph graph = test::graph_of(test::briefing_ontology(), test::briefing_texts());
  for (std::uint32_t i = 0; i < graph.vertices().size(); ++i) {
    CHECK(graph.find_vertex(graph.vertex(i).id) == i);
  }
  for (const char* id : {"", "a", "norval", "norvalee", "text:", "zzz"}) {
    CHECK_FALSE(graph.find_vertex(id).has_value());
  }
  REQUIRE(graph.find_relation("fights") != nullptr);
  CHECK(graph.find_relation("fights")->label == "fights");
  CHECK(graph.find_relation("fight") == nullptr);
}

TEST_CASE("concept graph: kinds, with the broader ones") {
  GraphParts kinds = parts();
  kinds.ontology.kinds = {{"k", "", "", "wide"},
                          {"wide", "", "", "widest"},
                          {"widest", "", "", ""},
                          {"round", "", "", "about"},
                          {"about", "", "", "round"}};
  kinds.vertices[0].kinds = {"other", "k"};
  kinds.vertices[3].kinds = {"round"};
  const ConceptGraph graph(std::move(kinds));
  const std::uint32_t a = *graph.find_vertex("a");
  const std::uint32_t b = *graph.find_vertex("b");
  const std::uint32_t c = *graph.find_vertex("c");
  for (const char* kind : {"k", "wide", "widest"}) CHECK(graph.is_of_kind(a, kind));
  CHECK_FALSE(graph.is_of_kind(a, "other"));
  CHECK_FALSE(graph.is_of_kind(a, ""));
  CHECK(graph.is_of_kind(c, "other"));
  CHECK(graph.is_of_kind(c, "widest"));
  CHECK(graph.is_of_kind(b, "about"));  // a circle ends
  CHECK_FALSE(graph.is_of_kind(b, "wide"));
  CHECK(graph.is_of_kind(3, "text"));
}

TEST_CASE("concept graph: Boost's algorithms run on it as it is") {
  GraphParts chain = parts();
  chain.edges = {edge(2, 3, "r"), edge(2, 3, "s"), edge(3, 0, "r"), edge(2, 0, "t")};
  for (Edge& one : chain.edges) one.weight = 1;
  chain.edges[3].weight = 5;
  const ConceptGraph graph(std::move(chain));
  const BoostGraph& boost_graph = graph.boost_graph();
  const auto index = boost::get(boost::vertex_index, boost_graph);

  std::vector<std::uint32_t> distance(graph.vertices().size());
  boost::dijkstra_shortest_paths(
      boost_graph, 0U,
      boost::weight_map(graph.weight_map())
          .distance_map(boost::make_iterator_property_map(distance.begin(), index)));
  CHECK(distance[0] == 0);
  CHECK(distance[1] == 1);
  CHECK(distance[2] == 2);
  CHECK(distance[3] == std::numeric_limits<std::uint32_t>::max());

  std::vector<std::uint32_t> steps(graph.vertices().size(), 0);
  boost::breadth_first_search(
      boost_graph, 0U,
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(
          boost::make_iterator_property_map(steps.begin(), index), boost::on_tree_edge()))));
  CHECK(steps == std::vector<std::uint32_t>{0, 1, 1, 0});

  std::vector<double> rank(graph.vertices().size());
  boost::graph::page_rank(boost_graph, boost::make_iterator_property_map(rank.begin(), index));
  CHECK(rank[2] > rank[1]);
  CHECK(rank[1] > rank[0]);
  CHECK(rank[0] == doctest::Approx(rank[3]));
}
