// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"

namespace crossroads {

/// Words of a text, as columns, in the order in which they were found.
class ScannedWords {
 public:
  /// Has room for as many words as `bytes` bytes can hold.
  void make_room(std::size_t bytes);
  void clear() { size_ = 0; }
  void cut_to(std::size_t size) { size_ = size; }
  [[nodiscard]] std::size_t size() const { return size_; }

  /// REQUIRES: room was made.
  void add(std::uint32_t begin, std::uint32_t end, std::uint64_t hash) {
    begins[size_] = begin;
    ends[size_] = end;
    hashes[size_] = hash;
    ++size_;
  }

  [[nodiscard]] Span span(std::size_t word) const { return {begins[word], ends[word]}; }
  /// The first word from `from` on that ends behind `at`.
  [[nodiscard]] std::size_t first_behind(std::uint32_t at, std::size_t from) const;

  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> ends;
  std::vector<std::uint64_t> hashes;  ///< of word_hash.hpp
  std::vector<std::uint32_t> signs;   ///< bytes that may belong to an address, or a broken word

 private:
  std::size_t size_ = 0;
};

/// Appends the words of a range to `words`, and to `words.signs` the places of "/", "@", "\", of
/// the character behind a stop within a word ("un.org") and of the white space behind a hyphen.
/// Half a nanosecond a byte or less, where it is ASCII.
void scan_words(std::string_view text, Span range, ScannedWords& words);

/// The same for a run of letters, digits and bytes that are not ASCII.
void scan_run(std::string_view text, Span run, ScannedWords& words);

/// The hash of any word, by word_key() where it is not ASCII.
std::uint64_t hash_of(std::string_view word);

}  // namespace crossroads
