// SPDX-License-Identifier: Apache-2.0
//
// Builds a concept graph in memory and hands it to Boost.Graph: PageRank over a filtered view, the
// edges between entries, and a shortest path by breadth-first search over the graph as it is.
//
//   05_rank_and_path ONTOLOGY TEXT FROM TO      e.g. ontology examples/briefings FIB AMISOM
//
// DEMONSTRATES: a whole corpus at once, boost_graph(), property maps, what names an entry.
// READ FIRST: 03_build_graph.cpp.

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/page_rank.hpp>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/graph/assemble.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/pipeline/corpus.hpp"
#include "crossroads/pipeline/read_corpus.hpp"
#include "crossroads/query/find.hpp"

namespace {

using namespace crossroads;

constexpr auto nobody = std::numeric_limits<std::uint32_t>::max();

ConceptGraph build(const std::string& ontology_path, const std::string& text_path) {
  const auto system = real_system();
  const LoadResult loaded = load_ontology(read_ontology_files(*system, {ontology_path}));
  if (loaded.has_errors()) throw Error(ErrorKind::input, "the ontology has errors: run 'check'");
  const Lexicon lexicon = Lexicon::build(loaded.ontology);
  std::vector<LinkedDocument> documents;
  read_corpus(
      *system, find_texts(*system, {text_path}), {},
      [&](Document document) {
        Links links = link(lexicon, document);
        documents.push_back({std::move(document), std::move(links)});
      },
      [](const Error& error) { std::fprintf(stderr, "left out: %s\n", error.what()); });
  return assemble(loaded.ontology, documents);
}

/// The edges between entries: without those that join texts, their parts and authors.
struct BetweenEntries {
  const ConceptGraph* graph = nullptr;
  bool operator()(const boost::graph_traits<BoostGraph>::edge_descriptor& edge) const {
    return graph->origin(boost::get(boost::edge_index, graph->boost_graph(), edge)) !=
           Origin::structure;
  }
};

/// The five entries of the highest PageRank. Any vector is a property map of the graph.
void print_ranks(const ConceptGraph& graph) {
  const boost::filtered_graph<BoostGraph, BetweenEntries> boost_graph(graph.boost_graph(),
                                                                      {&graph});
  std::vector<double> rank(graph.vertices().size());
  boost::graph::page_rank(
      boost_graph, boost::make_iterator_property_map(rank.begin(),
                                                     boost::get(boost::vertex_index, boost_graph)));
  std::vector<std::uint32_t> order(graph.entry_count());  // Texts come behind them.
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return rank[a] > rank[b]; });
  const std::size_t shown = std::min<std::size_t>(5, order.size());
  for (std::size_t i = 0; i < shown; ++i) {
    std::printf("%zu. %s\n", i + 1, graph.vertex(order[i]).label.c_str());
  }
}

/// A shortest path along the edges' direction; Boost's search notes who came before whom.
void print_path(const ConceptGraph& graph, std::uint32_t from, std::uint32_t to) {
  const BoostGraph& boost_graph = graph.boost_graph();
  std::vector<std::uint32_t> before(graph.vertices().size(), nobody);
  const auto before_map = boost::make_iterator_property_map(
      before.begin(), boost::get(boost::vertex_index, boost_graph));
  boost::breadth_first_search(boost_graph, from,
                              boost::visitor(boost::make_bfs_visitor(
                                  boost::record_predecessors(before_map, boost::on_tree_edge()))));
  if (from != to && before[to] == nobody) {
    std::printf("no path\n");
    return;
  }
  std::vector<std::uint32_t> path{to};
  while (path.back() != from) path.push_back(before[path.back()]);
  std::reverse(path.begin(), path.end());
  for (std::size_t i = 0; i < path.size(); ++i) {
    std::printf("%s%s", i > 0 ? " -> " : "", graph.vertex(path[i]).label.c_str());
  }
  std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fprintf(stderr, "usage: %s ONTOLOGY TEXT FROM TO\n", argv[0]);
    return 2;
  }
  try {
    const ConceptGraph graph = build(argv[1], argv[2]);
    print_ranks(graph);
    print_path(graph, find_entry(graph, argv[3]), find_entry(graph, argv[4]));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
