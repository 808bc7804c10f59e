// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "link/names/table.hpp"

namespace crossroads {

struct ScannedWord {
  std::uint32_t begin;
  std::uint32_t end;
  std::uint64_t hash;  ///< of word_hash.hpp
};

/// Words of a text, in the order in which they were found, and those of them at which a name may
/// begin.
class ScannedWords {
 public:
  explicit ScannedWords(const FirstWordFilter& filter) : filter_(filter) {}

  /// Has room for as many words as `bytes` bytes can hold.
  void make_room(std::size_t bytes);
  void clear() {
    size_ = 0;
    count_of_starts = 0;
  }
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Adds many words. REQUIRES: room was made.
  class Adder {
   public:
    explicit Adder(ScannedWords& words)
        : filter_(words.filter_.view()),
          next_(words.words.data() + words.size_),
          next_start_(words.starts.data() + words.count_of_starts),
          size_(static_cast<std::uint32_t>(words.size_)) {}

    void add(std::uint32_t begin, std::uint32_t end, std::uint64_t hash) {
      *next_++ = {begin, end, hash};
      const std::uint32_t kinds = filter_.kinds(hash);
      *next_start_ = size_++ | kinds << kind_shift;
      next_start_ += kinds != 0 ? 1 : 0;
    }
    void close(ScannedWords& words) const {
      words.size_ = size_;
      words.count_of_starts = static_cast<std::size_t>(next_start_ - words.starts.data());
    }

   private:
    FirstWordFilter::View filter_;
    ScannedWord* next_;
    std::uint32_t* next_start_;
    std::uint32_t size_;
  };

  /// REQUIRES: room was made.
  void add(std::uint32_t begin, std::uint32_t end, std::uint64_t hash) {
    Adder adder(*this);
    adder.add(begin, end, hash);
    adder.close(*this);
  }

  [[nodiscard]] Span span(std::size_t word) const { return {words[word].begin, words[word].end}; }
  /// The first word from `from` on that ends behind `at`.
  [[nodiscard]] std::size_t first_behind(std::uint32_t at, std::size_t from) const;

  std::vector<ScannedWord> words;  ///< the first size(); then room
  static constexpr unsigned kind_shift = 30;
  /// Words and, from bit kind_shift on, the kinds of names that may begin there. The first
  /// `count_of_starts`; then room.
  std::vector<std::uint32_t> starts;
  std::size_t count_of_starts = 0;
  std::vector<std::uint32_t> signs;  ///< bytes that may belong to an address, or a broken word

 private:
  const FirstWordFilter& filter_;
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
