// SPDX-License-Identifier: Apache-2.0
// Assembling a graph, and writing and reading its JSON.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "bench/check.hpp"
#include "bench/made.hpp"
#include "crossroads/graph/assemble.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/store/graph_json.hpp"

namespace crossroads::bench {
namespace {

/// What a curator says; a symmetric statement is one, from whichever side.
std::size_t statements_of(const Ontology& ontology) {
  std::size_t count = 0;
  std::set<std::tuple<EntryId, EntryId, RelationId, std::string, std::string>> symmetric;
  for (std::size_t i = 0; i < ontology.entries.size(); ++i) {
    for (const Statement& said : ontology.entries[i].statements) {
      const auto [low, high] = std::minmax({static_cast<EntryId>(i), said.to});
      const bool once =
          !ontology.relation(said.relation).symmetric ||
          symmetric.emplace(low, high, said.relation, said.period.since, said.period.until).second;
      if (once) ++count;
    }
  }
  return count;
}

/// Pairs of entries that a paragraph names together.
std::size_t pairs_of(const std::vector<MadeText>& texts) {
  std::set<std::pair<EntryId, EntryId>> pairs;
  for (const MadeText& text : texts) {
    for (const auto& paragraph : text.named) {
      for (const EntryId a : paragraph) {
        for (const EntryId b : paragraph) {
          if (a < b) pairs.emplace(a, b);
        }
      }
    }
  }
  return pairs.size();
}

/// Texts of 64 KiB, linked with our ontology, and what their graph must hold.
struct Input {
  std::vector<LinkedDocument> documents;
  std::size_t nodes = 0;
  std::size_t edges = 0;

  explicit Input(unsigned count) {
    const Ontology& ontology = our_ontology();
    const Lexicon lexicon = Lexicon::build(ontology);
    std::vector<MadeText> texts;
    for (unsigned seed = 1; seed <= count; ++seed) {
      texts.push_back(make_text(ontology, 64 << 10, seed));
    }
    nodes = ontology.entries.size() + count;
    edges =
        statements_of(ontology) + pairs_of(texts);  // No two names stand so that a cue is between.
    for (MadeText& text : texts) {
      Links links = link(lexicon, text.document);
      documents.push_back({std::move(text.document), std::move(links)});
    }
  }

  void check(benchmark::State& state, const ConceptGraph& graph) const {
    expect(state, "nodes", nodes, graph.vertices().size());
    expect(state, "edges", edges, graph.edge_count());
    state.counters["edges"] = graph.edge_count();
  }
};

void assemble_graph(benchmark::State& state) {
  const Input input(static_cast<unsigned>(state.range(0)));
  for (auto _ : state) {
    const ConceptGraph graph = assemble(our_ontology(), input.documents);
    benchmark::DoNotOptimize(graph.edge_count());
  }
  input.check(state, assemble(our_ontology(), input.documents));
}

void write_json(benchmark::State& state) {
  const Input input(static_cast<unsigned>(state.range(0)));
  const ConceptGraph graph = assemble(our_ontology(), input.documents);
  std::string json;
  for (auto _ : state) json = write_graph_json(graph);
  input.check(state, read_graph_json(json, "graph.json"));
  state.SetBytesProcessed(static_cast<std::int64_t>(json.size()) * state.iterations());
}

void read_json(benchmark::State& state) {
  const Input input(static_cast<unsigned>(state.range(0)));
  const std::string json = write_graph_json(assemble(our_ontology(), input.documents));
  for (auto _ : state) {
    const ConceptGraph graph = read_graph_json(json, "graph.json");
    benchmark::DoNotOptimize(graph.edge_count());
  }
  const ConceptGraph graph = read_graph_json(json, "graph.json");
  input.check(state, graph);
  expect(state, "bytes written again", json.size(), write_graph_json(graph).size());
  state.SetBytesProcessed(static_cast<std::int64_t>(json.size()) * state.iterations());
}

BENCHMARK(assemble_graph)->Arg(1)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(write_json)->Arg(1)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(read_json)->Arg(1)->Arg(16)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crossroads::bench
