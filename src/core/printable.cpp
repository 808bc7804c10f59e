// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/printable.hpp"

#include "crossroads/core/utf8.hpp"

namespace crossroads {

std::string printable_line(std::string_view text, std::size_t longest) {
  std::string line;
  std::size_t written = 0;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
    if (control || point.value == ' ') {
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
