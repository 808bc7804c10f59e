// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "crossroads/core/utf8.hpp"
#include "link/names/scan.hpp"
#include "link/names/word_hash.hpp"
#include "link/names/word_key.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

bool is_general_punctuation(char32_t c) {
  return (c >= 0x2010 && c <= 0x2029) || (c >= 0x2030 && c <= 0x205E);
}

bool is_letter_or_digit(char32_t c) {
  return !is_general_punctuation(c) && is_word_character(c);
}

/// The first byte behind the word that begins at `at`: invisible characters may stand in it.
std::uint32_t word_end(std::string_view text, std::uint32_t at, std::uint32_t limit, bool& ascii) {
  std::uint32_t end = at;
  while (at < limit) {
    const CodePoint point = code_point_at(text, at);
    at += static_cast<std::uint32_t>(point.size);
    if (is_letter_or_digit(point.value)) {
      ascii = ascii && at - end == 1 && point.size == 1;
      end = at;
    } else if (!is_invisible(point.value)) {
      break;
    }
  }
  return end;
}

}  // namespace

std::uint64_t hash_of(std::string_view word) {
  const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return (c & 0x80) == 0; });
  if (ascii) return hash_word(word);
  const std::string key = word_key(word);
  return key.empty() ? 0 : hash_word(key);
}

void scan_run(std::string_view text, Span run, ScannedWords& words) {
  for (std::uint32_t at = run.begin; at < run.end;) {
    const CodePoint point = code_point_at(text, at);
    const auto next = at + static_cast<std::uint32_t>(point.size);
    if (!is_letter_or_digit(point.value)) {
      if (is_hyphen(point.value)) words.signs.push_back(next);
      at = next;
      continue;
    }
    bool ascii = true;
    const std::uint32_t end = word_end(text, at, run.end, ascii);
    const std::string_view word = text.substr(at, end - at);
    words.add(at, end, ascii ? hash_word(word) : hash_of(word));
    at = end;
  }
}

void ScannedWords::make_room(std::size_t bytes) {
  const std::size_t needed = size_ + bytes / 2 + 2;
  if (needed <= words.size()) return;
  const std::size_t room = std::max(needed, words.size() + words.size() / 2);
  words.resize(room);
  starts.resize(room);
}

std::size_t ScannedWords::first_behind(std::uint32_t at, std::size_t from) const {
  const auto first = words.begin() + static_cast<std::ptrdiff_t>(from);
  const auto last = words.begin() + static_cast<std::ptrdiff_t>(size_);
  const auto found = std::upper_bound(
      first, last, at,
      [](std::uint32_t place, const ScannedWord& word) { return place < word.end; });
  return static_cast<std::size_t>(found - words.begin());
}

}  // namespace crossroads
