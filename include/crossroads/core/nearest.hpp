// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace crossroads {

/// How many insertions, deletions, substitutions and swaps of neighbours turn `a` into `b`
/// (optimal string alignment), counted in bytes; `limit + 1` stands for anything above `limit`.
/// O(a * b).
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// "; did you mean 'X'?" for the candidate that is nearest to `name`, the first of equals; empty
/// where none is near (a third of the name's length) or the name has less than three bytes.
/// O(candidates).
std::string did_you_mean(std::string_view name, std::span<const std::string> candidates);

}  // namespace crossroads
