// SPDX-License-Identifier: Apache-2.0
#include "export/map_label.hpp"

#include <algorithm>

#include "export/dot_graph.hpp"

namespace crossroads {
namespace {

std::string wrap(std::string_view text, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t word = std::min(text.find(' '), text.size());
    if (column > 0 && column + 1 + word > width) {
      out += '\n';
      column = 0;
    } else if (column > 0) {
      out += ' ';
      ++column;
    }
    out += text.substr(0, word);
    column += word;
    text.remove_prefix(std::min(word + 1, text.size()));
  }
  return out;
}

}  // namespace

std::string map_label(std::string_view text, std::size_t width) {
  std::string out;
  for (const char c : wrap(dot_label(text), width)) {
    if (c == '\n') {
      out += "\\n";  // Graphviz' own escape sequence for a new line
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace crossroads
