// SPDX-License-Identifier: Apache-2.0
#include "export/map_label.hpp"

#include <algorithm>

#include "crossroads/core/printable.hpp"
#include "export/dot_graph.hpp"

namespace crossroads {
namespace {

std::string plain(std::string_view text) {
  std::string out = printable_line(text);
  for (const std::string_view noncharacter : {"\uFFFE", "\uFFFF"}) {
    for (std::size_t at = 0; (at = out.find(noncharacter, at)) != std::string::npos;) {
      out.replace(at, noncharacter.size(), "\uFFFD");
    }
  }
  return out;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

std::string map_text(std::string_view text) {
  return dot_label(plain(text));
}

std::string map_label(std::string_view text, std::size_t width, Align align) {
  // Graphviz' own escape sequences for the end of a line; centred ones need none at the last.
  const std::string_view line_end = align == Align::left ? "\\l" : "\\n";
  const std::string whole = plain(text);
  std::string_view left = whole;
  std::string out;
  std::size_t column = 0;
  while (!left.empty()) {
    const std::string_view word = left.substr(0, std::min(left.find(' '), left.size()));
    const std::size_t length = code_points(word);
    if (column > 0 && column + 1 + length > width) {
      out += line_end;
      column = 0;
    } else if (column > 0) {
      out += ' ';
      ++column;
    }
    out += dot_label(word);
    column += length;
    left.remove_prefix(std::min(word.size() + 1, left.size()));
  }
  if (align == Align::left) out += line_end;
  return out;
}

}  // namespace crossroads
