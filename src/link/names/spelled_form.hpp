// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"

namespace crossroads {

/// A form as it compares: its words, without what is not seen, and what stands between them, as
/// words_of() normalizes it.
struct SpelledForm {
  std::string text;
  std::vector<Span> words;  ///< in `text`, from its first byte to its last
  bool ascii = true;

  [[nodiscard]] std::string_view word(std::size_t at) const {
    return std::string_view(text).substr(words[at].begin, words[at].size());
  }
  /// What stands before a word that is not the first.
  [[nodiscard]] std::string_view gap(std::size_t at) const {
    return std::string_view(text).substr(words[at - 1].end, words[at].begin - words[at - 1].end);
  }
  void clear();
  void add(std::string_view before, std::string_view word);
};

/// Spells a form into `out`; whether it has words that can be found.
bool spell(std::string_view form, SpelledForm& out);

}  // namespace crossroads
