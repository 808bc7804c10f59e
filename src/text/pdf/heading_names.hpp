// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <list>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace crossroads {

/// Letters and digits, in lower case: what a bookmark and its heading share.
std::string bare_heading(std::string_view text);

/// Bare headings, found by their words with a number or without: "2scope" is the same as "scope",
/// but not as "3scope". Each function is O(bytes of the words), the depth of the number aside.
class HeadingNames {
 public:
  /// Empty words are left out. REQUIRES: no `place` is smaller than one that was added before.
  void add(const std::string& words, std::size_t place);

  [[nodiscard]] bool has(const std::string& words) const;

  /// The first place of these words that was not taken.
  std::optional<std::size_t> take(const std::string& words);

 private:
  using Places = std::queue<std::size_t, std::list<std::size_t>>;
  using Index = std::unordered_map<std::string, Places>;

  void look_at(Index& index, const std::string& words, std::optional<std::size_t>& first) const;

  Index whole_;
  Index rests_;  // without what may be their number
  std::unordered_set<std::size_t> taken_;
};

}  // namespace crossroads
