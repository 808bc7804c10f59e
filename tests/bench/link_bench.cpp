// SPDX-License-Identifier: Apache-2.0
// Finding names in a text that has been read: by link(), and by the slow linker of the tests.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "bench/check.hpp"
#include "bench/made.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/text/read.hpp"

namespace crossroads::bench {
namespace {

void read_plain_text(benchmark::State& state) {
  const MadeText text = make_text(our_ontology(), static_cast<std::size_t>(state.range(0)));
  std::size_t passages = 0;
  for (auto _ : state) {
    passages = read_text("made.txt", text.document.bytes, TextFormat::plain).passages.size();
  }
  expect(state, "passages", text.named.size(), passages);
  state.SetBytesProcessed(static_cast<std::int64_t>(text.document.bytes.size()) *
                          state.iterations());
}

void run_link(benchmark::State& state, const Ontology& ontology) {
  const Lexicon lexicon = Lexicon::build(ontology);
  const MadeText text = make_text(ontology, static_cast<std::size_t>(state.range(0)));
  Links links;
  for (auto _ : state) {
    links = link(lexicon, text.document);
    benchmark::DoNotOptimize(links);
  }
  expect(state, "mentions", text.mentions(), links.mentions.size());
  expect(state, "undecided places", 0, links.undecided.size());
  state.SetBytesProcessed(static_cast<std::int64_t>(text.document.bytes.size()) *
                          state.iterations());
  state.counters["mentions"] = static_cast<double>(links.mentions.size());
}

void link_ours(benchmark::State& state) {
  run_link(state, our_ontology());
}
void link_made(benchmark::State& state) {
  run_link(state, made_ontology());
}

BENCHMARK(read_plain_text)
    ->Arg(1 << 10)
    ->Arg(64 << 10)
    ->Arg(4 << 20)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(link_ours)->Arg(1 << 10)->Arg(8 << 10)->Arg(64 << 10)->Arg(512 << 10)->Arg(4 << 20)->Unit(
    benchmark::kMicrosecond);
BENCHMARK(link_made)->Arg(1 << 10)->Arg(64 << 10)->Arg(4 << 20)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace crossroads::bench
