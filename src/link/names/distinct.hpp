// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace crossroads {

/// About how many hashes of the items differ, seldom too few: counted from how many bits of a map
/// they leave unset; of few items, all. O(items).
template <class Item>
std::size_t count_distinct(const std::vector<Item>& items) {
  if (items.size() < 10'000) return items.size();
  const std::size_t size = std::bit_ceil(items.size() / 16);
  const auto shift = static_cast<unsigned>(64 - std::countr_zero(size));
  std::vector<std::uint64_t> map(size);
  for (const Item& item : items) {
    map[item.hash >> shift] |= std::uint64_t{1} << (item.hash & 63U);
  }
  std::size_t unset = 1;
  for (const std::uint64_t cell : map) unset += static_cast<std::size_t>(std::popcount(~cell));
  const double bits = static_cast<double>(size) * 64;
  return static_cast<std::size_t>(bits * std::log(bits / static_cast<double>(unset)) * 1.01);
}

}  // namespace crossroads
