// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "link/names/word_hash.hpp"

namespace crossroads {

/// A word's hash and whether it ends in s, which the hash leaves out.
struct HashedWord {
  std::uint64_t hash = 0;
  bool ends_in_s = false;

  static HashedWord of(std::string_view key) {
    return {key.empty() ? 0 : hash_word(key), key.ends_with('s')};
  }
};

/// The words of the names, and the pairs of words between which a hyphen may stand. By hash: that
/// it takes one for another is to be expected once in a thousand million times.
class WordSet {
 public:
  /// A word or a pair, with those of its endings that a name has.
  struct Item {
    std::uint64_t hash;
    std::uint32_t endings;
  };
  static constexpr std::uint32_t both_endings = 3;
  static Item item(HashedWord word) { return {mix(word.hash, word_salt), ending(word)}; }
  static Item item(HashedWord left, HashedWord right) {
    return {hash_next(left.hash, left.ends_in_s ? pair_salt : word_salt, right.hash),
            ending(right)};
  }

  /// O(items), at about 5 bytes for each that differs.
  static WordSet build(const std::vector<Item>& items);

  [[nodiscard]] bool contains(Item item) const;
  [[nodiscard]] std::size_t bytes() const { return prints_.capacity() * sizeof(std::uint32_t); }

 private:
  static constexpr std::uint64_t word_salt = 0x8EBC6AF09C88C6E3ULL;
  static constexpr std::uint64_t pair_salt = 0x1D8E4E27C47D124FULL;
  static constexpr std::uint32_t ending(HashedWord word) { return word.ends_in_s ? 2 : 1; }

  [[nodiscard]] std::size_t home(std::uint64_t hash) const {
    return (hash >> 32U) * prints_.size() >> 32U;
  }
  [[nodiscard]] std::size_t find(std::uint64_t hash) const;
  bool insert_all(const std::vector<Item>& items);

  std::vector<std::uint32_t> prints_ = std::vector<std::uint32_t>(1);  // two bits are endings
};

}  // namespace crossroads
