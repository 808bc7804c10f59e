// SPDX-License-Identifier: Apache-2.0
#include "link/symbol_places.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "crossroads/core/ascii.hpp"
#include "link/names/word_hash.hpp"

namespace crossroads {
namespace {

constexpr std::array<std::string_view, 11> before_numbers = {
    "resolution", "resolutions", "res", "no",   "nos",  "number",
    "unscr",      "unscrs",      "scr", "scrs", "ungar"};
constexpr std::uint32_t words_of_organ = 10;  // that may stand before a number
constexpr std::uint32_t step = 12;            // words behind a place that are looked at with it
constexpr std::uint32_t chain = 4;         // words from one member of a list to the next, or less
constexpr std::uint32_t most_words = 128;  // of a list

bool joins_parts(std::string_view gap) {
  return gap == "/" || gap == "/ " || gap == ".";
}

}  // namespace

std::vector<std::uint64_t> words_before_numbers() {
  std::vector<std::uint64_t> hashes;
  for (const std::string_view word : before_numbers) hashes.push_back(hash_word(word));
  return hashes;
}

SymbolPlaces::SymbolPlaces(const SymbolIndex& index, const Document& document)
    : index_(index), document_(document) {}

std::uint64_t SymbolPlaces::awaited_bits() const {
  std::uint64_t bits = 0;
  for (const std::uint64_t hash : words_before_numbers()) bits |= std::uint64_t{1} << hash % 64U;
  return bits;
}

bool SymbolPlaces::is_awaited(std::uint64_t hash) const {
  static const std::vector<std::uint64_t> hashes = words_before_numbers();
  return std::find(hashes.begin(), hashes.end(), hash) != hashes.end();
}

std::vector<PlaceSource::Place> SymbolPlaces::find(const TextWords& words,
                                                   const std::vector<std::uint32_t>& awaited) {
  std::vector<std::uint32_t> at;
  for (const std::uint32_t word : awaited) {
    const bool before_number =
        word + 1 < words.size() && is_ascii_digit(words.spelled(word + 1).front());
    if (before_number) at.push_back(word);
  }
  for (const std::uint32_t word : words.slashes()) at.push_back(word - 1);
  std::sort(at.begin(), at.end());
  done_ = 0;
  std::vector<Place> places;
  for (const std::uint32_t word : at) {
    if (word >= done_) look_around(words, word, places);
  }
  return places;
}

/// Notes what is named around a word, and from there on up to some words that are far from it.
void SymbolPlaces::look_around(const TextWords& words, std::uint32_t at,
                               std::vector<Place>& places) {
  const auto first_of_passage = static_cast<std::uint32_t>(words.first_of_passage(at));
  const std::uint32_t least = std::max(first_of_passage, done_);
  Window window;
  window.first = at - std::min(at - least, words_of_organ);
  while (window.first > least && joins_parts(words.gap(window.first).normal)) --window.first;
  std::vector<SymbolMatch> matches;
  std::uint32_t end = at + 1;  // of what is taken
  std::size_t taken = 0;
  for (std::uint32_t size = 2 * step;; size *= 2) {
    window.end = std::min(static_cast<std::uint32_t>(words.size()), at + size);
    matches = match(words, window);
    end = at + 1;
    for (taken = 0; taken < matches.size(); ++taken) {
      const std::uint32_t first = window.first + matches[taken].first;
      if (first > std::max(at + step, end + chain)) break;
      end = window.first + matches[taken].end;
    }
    const bool whole =
        end + 2 * chain < window.end && !joins_parts(words.gap(window.end - 1).normal);
    if (whole || size > most_words || window.end == words.size()) break;
  }
  done_ = std::max(end, std::min(at + step, window.end));
  for (std::size_t i = 0; i < taken; ++i) {
    std::vector<EntryId> entries = entries_of(index_, matches[i].symbols);
    if (entries.empty()) continue;
    places.push_back(
        {window.first + matches[i].first, window.first + matches[i].end, std::move(entries)});
  }
}

std::vector<SymbolMatch> SymbolPlaces::match(const TextWords& words, Window window) {
  if (!bare_) {
    bare_ = names_security_council(document_.bytes) ? BareResolution::security_council
                                                    : BareResolution::unknown;
  }
  std::vector<SymbolWord> all;
  gaps_.resize(std::max<std::size_t>(gaps_.size(), window.end - window.first));
  for (std::uint32_t i = window.first; i < window.end; ++i) {
    const unsigned flags = words.flags(i);
    std::string& gap = gaps_[i - window.first];
    gap = "\n";
    if (i > 0 && (flags & TextWords::barrier) == 0) {
      Gap between = words.gap(i);
      if (!between.blank_line) gap = std::move(between.normal);
    }
    const bool in_address = (flags & TextWords::in_address) != 0;
    all.push_back({in_address ? std::string_view() : words.spelled(i), gap});
  }
  return match_symbols(all, *bare_);
}

}  // namespace crossroads
