// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "crossroads/link/score.hpp"

namespace crossroads {

/// By document and place, then entry, then as they stand in their file.
bool stands_before(const Annotation& a, const Annotation& b);

/// Whether a prediction names gold's entry, or its group.
bool is_entry_of(const Annotation& gold, const Annotation& predicted);

constexpr bool overlap(Span a, Span b) {
  return a.begin < b.end && b.begin < a.end;
}

/// Mentions in the order of stands_before(), to be asked for those at a place. They must outlive
/// it.
class PlaceIndex {
 public:
  explicit PlaceIndex(std::span<const Annotation> mentions);

  /// [first, end) of what may overlap a span in a document; the others do not.
  [[nodiscard]] std::pair<std::size_t, std::size_t> near(std::string_view document,
                                                         Span span) const;

 private:
  struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t longest = 0;  // mention, in bytes
  };
  std::span<const Annotation> mentions_;
  std::map<std::string_view, Part> documents_;
};

/// For each mention of gold the prediction that it is matched with, each at most once. Those at the
/// same place come first.
std::vector<std::optional<std::size_t>> pair_up(std::span<const Annotation> gold,
                                                std::span<const Annotation> predicted,
                                                const PlaceIndex& index, ScoreMeasure measure);

}  // namespace crossroads
