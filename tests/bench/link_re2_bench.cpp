// SPDX-License-Identifier: Apache-2.0
// A peer to compare link() with: one RE2 alternation of all names, leftmost-longest between word
// boundaries, each with its case rule. It finds the places alone; which entry stands there,
// line-end hyphens, addresses, notes in the way and words beyond ASCII are left to whoever uses it.
#include <benchmark/benchmark.h>
#include <re2/re2.h>

#include <cstdint>
#include <string>

#include "bench/check.hpp"
#include "bench/made.hpp"

namespace crossroads::bench {
namespace {

std::string pattern_of(const Name& name) {
  std::string pattern = name.exact ? "(?-i:" : "(?i:";
  for (const char c : name.text) {
    pattern += c == ' ' ? std::string("\\s+") : re2::RE2::QuoteMeta(std::string(1, c));
  }
  return pattern + ")";
}

std::string pattern_of(const std::vector<Name>& names) {
  std::string pattern;
  for (const Name& name : names) pattern += (pattern.empty() ? "" : "|") + pattern_of(name);
  return "\\b(?:" + pattern + ")\\b";
}

std::size_t count_matches(const re2::RE2& pattern, const std::string& text) {
  std::size_t count = 0;
  re2::StringPiece match;
  for (std::size_t at = 0; pattern.Match(text, at, text.size(), re2::RE2::UNANCHORED, &match, 1);
       at = static_cast<std::size_t>(match.end() - text.data())) {
    ++count;
  }
  return count;
}

void run_re2(benchmark::State& state, const Ontology& ontology) {
  re2::RE2::Options options;
  options.set_longest_match(true);
  options.set_max_mem(std::int64_t{1} << 30);
  const re2::RE2 pattern(pattern_of(all_names(ontology)), options);
  const MadeText text = make_text(ontology, static_cast<std::size_t>(state.range(0)));
  std::size_t mentions = 0;
  for (auto _ : state) mentions = count_matches(pattern, text.document.bytes);
  expect(state, "mentions", text.mentions(), mentions);
  state.SetBytesProcessed(static_cast<std::int64_t>(text.document.bytes.size()) *
                          state.iterations());
  state.counters["mentions"] = static_cast<double>(mentions);
}

void link_re2_ours(benchmark::State& state) {
  run_re2(state, our_ontology());
}
void link_re2_made(benchmark::State& state) {
  run_re2(state, made_ontology());
}

BENCHMARK(link_re2_ours)
    ->Arg(1 << 10)
    ->Arg(8 << 10)
    ->Arg(64 << 10)
    ->Arg(512 << 10)
    ->Arg(4 << 20)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(link_re2_made)->Arg(64 << 10)->Iterations(2)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace crossroads::bench
