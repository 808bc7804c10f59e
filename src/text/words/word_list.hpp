// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace crossroads {

/// Whether it is an English word, American or British, an inflected one too, or a usual name.
/// `folded` is as fold() gives it. The list is part of the library and needs no preparation.
/// O(log words).
bool is_listed_word(std::string_view folded);

/// Tells most words that are not listed, faster: where thousands are asked for. Making it takes as
/// long as some thousand lookups.
class ListedWordFilter {
 public:
  ListedWordFilter();

  /// False only where is_listed_word() is false.
  [[nodiscard]] bool may_contain(std::string_view folded) const {
    const std::uint64_t hash = hash_of(folded);
    return (bits_[hash >> 49U] >> (hash >> 32U) % 64U & 1U) != 0;
  }

 private:
  static std::uint64_t hash_of(std::string_view word);

  std::vector<std::uint64_t> bits_;
};

}  // namespace crossroads
