// SPDX-License-Identifier: Apache-2.0
#include "link/words.hpp"

#include <algorithm>

#include "crossroads/core/utf8.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

/// What stands between two words, read from left to right.
struct Gap {
  std::string normal;
  unsigned line_breaks = 0;  // in the white space being read
  bool space = false;        // white space was read and not yet written
  bool blank_line = false;
  bool hyphen_last = false;  // the last thing written is a hyphen
  bool dash_last = false;    // it was a dash in the text
  bool broken = false;       // a hyphen, then white space with one line break, and nothing else
  char32_t last = 0;

  void add(char32_t given) {
    const char32_t c = without_width(given);
    if (is_invisible(c) && c != soft_hyphen) return;
    if (is_space(c)) {
      space = true;
      if (is_line_break(c) && !(c == '\n' && last == '\r')) ++line_breaks;
      blank_line = blank_line || line_breaks > 1;
    } else {
      finish_space();
      dash_last = is_joining_dash(c);
      hyphen_last = dash_last || is_hyphen(c);
      if (hyphen_last) {
        normal += '-';
      } else if (is_apostrophe(c)) {
        normal += '\'';
      } else {
        append_utf8(normal, c);
      }
    }
    last = c;
  }

  void finish_space() {
    if (!space) return;
    if (normal == "-" && hyphen_last && line_breaks == 1) {
      broken = !dash_last;  // white space after a hyphen at a line's end is no space
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

bool is_address_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '+' || c == '_' || c == '%';
}

/// Where a URL or an e-mail address begins in a run without white space; its size if there is none.
/// It goes on to the end of the run, so "[Name](https://…" is a name and an address.
std::size_t find_address(std::string_view run) {
  std::size_t sign = run.find('@');
  while (sign != run.npos && (sign == 0 || !is_address_character(run[sign - 1]))) {
    sign = run.find('@', sign + 1);
  }
  std::size_t begin = std::min({run.find("://"), run.find("www."), sign, run.size()});
  while (begin > 0 && begin < run.size() && is_address_character(run[begin - 1])) --begin;
  return begin;
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
  std::uint32_t end = at;
  while (at < limit) {
    const CodePoint point = code_point_at(text, at);
    at += static_cast<std::uint32_t>(point.size);
    if (is_word_character(point.value)) {
      end = at;
    } else if (!is_invisible(point.value)) {
      break;
    }
  }
  return end;
}

void append_words(std::string_view text, Span within, Gap& gap, std::vector<Word>& words) {
  std::uint32_t run = within.begin;      // up to where the text was looked at for addresses
  std::uint32_t address = within.begin;  // where one begins that ends there
  for (std::uint32_t at = within.begin; at < within.end;) {
    const CodePoint point = code_point_at(text, at);
    if (at >= run && !is_space(point.value)) {
      run = run_end(text, at, within.end);
      address = at + static_cast<std::uint32_t>(find_address(text.substr(at, run - at)));
    }
    if (!is_word_character(point.value)) {
      gap.add(point.value);
      at += static_cast<std::uint32_t>(point.size);
      continue;
    }
    const Span span{at, word_end(text, at, within.end)};
    gap.close();
    const bool first = words.empty();
    words.push_back({span, first ? std::string() : gap.normal, first || gap.blank_line,
                     !first && gap.broken, span.end > address});
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

}  // namespace crossroads
