// SPDX-License-Identifier: Apache-2.0
#include "text/citations/citation_volume.hpp"

#include <algorithm>

#include "crossroads/core/ascii.hpp"
#include "text/citations/citation_words.hpp"

namespace crossroads {
namespace {

std::uint32_t skip_spaces(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && text[at] == ' ') ++at;
  return at;
}

std::uint32_t skip_number(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && (is_ascii_digit(text[at]) || text[at] == '-' || text[at] == '/' ||
                      text.substr(at).starts_with("\u2013"))) {
    at += text.substr(at).starts_with("\u2013") ? 3U : 1U;
  }
  return std::min(at, end);
}

}  // namespace

bool holds_word(std::string_view text, std::initializer_list<std::string_view> words) {
  const std::string lower = ascii_lower(text);
  const auto is_word_byte = [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; };
  for (const std::string_view word : words) {
    for (std::size_t at = lower.find(word); at != lower.npos; at = lower.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if ((at == 0 || !is_word_byte(lower[at - 1])) &&
          (end == lower.size() || !is_word_byte(lower[end]))) {
        return true;
      }
    }
  }
  return false;
}

bool names_series(std::string_view text) {
  return holds_word(text, {"report", "reports", "brief", "briefing", "paper", "papers", "series",
                           "monograph", "note", "bulletin"});
}

bool names_thesis(std::string_view text) {
  return holds_word(text, {"dissertation", "thesis"}) && text.size() < 60;
}

std::optional<VolumeWords> volume_words(std::string_view text, Span within) {
  VolumeWords words;
  std::uint32_t at = within.begin;
  words.volume = {at, skip_number(text, at, within.end)};
  if (words.volume.empty() || words.volume.size() > 9) return std::nullopt;
  at = skip_spaces(text, words.volume.end, within.end);
  if (at < within.end && text[at] == '(') {
    const std::size_t close = text.find(')', at);
    if (close == text.npos || close >= within.end || close > at + 24) return std::nullopt;
    words.issue = trim(text, {at + 1, static_cast<std::uint32_t>(close)}, " ");
    at = skip_spaces(text, static_cast<std::uint32_t>(close) + 1, within.end);
  }
  if (at < within.end && (text[at] == ':' || text[at] == ',')) {
    const Span pages = trim(text, {at + 1, within.end}, " .");
    if (!is_page_range(text.substr(pages.begin, pages.size()))) return std::nullopt;
    words.pages = pages;
    at = within.end;
  }
  if (at != within.end) return std::nullopt;
  return words;
}

std::optional<std::uint32_t> volume_begin(std::string_view text, Span within) {
  for (std::uint32_t at = within.begin + 1; at < within.end; ++at) {
    if (!is_ascii_digit(text[at]) || (text[at - 1] != ' ' && text[at - 1] != ':')) continue;
    if (volume_words(text, {at, within.end})) return at;
  }
  return std::nullopt;
}

bool is_place(std::string_view text) {
  std::size_t count = 0;
  for (const Span span : words_within(text, {0, static_cast<std::uint32_t>(text.size())})) {
    const std::string_view word = text.substr(span.begin, span.size());
    if (is_function_word(word)) continue;
    if (!begins_with_capital(word) || is_institution_word(word)) return false;
    if (std::any_of(word.begin(), word.end(), is_ascii_digit)) return false;
    ++count;
  }
  return count > 0 && count <= 4;
}

std::optional<std::uint32_t> place_colon(std::string_view text, Span within) {
  const std::size_t colon = text.find(": ", within.begin);
  if (colon == text.npos || colon >= within.end || colon + 2 >= within.end) return std::nullopt;
  const std::string_view place = text.substr(within.begin, colon - within.begin);
  const bool names =
      is_place(place) && !names_series(place) && begins_with_capital(text.substr(colon + 2));
  return names ? std::optional(static_cast<std::uint32_t>(colon)) : std::nullopt;
}

std::optional<Span> series_number(std::string_view text, Span within) {
  std::uint32_t at = within.end;
  while (at > within.begin && is_ascii_digit(text[at - 1])) --at;
  if (at == within.end || at == within.begin) return std::nullopt;
  const std::string_view before = text.substr(within.begin, at - within.begin);
  for (const std::string_view word : {"no. ", "no ", "No. ", "No ", "nos. ", "#", "number "}) {
    if (before.ends_with(word)) return Span{at, within.end};
  }
  return std::nullopt;
}

}  // namespace crossroads
