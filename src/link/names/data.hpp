// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "link/names/names.hpp"
#include "link/names/table.hpp"
#include "link/names/word_set.hpp"

namespace crossroads {

/// A form, or what is made of one, as it must stand in a text.
struct NamePattern {
  enum Flag : std::uint16_t {
    exact = 1,
    variant = 2,        ///< not the form itself
    last_adds_s = 4,    ///< its last word may have an s more
    last_drops_s = 8,   ///< or less
    first_adds_s = 16,  ///< its first word may have an s more
    not_ascii = 32,
    in_notes_only = 64,
    derived = 128,
    needs_capital = 256,
    exact_word = 512,     ///< exact, and of one word
    keeps_hyphen = 1024,  ///< "has-been" is not "has been"
  };

  EntryId entry{};
  std::uint32_t form = 0;
  std::uint32_t flags = 0;
  std::string_view text;  ///< words and gaps as words_of() normalizes them

  [[nodiscard]] bool has(Flag flag) const { return (flags & flag) != 0; }
};

/// Patterns in one block of memory, each with its text.
class PatternStore {
 public:
  /// Where it is kept, for at(). Throws Error where there is no more room (4 GiB).
  std::uint32_t add(const NamePattern& pattern);
  [[nodiscard]] NamePattern at(std::uint32_t place) const;
  void prefetch(std::uint32_t place) const { __builtin_prefetch(&words_[place]); }

  void shrink_to_fit() { words_.shrink_to_fit(); }
  [[nodiscard]] std::size_t bytes() const { return words_.capacity() * sizeof(std::uint32_t); }

 private:
  std::vector<std::uint32_t> words_;
};

/// The hash of a gap: " " and "-" have the same, for between words of two characters and more they
/// compare equal.
std::uint64_t hash_of_gap(std::string_view normal);
constexpr std::uint64_t hash_of_space = 0x589965CC75374CC3ULL;

struct Names::Data {
  PatternStore patterns;
  BeginningTable beginnings;
  BeginningFilter filter{0};
  FirstWordFilter first_words{0};
  WordSet words;                 ///< for what a broken word reads as
  std::size_t longest_word = 0;  ///< bytes, of the key
  bool empty = true;
};

}  // namespace crossroads
