// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

namespace crossroads::test {

/// A property that a fuzz target found broken ends the program, as a fuzzer expects.
inline void require(bool condition, const std::string& what) {
  if (condition) return;
  std::fprintf(stderr, "violated: %s\n", what.c_str());
  std::abort();
}

}  // namespace crossroads::test
