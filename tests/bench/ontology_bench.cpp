// SPDX-License-Identifier: Apache-2.0
// Reading an ontology, and compiling its names.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string_view>

#include "bench/check.hpp"
#include "bench/made.hpp"
#include "crossroads/link/link.hpp"

namespace crossroads::bench {
namespace {

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += what.size()) ++found;
  return found;
}

void run_load(benchmark::State& state, const std::vector<OntologyFile>& files) {
  std::size_t bytes = 0;
  std::size_t entries = 0;
  std::size_t names = 0;
  for (const OntologyFile& file : files) {
    bytes += file.bytes.size();
    entries += count(file.bytes, "<entry ");
    for (const std::string_view element : {"<label", "<alias"}) names += count(file.bytes, element);
  }
  LoadResult result;
  for (auto _ : state) {
    result = load_ontology(files);
    benchmark::DoNotOptimize(result);
  }
  expect(state, "entries", entries, result.ontology.entries.size());
  expect(state, "names", names, all_names(result.ontology).size());
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  state.counters["names"] = static_cast<double>(names);
}

void load_ours(benchmark::State& state) {
  run_load(state, our_files());
}
void load_made(benchmark::State& state) {
  run_load(state, made_files(static_cast<std::size_t>(state.range(0))));
}

void run_lexicon(benchmark::State& state, const Ontology& ontology) {
  for (auto _ : state) {
    const Lexicon lexicon = Lexicon::build(ontology);
    benchmark::DoNotOptimize(&lexicon);
  }
  const MadeText text = make_text(ontology, 64 << 10);
  const Links links = link(Lexicon::build(ontology), text.document);
  expect(state, "mentions", text.mentions(), links.mentions.size());
  state.counters["names"] = static_cast<double>(all_names(ontology).size());
}

void lexicon_of_ours(benchmark::State& state) {
  run_lexicon(state, our_ontology());
}
void lexicon_of_made(benchmark::State& state) {
  run_lexicon(state, made_ontology());
}

BENCHMARK(load_ours)->Unit(benchmark::kMillisecond);
BENCHMARK(load_made)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(lexicon_of_ours)->Unit(benchmark::kMillisecond);
BENCHMARK(lexicon_of_made)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crossroads::bench
