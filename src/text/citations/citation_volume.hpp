// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "crossroads/core/span.hpp"

namespace crossroads {

/// "34 (7): 1279–1292", "5(3–4)", "15: 341–362"; its places in the text.
struct VolumeWords {
  Span volume;
  Span issue;
  Span pages;
};
std::optional<VolumeWords> volume_words(std::string_view text, Span within);

/// Where in "Third World Quarterly 34 (7): 1279–1292" the volume begins.
std::optional<std::uint32_t> volume_begin(std::string_view text, Span within);

/// Whether it could be the name of a place where books are made: "New York", "Leiden/Boston".
bool is_place(std::string_view text);

/// Of "Leiden/Boston: Martinus Nijhoff" where the colon is.
std::optional<std::uint32_t> place_colon(std::string_view text, Span within);

/// The number in a series at the end: "NUPI Policy Brief no. 2".
std::optional<Span> series_number(std::string_view text, Span within);

/// "Annual Report", "Policy Brief", "Working Paper": words that series of reports have.
bool names_series(std::string_view text);

/// "PhD dissertation", "Master's thesis".
bool names_thesis(std::string_view text);

/// Whether one of the words stands in the text, in any case, not within a longer one.
bool holds_word(std::string_view text, std::initializer_list<std::string_view> words);

}  // namespace crossroads
