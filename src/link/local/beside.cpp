// SPDX-License-Identifier: Apache-2.0
#include "link/local/beside.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "crossroads/core/utf8.hpp"
#include "text/words/abbreviations.hpp"
#include "text/words/spelling.hpp"
#include "text/words/stops.hpp"

namespace crossroads {
namespace {

constexpr std::size_t widest_gap = 8;  // bytes; more is no "next to"

/// The place of the range that holds the byte, or ends with it. O(log ranges).
std::size_t range_of(const Passage& passage, std::uint32_t at) {
  const auto found =
      std::lower_bound(passage.ranges.begin(), passage.ranges.end(), at,
                       [](Span range, std::uint32_t byte) { return range.end < byte; });
  if (found == passage.ranges.end() || found->begin > at) return passage.ranges.size();
  return static_cast<std::size_t>(found - passage.ranges.begin());
}

/// A gap as it compares; false where it holds a blank line.
bool tidy(std::string& gap) {
  std::string tidied;
  int lines = 0;
  for (std::size_t at = 0; at < gap.size();) {
    const CodePoint c = code_point_at(gap, at);
    if (c.value == '\n' && ++lines > 1) return false;
    if (is_space(c.value)) {
      if (!tidied.ends_with(' ')) tidied += ' ';
    } else if (is_apostrophe(c.value)) {
      tidied += '\'';
    } else if (is_hyphen(c.value) || is_joining_dash(c.value)) {
      tidied += '-';
    } else if (c.value != '*' && c.value != '_' && !is_invisible(c.value)) {
      tidied += gap.substr(at, c.size);
    }
    at += c.size;
  }
  gap = std::move(tidied);
  return true;
}

}  // namespace

Beside word_before(const Document& document, const Passage& passage, std::uint32_t at) {
  const std::string_view text = document.bytes;
  std::size_t range = range_of(passage, at);
  if (range == passage.ranges.size()) return {};
  std::string gap;
  std::uint32_t end = at;
  for (;;) {
    if (end == passage.ranges[range].begin) {
      if (range == 0) return {};
      gap.insert(0, 1, ' ');
      end = passage.ranges[--range].end;
      continue;
    }
    const CodePoint c = code_point_before(text, end);
    if (is_word_character(c.value) && !is_apostrophe(c.value)) break;
    gap.insert(0, text.substr(end - c.size, c.size));
    if (gap.size() > widest_gap) return {};
    end -= static_cast<std::uint32_t>(c.size);
  }
  std::uint32_t begin = end;
  while (begin > passage.ranges[range].begin) {
    const CodePoint c = code_point_before(text, begin);
    if (!is_word_character(c.value) || is_apostrophe(c.value)) break;
    begin -= static_cast<std::uint32_t>(c.size);
  }
  if (!tidy(gap)) return {};
  return {std::move(gap), text.substr(begin, end - begin), begin};
}

Beside word_after(const Document& document, const Passage& passage, std::uint32_t at) {
  const std::string_view text = document.bytes;
  std::size_t range = range_of(passage, at);
  if (range == passage.ranges.size()) return {};
  std::string gap;
  std::uint32_t begin = at;
  for (;;) {
    if (begin == passage.ranges[range].end) {
      if (++range == passage.ranges.size()) return {};
      gap += ' ';
      begin = passage.ranges[range].begin;
      continue;
    }
    const CodePoint c = code_point_at(text, begin);
    if (is_word_character(c.value) && !is_apostrophe(c.value)) break;
    gap += text.substr(begin, c.size);
    if (gap.size() > widest_gap) return {};
    begin += static_cast<std::uint32_t>(c.size);
  }
  std::uint32_t end = begin;
  while (end < passage.ranges[range].end) {
    const CodePoint c = code_point_at(text, end);
    if (!is_word_character(c.value) || is_apostrophe(c.value)) break;
    end += static_cast<std::uint32_t>(c.size);
  }
  if (!tidy(gap)) return {};
  return {std::move(gap), text.substr(begin, end - begin), begin};
}

bool begins_sentence(const Document& document, const Passage& passage, std::uint32_t at) {
  const Beside before = word_before(document, passage, at);
  if (before.word.empty()) return true;
  if (before.gap.find_first_of(".?!:") == std::string::npos) return false;
  return !before.gap.starts_with(". ") || !is_title_abbreviation(before.word);
}

bool is_in_longer_name(const Document& document, const Passage& passage, Span span) {
  const Beside before = word_before(document, passage, span.begin);
  if ((before.gap == " " || before.gap == "-" || before.gap == "'") &&
      is_capitalized(before.word) && !begins_sentences(before.word)) {
    return true;
  }
  Beside after = word_after(document, passage, span.end);
  if (after.gap != " " && after.gap != "-") return false;
  if (after.gap == " " && (after.word == "of" || after.word == "on" || after.word == "for")) {
    const auto end = [](const Beside& word) {
      return word.at + static_cast<std::uint32_t>(word.word.size());
    };
    after = word_after(document, passage, end(after));
    if (after.gap == " " && after.word == "the") after = word_after(document, passage, end(after));
    if (after.gap != " ") return false;
  }
  return is_capitalized(after.word);
}

bool is_capitalized(std::string_view text) {
  return !text.empty() && u_isupper(static_cast<UChar32>(code_point_at(text, 0).value)) != 0;
}

bool has_small_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (u_islower(static_cast<UChar32>(c.value)) != 0) return true;
    at += c.size;
  }
  return false;
}

bool is_in_capitals(std::string_view text) {
  int capitals = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (u_isupper(static_cast<UChar32>(c.value)) != 0) ++capitals;
    at += c.size;
  }
  return capitals > 1 && !has_small_letter(text);
}

}  // namespace crossroads
