// SPDX-License-Identifier: Apache-2.0
// Reading a report as it comes out of a PDF, with all that is repaired and understood of it.
#include <benchmark/benchmark.h>

#include <cstdint>

#include "bench/check.hpp"
#include "bench/report.hpp"
#include "crossroads/text/read.hpp"

namespace crossroads::bench {
namespace {

void run(benchmark::State& state, const ReadOptions& options) {
  const MadeReport report = make_report(static_cast<std::size_t>(state.range(0)));
  std::size_t articles = 0;
  std::size_t notes = 0;
  std::size_t broken_words = 0;
  std::size_t sentences = 0;
  for (auto _ : state) {
    const Document document = read_text("report.txt", report.text, TextFormat::plain, options);
    articles = document.sections.size();
    notes = document.notes.size();
    broken_words = document.broken_words.size();
    sentences = 0;
    for (const Sentence& sentence : document.sentences) {
      if (document.passages[sentence.passage].role == Role::body) ++sentences;
    }
  }
  expect(state, "articles", report.articles, articles);
  expect(state, "notes", report.notes, notes);
  expect(state, "broken words", report.broken_words, broken_words);
  if (options.sentences) expect(state, "sentences", report.sentences, sentences);
  state.SetBytesProcessed(static_cast<std::int64_t>(report.text.size()) * state.iterations());
}

void read_report(benchmark::State& state) {
  run(state, {});
}
void read_report_without_sentences(benchmark::State& state) {
  run(state, {false});
}

BENCHMARK(read_report)->Arg(1 << 16)->Arg(1 << 20)->Arg(1 << 22);
BENCHMARK(read_report_without_sentences)->Arg(1 << 16)->Arg(1 << 20)->Arg(1 << 22);

}  // namespace
}  // namespace crossroads::bench
