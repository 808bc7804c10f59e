// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <cstdio>
#include <exception>

#include "bench/check.hpp"

namespace crossroads::bench {
namespace {

bool wrong = false;

}  // namespace

void expect(benchmark::State& state, const std::string& what, std::size_t expected,
            std::size_t found) {
  if (found == expected) return;
  wrong = true;
  const std::string message =
      what + ": " + std::to_string(found) + " instead of " + std::to_string(expected);
  state.SkipWithError(message.c_str());
}

bool any_wrong() {
  return wrong;
}

}  // namespace crossroads::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  try {
    if (benchmark::RunSpecifiedBenchmarks() == 0) return 2;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  benchmark::Shutdown();
  return crossroads::bench::any_wrong() ? 1 : 0;
}
