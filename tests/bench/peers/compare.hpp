// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "bench/peers/reference.hpp"
#include "bench/peers/text.hpp"

namespace crossroads::bench {

/// How what link() found differs from the names as they are written.
struct Comparison {
  std::size_t both = 0;     ///< places that are in both
  std::size_t more = 0;     ///< that only link() finds: plurals, marks, gaps, hyphens
  std::size_t covered = 0;  ///< that it does not find because it finds one of those there
  std::size_t left_out =
      0;  ///< in addresses, capitals, words that a line's end breaks; over passages
  std::size_t unexplained = 0;  ///< all other differences
  std::string first;            ///< the first of them, for people
};

/// `ours` and `as_written` are places of the whole text, `names` what tells whether one of ours is
/// as written. O(places).
Comparison compare_with_link(const BenchText& text, const Reference& names, const Places& ours,
                             const Places& as_written);

/// The first place that is in one alone, for people; empty where both are the same.
std::string first_difference(std::string_view text, const Places& expected, const Places& found);

}  // namespace crossroads::bench
