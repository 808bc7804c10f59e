// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "crossroads/link/suggest.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// Counts places of one document. To be called in the order of passages.
class PlaceCounter {
 public:
  /// `document` must outlive it. O(bytes).
  explicit PlaceCounter(const Document& document);

  /// One more mention, there.
  void count(Tally& tally, Span span, std::uint32_t passage);

 private:
  [[nodiscard]] std::string quote(Span span, std::uint32_t passage) const;

  const Document& document_;
  std::vector<std::uint32_t> lines_;  // where each begins
  std::unordered_map<const Tally*, std::uint32_t> last_passage_;
};

}  // namespace crossroads
