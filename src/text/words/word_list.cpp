// SPDX-License-Identifier: Apache-2.0
#include "text/words/word_list.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "text/words/word_list_data.hpp"

namespace crossroads {
namespace {

std::string_view first_word(std::size_t block) {
  const char* at = word_list_bytes + word_list_begins[block];
  return {at + 1, static_cast<unsigned char>(*at)};
}

/// The last block whose first word is not behind `word`; nothing is found in block 0 before it.
std::size_t block_of(std::string_view word) {
  std::size_t low = 0;
  std::size_t high = word_list_blocks;
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (first_word(middle) <= word ? low : high) = middle;
  }
  return low;
}

}  // namespace

std::uint64_t ListedWordFilter::hash_of(std::string_view word) {
  std::uint64_t hash = word.size();
  while (!word.empty()) {
    const std::size_t size = std::min<std::size_t>(word.size(), 8);
    std::uint64_t part = 0;
    std::memcpy(&part, word.data(), size);
    hash = (hash ^ part) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29U;
    word.remove_prefix(size);
  }
  return hash * 0xD6E8FEB86659FD93ULL;
}

ListedWordFilter::ListedWordFilter() : bits_(std::size_t{1} << 15U) {
  for (std::size_t block = 0; block < word_list_blocks; ++block) {
    std::string word(first_word(block));
    const char* at = word_list_bytes + word_list_begins[block] + 1 + word.size();
    const char* const end = word_list_bytes + word_list_begins[block + 1];
    while (true) {
      const std::uint64_t hash = hash_of(word);
      bits_[hash >> 49U] |= std::uint64_t{1} << (hash >> 32U) % 64U;
      if (at >= end) break;
      const auto counts = static_cast<unsigned char>(*at++);
      word.resize(counts >> 4U);
      word.append(at, counts & 15U);
      at += counts & 15U;
    }
  }
}

bool is_listed_word(std::string_view folded) {
  const std::size_t block = block_of(folded);
  std::string word(first_word(block));
  const char* at = word_list_bytes + word_list_begins[block] + 1 + word.size();
  const char* const end = word_list_bytes + word_list_begins[block + 1];
  while (word < folded && at < end) {
    const auto counts = static_cast<unsigned char>(*at++);
    word.resize(counts >> 4U);
    word.append(at, counts & 15U);
    at += counts & 15U;
  }
  return word == folded;
}

}  // namespace crossroads
