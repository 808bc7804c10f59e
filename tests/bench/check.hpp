// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <string>

namespace crossroads::bench {

/// A benchmark whose count is not what its input was made to give is reported as an error, and the
/// program's exit status says so. Called after the loop, on the last round's result.
void expect(benchmark::State& state, const std::string& what, std::size_t expected,
            std::size_t found);

/// Whether any count was wrong.
bool any_wrong();

}  // namespace crossroads::bench
