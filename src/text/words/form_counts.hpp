// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"

namespace crossroads {

/// Counts, in one pass over a text, how often each of some forms stands in it: words, and pairs of
/// words with a hyphen between. Made for many words of which few count: about a nanosecond a byte.
class FormCounts {
 public:
  /// Has a form counted ("peacekeeping", "gender-based"; as fold() gives it); its place. The same
  /// form has the same place.
  std::size_t add(std::string form);
  [[nodiscard]] std::size_t size() const { return forms_.size(); }

  /// To be called once, after the last add() and before the first count().
  void prepare();

  /// Counts within one range; but not what stands right beside one of the `gaps` (sorted), where a
  /// part of a word looks like one, and not in URLs. May be called for many ranges.
  void count(std::string_view text, Span range, std::span<const Span> gaps);

  std::uint32_t operator[](std::size_t form) const { return counts_[form]; }

 private:
  struct Text {
    std::string_view bytes;
    Span range;
    std::span<const Span> gaps;
  };

  void look_up(const Text& text, Span word);
  void look_up_folded(const Text& text, Span word);
  void count_if_form(const Text& text, Span word, std::uint64_t hash, std::string_view folded);
  Span count_slowly(const Text& text, Span stretch, Span before);
  [[nodiscard]] bool may_be_form(std::uint64_t hash) const;
  [[nodiscard]] std::size_t find(std::uint64_t hash, std::string_view folded) const;
  void index();

  std::vector<std::string> forms_;
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint64_t> hashes_;       // of each form
  std::vector<std::uint32_t> slots_;        // by hash: the place of a form, from 1
  std::vector<std::uint64_t> filter_;       // a bit by hash; most words fail here
  std::array<std::uint32_t, 64> starts_{};  // by size in bytes: a bit for each first letter
  bool all_ascii_ = true;
};

}  // namespace crossroads
