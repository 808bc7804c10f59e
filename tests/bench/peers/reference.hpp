// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bench/peers/names.hpp"

namespace crossroads::bench {

/// Whether the code point that begins, or ends, at a byte belongs to a word: a letter, a digit, or
/// a mark. False outside the text.
bool word_at(std::string_view text, std::size_t at);
bool word_before(std::string_view text, std::size_t at);

/// A regular expression for a name, with `boundary`, which knows words of ASCII, where a letter or
/// digit of ASCII begins or ends it.
std::string expression_of(std::string_view name, std::string_view boundary);

/// What all engines have to find: names as they are written, as whole words, leftmost-longest; case
/// counts or does not as each name says, for the letters of ASCII. Every word of a text is looked
/// up among the first words of names, and what follows it among the names that begin so.
class Reference {
 public:
  explicit Reference(const std::vector<ListedName>& names);

  /// In `text` from `from` on, up to the first place that begins at `stop` or later.
  [[nodiscard]] Places find(std::string_view text, std::size_t from = 0,
                            std::size_t stop = std::string_view::npos) const;
  /// Whether a name stands there, by the same rules but that of the longest.
  [[nodiscard]] bool is_name(std::string_view text, Span place) const;

 private:
  /// The end of the longest name that begins at `at`, or `at`.
  [[nodiscard]] std::size_t longest_at(std::string_view text, std::size_t at) const;

  struct Known {
    std::string text;
    bool exact;
  };
  std::unordered_map<std::string, Known> names_;  // by their small letters
  std::unordered_map<std::string, std::vector<std::uint32_t>>
      lengths_;  // by first word, descending
};

}  // namespace crossroads::bench
