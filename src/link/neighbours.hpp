// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "crossroads/core/span.hpp"

namespace crossroads {

/// Words of a stretch of text, from one to the next. Each step is O(bytes of the gap and the word).
class Neighbours {
 public:
  /// `text` is viewed; spans are of its bytes.
  Neighbours(std::string_view text, Span within) : text_(text), within_(within) {}

  std::string_view words(Span span) const { return text_.substr(span.begin, span.size()); }

  /// The word behind `at`, where only a space, or a line's end, lies between.
  std::optional<Span> behind(std::uint32_t at) const { return word_from(skip_gap(at)); }
  std::optional<Span> before(std::uint32_t at) const { return word_to(skip_gap_back(at)); }

  /// The word behind a hyphen that stands at `at`.
  std::optional<Span> behind_hyphen(std::uint32_t at) const;

  /// The word that begins at `at`.
  std::optional<Span> word_from(std::optional<std::uint32_t> at) const;

  bool has_capital(Span word) const;

 private:
  /// Nothing where there is no gap, or a blank line in it.
  std::optional<std::uint32_t> skip_gap(std::uint32_t at) const;
  std::optional<std::uint32_t> skip_gap_back(std::uint32_t at) const;

  std::optional<Span> word_to(std::optional<std::uint32_t> at) const;

  std::string_view text_;
  Span within_;
};

}  // namespace crossroads
