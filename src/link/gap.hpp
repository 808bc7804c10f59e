// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "crossroads/core/utf8.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {

/// What stands between two words, read from left to right and normalized so that a form and a text
/// compare equal; words_of() tells how.
struct Gap {
  std::string normal;
  unsigned line_breaks = 0;  ///< in the white space being read
  bool space = false;        ///< white space was read and not yet written
  bool blank_line = false;
  bool hyphen_last = false;  ///< the last thing written is a hyphen
  bool dash_last = false;    ///< it was a dash in the text
  bool broken = false;       ///< a hyphen, then white space with one line break, and nothing else
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

  void add(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      add(point.value);
      at += point.size;
    }
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

}  // namespace crossroads
