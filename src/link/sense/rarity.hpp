// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

namespace crossroads {

/// log2(value) in sixteenths, rounded down; without floating point, so the same everywhere.
/// REQUIRES: value > 0.
constexpr std::int32_t log2_16(std::uint64_t value) {
  const auto whole = static_cast<std::int32_t>(std::bit_width(value)) - 1;
  std::uint64_t rest = whole > 31 ? value >> (whole - 31) : value << (31 - whole);
  std::int32_t result = whole * 16;
  for (std::int32_t part = 8; part > 0; part /= 2) {
    rest = rest * rest >> 31U;
    if (rest >> 32U == 0) continue;
    result += part;
    rest >>= 1U;
  }
  return result;
}

/// How rare something is that `some` of `all` have: 0 if all have it, 128 from one in 256 on. Few
/// count as 64, so that in a small ontology what one entry alone has still counts.
constexpr std::int32_t rarity(std::uint64_t some, std::uint64_t all) {
  const std::int32_t bits =
      log2_16(std::max<std::uint64_t>(all, 64)) - log2_16(std::max<std::uint64_t>(some, 1));
  return std::clamp<std::int32_t>(bits, 0, 128);
}

}  // namespace crossroads
