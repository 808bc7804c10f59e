// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/query/path.hpp"
#include "support/check_graph.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;

namespace {

constexpr unsigned unreached = 1000;

Edge edge(std::uint32_t from, std::uint32_t to, Origin origin, Polarity polarity) {
  Edge edge;
  edge.source = from;
  edge.target = to;
  edge.origin = origin;
  edge.polarity = polarity;
  edge.relation = "r";
  return edge;
}

GraphParts entries(std::uint32_t count) {
  GraphParts parts;
  for (std::uint32_t i = 0; i < count; ++i) {
    Vertex vertex;
    vertex.id = vertex.label = std::string(1, static_cast<char>('a' + i));
    vertex.kinds = {"k"};
    parts.vertices.push_back(vertex);
  }
  return parts;
}

/// Entries with edges of all kinds between random ones, no two alike.
ConceptGraph random_graph(std::mt19937& random, std::uint32_t count) {
  GraphParts parts = entries(count);
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  const std::uint32_t edges = below(3 * count);
  for (std::uint32_t i = 0; i < edges; ++i) {
    Edge one = edge(below(count), below(count), static_cast<Origin>(below(4)),
                    below(4) == 0 ? Polarity::negative : Polarity::positive);
    one.relation = "r" + std::to_string(i);
    one.symmetric = below(3) == 0;
    parts.edges.push_back(one);
  }
  return ConceptGraph(std::move(parts));
}

unsigned cost(const ConceptGraph& graph, std::uint32_t at, bool co_mentioned) {
  if (graph.polarity(at) == Polarity::negative) return unreached;
  switch (graph.origin(at)) {
    case Origin::curated:
    case Origin::stated:
      return 1;
    case Origin::co_mentioned:
      return co_mentioned ? 3 : unreached;
    case Origin::structure:
      return unreached;
  }
  return unreached;
}

/// All distances from `from`, by relaxing every edge as often as there are vertices.
std::vector<unsigned> distances(const ConceptGraph& graph, std::uint32_t from, bool co_mentioned) {
  std::vector<unsigned> distance(graph.entry_count(), unreached);
  distance[from] = 0;
  for (std::uint32_t round = 0; round < graph.entry_count(); ++round) {
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
      const unsigned step = cost(graph, i, co_mentioned);
      unsigned& a = distance[graph.source(i)];
      unsigned& b = distance[graph.target(i)];
      a = std::min(a, b + step);
      b = std::min(b, a + step);
    }
  }
  return distance;
}

void check_path(const ConceptGraph& graph, std::uint32_t from, std::uint32_t to, bool co_mentioned,
                unsigned expected) {
  const std::vector<PathStep> path = find_path(graph, from, to, {co_mentioned});
  if (expected >= unreached || from == to) {
    CHECK(path.empty());
    return;
  }
  REQUIRE_FALSE(path.empty());
  CHECK(path.front().from == from);
  CHECK(path.back().to == to);
  unsigned sum = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const PathStep& step = path[i];
    if (i > 0) CHECK(step.from == path[i - 1].to);
    CHECK(graph.source(step.edge) == (step.backward ? step.to : step.from));
    CHECK(graph.target(step.edge) == (step.backward ? step.from : step.to));
    sum += cost(graph, step.edge, co_mentioned);
  }
  CHECK(sum == expected);
}

std::string shown(const std::vector<PathStep>& path, const ConceptGraph& graph) {
  std::string text;
  for (const PathStep& step : path) {
    if (text.empty()) text = graph.vertex(step.from).id;
    text += (step.backward ? " <- " : " -> ") + graph.vertex(step.to).id;
  }
  return text;
}

}  // namespace

TEST_CASE("path: as short as brute force finds it") {
  std::mt19937 random(20261124);  // NOLINT: the same graphs each time
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    const ConceptGraph graph = random_graph(random, 2 + static_cast<std::uint32_t>(random() % 8));
    CHECK(test::shape_violations(graph) == "");
    for (const bool co_mentioned : {false, true}) {
      for (std::uint32_t from = 0; from < graph.entry_count(); ++from) {
        const std::vector<unsigned> expected = distances(graph, from, co_mentioned);
        for (std::uint32_t to = 0; to < graph.entry_count(); ++to) {
          check_path(graph, from, to, co_mentioned, expected[to]);
        }
      }
    }
  }
}

TEST_CASE("path: of equal ones always the same, in whatever order the edges came") {
  GraphParts parts = entries(6);
  constexpr Polarity yes = Polarity::positive;
  // a to f over b, c, d or e, all two steps long.
  for (const std::uint32_t middle : {3U, 1U, 4U, 2U}) {
    parts.edges.push_back(edge(middle, 0, Origin::curated, yes));
    parts.edges.push_back(edge(middle, 5, Origin::stated, yes));
    parts.edges.push_back(edge(middle, 5, Origin::curated, yes));
  }
  std::mt19937 random(7);  // NOLINT: the same each time
  for (int round = 0; round < 20; ++round) {
    std::shuffle(parts.edges.begin(), parts.edges.end(), random);
    const ConceptGraph graph(parts);
    const std::vector<PathStep> path = find_path(graph, 0, 5);
    CHECK(shown(path, graph) == "a <- b -> f");
    CHECK(graph.edge(path.at(1).edge).key == "r:curated");
    CHECK(shown(find_path(graph, 5, 0), graph) == "f <- b -> a");
  }
}

TEST_CASE("path: never over a denied statement, a text or, if not asked, a co-mention") {
  GraphParts parts = entries(3);
  parts.documents = {{"t", "t", "", 9}};
  Vertex text;
  text.id = "text:t";
  text.kinds = {"text"};
  text.label = "t";
  text.document = 0;
  parts.vertices.push_back(text);
  parts.edges = {edge(0, 1, Origin::stated, Polarity::negative),
                 edge(0, 3, Origin::curated, Polarity::positive),
                 edge(3, 1, Origin::curated, Polarity::positive),
                 edge(0, 2, Origin::structure, Polarity::positive),
                 edge(2, 1, Origin::co_mentioned, Polarity::positive)};
  ConceptGraph graph(parts);
  CHECK(find_path(graph, 0, 1).empty());
  CHECK(find_path(graph, 0, 1, {true}).empty());
  CHECK(find_path(graph, 2, 1).empty());
  CHECK(shown(find_path(graph, 2, 1, {true}), graph) == "c -> b");
}

TEST_CASE("path: three statements are no longer than a co-mention, and two are shorter") {
  constexpr Polarity yes = Polarity::positive;
  GraphParts parts = entries(4);
  parts.edges = {edge(0, 3, Origin::co_mentioned, yes), edge(0, 1, Origin::stated, yes),
                 edge(1, 3, Origin::stated, yes)};
  const ConceptGraph graph(parts);
  CHECK(shown(find_path(graph, 0, 3, {true}), graph) == "a -> b -> d");
  CHECK(find_path(graph, 0, 0, {true}).empty());
  CHECK(find_path(graph, 0, 2, {true}).empty());
}

TEST_CASE("path: in the briefing") {
  const ConceptGraph graph = test::graph_of(test::briefing_ontology(), test::briefing_texts());
  const auto path = find_path(graph, *graph.find_vertex("sudmark"), *graph.find_vertex("unmin"));
  CHECK(shown(path, graph) == "sudmark <- norvale <- unmin");
}
