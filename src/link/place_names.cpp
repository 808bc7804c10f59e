// SPDX-License-Identifier: Apache-2.0
#include "link/place_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace crossroads {
namespace {

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What stands behind a name in another's: "Niger Delta".
constexpr std::array<std::string_view, 12> heads_behind = {
    "Basin", "Delta",    "Escarpment", "Gulf",  "Highlands", "Hills",
    "Lake",  "Lowlands", "Mountains",  "River", "Sea",       "Valley"};

/// What stands before it: "Lake Chad".
constexpr std::array<std::string_view, 7> heads_before = {"Cape",  "Equatorial", "Fort", "Lake",
                                                          "Mount", "Port",       "River"};

/// What stands before it with "of": "Gulf of Guinea".
constexpr std::array<std::string_view, 6> heads_before_of = {"Bay",  "Bight",  "Cape",
                                                             "Gulf", "Strait", "Straits"};

constexpr std::array<std::string_view, 3> namesake_words = {"Lower", "New", "Upper"};

bool is_one_word_with_capital(const Neighbours& near, Span place) {
  return near.words(place).find_first_of(" \r\n\t") == std::string_view::npos &&
         near.has_capital(place);
}

}  // namespace

std::optional<Span> geographic_name(const Neighbours& near, Span place) {
  if (!is_one_word_with_capital(near, place)) return std::nullopt;
  const auto behind = near.behind(place.end);
  if (behind && is_one_of(heads_behind, near.words(*behind))) return Span{place.begin, behind->end};
  auto before = near.before(place.begin);
  if (!before) return std::nullopt;
  if (is_one_of(heads_before, near.words(*before))) return Span{before->begin, place.end};
  if (near.words(*before) != "of") return std::nullopt;
  before = near.before(before->begin);
  if (!before || !is_one_of(heads_before_of, near.words(*before))) return std::nullopt;
  return Span{before->begin, place.end};
}

std::optional<Span> namesake_of_place(const Neighbours& near, Span place) {
  if (!is_one_word_with_capital(near, place)) return std::nullopt;
  const auto word = near.before(place.begin);
  if (!word || !is_one_of(namesake_words, near.words(*word))) return std::nullopt;
  const auto earlier = near.before(word->begin);
  if (!earlier) return std::nullopt;
  return Span{near.words(*earlier) == "Papua" ? earlier->begin : word->begin, place.end};
}

}  // namespace crossroads
