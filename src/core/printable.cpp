// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/printable.hpp"

#include <algorithm>

#include "crossroads/core/utf8.hpp"

namespace crossroads {

namespace {

bool drives_terminal(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029;
}

/// With U+FFFD in the place of each sequence that is ill-formed.
std::string well_formed(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t valid = std::min(find_invalid_utf8(text).value_or(text.size()), text.size());
    out += text.substr(0, valid);
    text.remove_prefix(valid);
    if (text.empty()) break;
    out += "\uFFFD";
    text.remove_prefix(1);
    while (!text.empty() && (static_cast<unsigned char>(text[0]) & 0xC0U) == 0x80U) {
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out = well_formed(text);
  std::string line;
  for (std::size_t at = 0; at < out.size();) {
    const CodePoint point = code_point_at(out, at);
    if (drives_terminal(point.value)) {
      line += ' ';
    } else {
      line.append(out, at, point.size);
    }
    at += point.size;
  }
  return line;
}

std::string printable_line(std::string_view text, std::size_t longest) {
  std::string mended;
  if (find_invalid_utf8(text)) {
    mended = well_formed(text);
    text = mended;
  }
  std::string line;
  std::size_t written = 0;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (drives_terminal(point.value) || point.value == ' ') {
      space = !line.empty();
    } else {
      const std::size_t more = space ? 2 : 1;
      if (written + more > longest) return line + "…";
      if (space) line += ' ';
      line += text.substr(at, point.size);
      written += more;
      space = false;
    }
    at += point.size;
  }
  return line;
}

std::string counted(std::size_t number, std::string_view noun) {
  std::string text = std::to_string(number) + ' ' + std::string(noun);
  if (number == 1) return text;
  if (text.ends_with('y')) {
    text.pop_back();
    return text + "ies";
  }
  return text + 's';
}

}  // namespace crossroads
