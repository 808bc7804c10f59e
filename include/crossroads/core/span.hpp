// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace crossroads {

/// A stretch of a source text: bytes of UTF-8, [begin, end).
/// 32 bits: a text of 4 GiB or more is refused where it is read.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span inner) const {
    return begin <= inner.begin && inner.end <= end;
  }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace crossroads
