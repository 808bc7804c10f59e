// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// A word of a text and what parts it from the word before: white space is one space, hyphens are
/// "-", typographic apostrophes "'"; a line feed is what no symbol goes over.
struct SymbolWord {
  std::string_view text;
  std::string_view before;
};

/// A place that names documents by their symbol or number. Both "S/RES/2098" and "UN Security
/// Council resolution 2098 (2013)" give "S/RES/2098"; a double symbol gives both of its halves.
struct SymbolMatch {
  std::uint32_t first =
      0;  ///< words [first, end); a year in brackets behind them is not among them
  std::uint32_t end = 0;
  std::vector<std::string> symbols;  ///< as they are catalogued: "A/55/305", "S/2000/809"
  std::string year;                  ///< that stands in brackets behind it; empty if none does
};

/// What "resolution 2098" alone means.
enum class BareResolution : std::uint8_t {
  unknown,           ///< nothing
  security_council,  ///< one of the Security Council, for the text has spoken of it
};

/// Finds document symbols of the United Nations and the African Union, by the series that they
/// begin with and their shape (S/RES/2098, A/RES/60/1, A/55/305–S/2000/809, ST/SGB/2003/13,
/// UNIDIR/2013/3); symbols of other series where they end in a body, a year and a number
/// (UNMIK/REG/2000/45); and resolutions by number (UNSCR 1325, "General Assembly resolution 60/1",
/// "resolutions 1325 (2000), 1820 (2008) and 1960": three matches, the first with the words that
/// lead to it). In order, not overlapping. O(words).
std::vector<SymbolMatch> match_symbols(std::span<const SymbolWord> words, BareResolution bare);

/// Whether a text has spoken of the Security Council, so that a resolution may be one of its.
bool names_security_council(std::string_view text);

}  // namespace crossroads
