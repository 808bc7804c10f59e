// SPDX-License-Identifier: Apache-2.0
//
// Assembles the concept graph of an ontology and one text, saves it as JSON, reads it back and sees
// that nothing was lost: the graph that was read is written with the same bytes.
//
//   03_build_graph ONTOLOGY TEXT GRAPH      e.g. ontology examples/data/report.txt graph.json
//
// DEMONSTRATES: assemble(), origins of edges, write_graph_json(), write_output(),
// read_graph_json(). READ FIRST: 02_link_text.cpp.

#include <cstdint>
#include <cstdio>
#include <exception>
#include <string>
#include <utility>

#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/graph/assemble.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/pipeline/corpus.hpp"
#include "crossroads/store/graph_json.hpp"
#include "crossroads/text/read.hpp"

namespace {

using namespace crossroads;

ConceptGraph build(System& system, const std::string& ontology_path, const std::string& path) {
  const LoadResult loaded = load_ontology(read_ontology_files(system, {ontology_path}));
  if (loaded.has_errors()) throw Error(ErrorKind::input, "the ontology has errors");
  Document document = read_text(path, read_input(system, path), format_of(path));
  Links links = link(Lexicon::build(loaded.ontology), document);
  return assemble(loaded.ontology, {{std::move(document), std::move(links)}});
}

/// Edges are counted by who says so, and never summed over that.
void print_counts(const ConceptGraph& graph) {
  std::printf("entries: %u\ntexts: %zu\npassages: %zu\n", graph.entry_count(),
              graph.documents().size(), graph.passages().size());
  for (const Origin origin : {Origin::curated, Origin::stated, Origin::co_mentioned}) {
    std::size_t count = 0;
    for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) {
      if (graph.origin(edge) == origin) ++count;
    }
    std::printf("edges, %s: %zu\n", std::string(to_string(origin)).c_str(), count);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: %s ONTOLOGY TEXT GRAPH\n", argv[0]);
    return 2;
  }
  try {
    const auto system = real_system();
    const ConceptGraph graph = build(*system, argv[1], argv[2]);
    print_counts(graph);
    const std::string json = write_graph_json(graph);
    write_output(*system, argv[3], json);
    const ConceptGraph again = read_graph_json(read_input(*system, argv[3]), argv[3]);
    const bool is_equal = write_graph_json(again) == json;
    std::printf("read back: %s\n", is_equal ? "equal" : "DIFFERENT");
    return is_equal ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
