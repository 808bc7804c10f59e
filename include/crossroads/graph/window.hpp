// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

/// What two entries are named together in, and counted by. Only what holds words counts. A graph
/// has one: its shares, and so its NPMI, are of windows of one kind.
struct Window {
  enum class Unit : std::uint8_t {
    sentence,
    passage,
    words,    ///< any so many words in a row, within a passage; see Window::words
    article,  ///< what is in none: its outermost section, or what of the text is in no section
    document,
  };
  Unit unit = Unit::passage;
  /// Of Unit::words, from 2 on. Each word, a run without white space that holds a letter or digit,
  /// but the last ones of a passage begins a window, and a shorter passage is one window: the
  /// Boolean sliding window of Röder, Both and Hinneburg, "Exploring the Space of Topic Coherence
  /// Measures" (WSDM 2015). A name stands where its first word does. So counts are of windows, as
  /// of every unit, and the NPMI stays in [-1, 1]; the weight of an edge grows with how close its
  /// names stand.
  std::uint32_t words = 0;

  friend auto operator<=>(const Window&, const Window&) = default;
};

/// "sentence", "passage", "words:50", "article" or "document", as `graph.window` has it.
std::string to_string(Window window);
/// The window that to_string() writes so, of at most 100,000 words; nothing for anything else.
std::optional<Window> window_from(std::string_view name);

}  // namespace crossroads
