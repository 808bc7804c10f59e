// SPDX-License-Identifier: Apache-2.0
//
// Asks a saved graph which entries of one kind are linked with which of another. Every answer comes
// with who says so: a curator's source, or the words of a text and their place in it.
//
//   04_ask_links GRAPH FROM TO      e.g. graph.json mission armed-group
//
// DEMONSTRATES: find_links(), edges as values, composed links, quotes and their place.
// READ FIRST: 03_build_graph.cpp, which saves such a graph.

#include <cstdio>
#include <exception>
#include <string>

#include "crossroads/core/printable.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/query/links.hpp"
#include "crossroads/store/graph_json.hpp"

namespace {

using namespace crossroads;

/// "MONUSCO is deployed in DRC": the edge itself, in its own direction.
std::string sentence(const ConceptGraph& graph, const Edge& edge) {
  const Relation* relation = graph.find_relation(edge.relation);
  std::string says = relation != nullptr ? relation->label : edge.relation;
  if (edge.origin == Origin::co_mentioned) says = "is named together with";
  if (edge.polarity == Polarity::negative) says = "not: " + says;
  return graph.vertex(edge.source).label + " " + says + " " + graph.vertex(edge.target).label;
}

/// The text's words with their place, or the curator's sources.
std::string evidence(const ConceptGraph& graph, const LinkRow& row) {
  if (row.quote) {
    const GraphPassage& passage = graph.passage(row.quote->passage);
    return "\"" + printable_line(row.quote->text) + "\" (" +
           graph.documents()[passage.document].id + ", bytes " +
           std::to_string(row.quote->span.begin) + "-" + std::to_string(row.quote->span.end) + ")";
  }
  std::string sources;
  for (const std::string& source : row.edge.curated.sources) {
    sources += (sources.empty() ? "" : ", ") + source;
  }
  const std::string& locator = row.edge.curated.locator;
  return sources + (locator.empty() ? "" : ", " + locator);
}

void print_row(const ConceptGraph& graph, const LinkRow& row) {
  // A composed link is two rows, a step each, that meet in the entry in the middle.
  const std::string how = row.via ? "composed, step " + std::to_string(row.step)
                                  : std::string(to_string(row.edge.origin));
  std::printf("%s - %s [%s]\n  %s\n  %s\n", graph.vertex(row.source).label.c_str(),
              graph.vertex(row.target).label.c_str(), how.c_str(),
              sentence(graph, row.edge).c_str(), evidence(graph, row).c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: %s GRAPH FROM TO\n", argv[0]);
    return 2;
  }
  try {
    const auto system = real_system();
    const ConceptGraph graph = read_graph_json(read_input(*system, argv[1]), argv[1]);
    const LinksQuestion question = {
        .from = argv[2], .to = argv[3], .relation = {}, .co_mentioned = true};
    for (const LinkRow& row : find_links(graph, question)) print_row(graph, row);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
