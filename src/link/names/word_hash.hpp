// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace crossroads {

// Hashes of words and of the words that a name begins with. What compares equal has equal hashes;
// whether two are equal is never told by them alone. A word's last "s" is left out, so that a
// plural is found where its singular is. Of ASCII words the case is of no matter; others are hashed
// by word_key().

constexpr std::uint64_t each_small = 0x2020202020202020ULL;  // the bit that letters' case is

/// The bytes that count of two loads of eight, by the size of a word.
inline constexpr auto word_masks = [] {
  std::array<std::array<std::uint64_t, 2>, 17> masks{};
  for (std::size_t size = 0; size <= 16; ++size) {
    for (std::size_t byte = 0; byte < size; ++byte) {
      masks[size][byte / 8] |= std::uint64_t{0xFF} << (8 * (byte % 8));
    }
  }
  return masks;
}();

inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = Wide{a} * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

inline std::uint64_t load_word(const char* at) {
  std::uint64_t value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

inline std::uint64_t hash_parts(std::uint64_t low, std::uint64_t high) {
  return mix(low ^ 0x9E3779B97F4A7C15ULL, high ^ 0xD6E8FEB86659FD93ULL);
}

/// Of a word of more than 16 bytes, without its last "s".
inline std::uint64_t hash_long(const char* word, std::size_t size) {
  std::uint64_t hash = size;
  std::size_t at = 0;
  for (; at + 16 < size; at += 16) {
    hash = mix(
        hash ^ hash_parts(load_word(word + at) | each_small, load_word(word + at + 8) | each_small),
        0xA0761D6478BD642FULL);
  }
  return hash ^ hash_parts(load_word(word + size - 16) | each_small,
                           load_word(word + size - 8) | each_small);
}

/// Of the word of `size` bytes that begins at `word`. REQUIRES: size > 0, and 16 bytes can be read.
inline std::uint64_t hash_word(const char* word, std::size_t size) {
  size -= (static_cast<unsigned char>(word[size - 1]) | 0x20U) == 's' ? 1U : 0U;
  if (size > 16) return hash_long(word, size);
  const auto& masks = word_masks[size];
  return hash_parts((load_word(word) | each_small) & masks[0],
                    (load_word(word + 8) | each_small) & masks[1]);
}

/// The same, where no more than the word can be read.
inline std::uint64_t hash_word(std::string_view word) {
  if (word.size() >= 16) return hash_word(word.data(), word.size());
  std::array<char, 16> copy{};
  std::memcpy(copy.data(), word.data(), word.size());
  return hash_word(copy.data(), word.size());
}

/// Of words that are parted by `gap`, from the hash of those before the last and that of the last.
inline std::uint64_t hash_next(std::uint64_t before, std::uint64_t gap, std::uint64_t word) {
  return mix(before ^ gap, word ^ 0xE7037ED1A0B428DBULL);
}

}  // namespace crossroads
