// SPDX-License-Identifier: Apache-2.0
#include "text/words/word_list.hpp"

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
