// SPDX-License-Identifier: Apache-2.0
#include "link/words.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

/// U+02BB to U+02BD look like apostrophes and are set as such, but Unicode counts them as letters.
bool is_letter_like_apostrophe(char32_t c) { return c >= 0x02BB && c <= 0x02BD; }

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2018 || c == 0x2019 || is_letter_like_apostrophe(c);
}

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_line_break(char32_t c) { return c == '\n' || c == '\r'; }

bool is_word_character(char32_t c) {
  if (c < 0x80) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
  const auto character = static_cast<UChar32>(c);
  if (is_letter_like_apostrophe(c)) return false;
  return u_isalnum(character) != 0 || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
}

/// What stands between two words, read from left to right.
struct Gap {
  std::string normal;
  unsigned line_breaks = 0;  // in the white space being read
  bool space = false;        // white space was read and not yet written
  bool blank_line = false;
  bool hyphen_last = false;  // the last thing written is a hyphen
  bool broken = false;       // a hyphen, then white space with one line break, and nothing else
  char32_t last = 0;

  void add(char32_t c) {
    if (is_space(c)) {
      space = true;
      if (is_line_break(c) && !(c == '\n' && last == '\r')) ++line_breaks;
      blank_line = blank_line || line_breaks > 1;
    } else {
      finish_space();
      if (is_hyphen(c)) {
        normal += '-';
      } else if (is_apostrophe(c)) {
        normal += '\'';
      } else {
        append_utf8(normal, c);
      }
      hyphen_last = is_hyphen(c);
    }
    last = c;
  }

  void finish_space() {
    if (!space) return;
    if (normal == "-" && hyphen_last && line_breaks == 1) {
      broken = true;  // white space after a hyphen at a line's end is no space
    } else {
      normal += ' ';
    }
    space = false;
    line_breaks = 0;
    hyphen_last = false;
  }

  void close() {
    finish_space();
    broken = broken && normal == "-";
  }
};

/// The stretches of text[within] without white space that are URLs or e-mail addresses.
bool is_address(std::string_view run) {
  return run.find("://") != std::string_view::npos || run.find("www.") != std::string_view::npos ||
         (run.find('@') != std::string_view::npos && run.find('@') > 0);
}

/// The first byte behind the run of non-space that holds `at`.
std::uint32_t run_end(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  while (at < limit) {
    const CodePoint point = code_point_at(text, at);
    if (is_space(point.value)) break;
    at += static_cast<std::uint32_t>(point.size);
  }
  return at;
}

/// The first byte behind the word that begins at `at`.
std::uint32_t word_end(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  while (at < limit) {
    const CodePoint point = code_point_at(text, at);
    if (!is_word_character(point.value)) break;
    at += static_cast<std::uint32_t>(point.size);
  }
  return at;
}

void append_words(std::string_view text, Span within, Gap& gap, std::vector<Word>& words) {
  std::uint32_t run = within.begin;  // up to where the text was looked at for addresses
  std::uint32_t address_end = within.begin;
  for (std::uint32_t at = within.begin; at < within.end;) {
    const CodePoint point = code_point_at(text, at);
    if (!is_word_character(point.value)) {
      gap.add(point.value);
      at += static_cast<std::uint32_t>(point.size);
      continue;
    }
    if (at >= run) {
      run = run_end(text, at, within.end);
      if (is_address(text.substr(at, run - at))) address_end = run;
    }
    const Span span{at, word_end(text, at, within.end)};
    gap.close();
    const bool first = words.empty();
    words.push_back({span, first ? std::string() : gap.normal, first || gap.blank_line,
                     !first && gap.broken, at < address_end});
    gap = {};
    at = span.end;
  }
}

}  // namespace

std::vector<Word> words_of(std::string_view text, std::span<const Span> ranges) {
  std::vector<Word> words;
  Gap gap;
  for (const Span range : ranges) {
    if (range.begin != ranges.front().begin) gap.add('\n');
    append_words(text, range, gap, words);
  }
  return words;
}

std::string fold(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80) {
      folded += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(word, at);
    append_utf8(folded, static_cast<char32_t>(
                            u_foldCase(static_cast<UChar32>(point.value), U_FOLD_CASE_DEFAULT)));
    at += point.size;
  }
  return folded;
}

}  // namespace crossroads
