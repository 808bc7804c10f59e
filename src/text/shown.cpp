// SPDX-License-Identifier: Apache-2.0
#include "text/shown.hpp"

#include <algorithm>
#include <string_view>

namespace crossroads {
namespace {

/// A Markdown heading without its marks: "## Title ##", or a line of "=" or "-" below it.
std::string_view without_heading_marks(std::string_view heading) {
  const std::size_t last = heading.find_last_not_of("=-");
  if (last != heading.npos && (heading[last] == '\n' || heading[last] == '\r')) {
    heading = heading.substr(0, last);
  } else {
    heading = heading.substr(0, heading.find_last_not_of('#') + 1);
  }
  heading.remove_prefix(std::min(heading.find_first_not_of('#'), heading.size()));
  return heading;
}

/// "*so*" is so, "[words](address)" are words, and "[^1]" calls a note.
std::string without_inline_marks(std::string_view words) {
  std::string plain;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string_view rest = words.substr(at);
    if (rest.starts_with("[^")) {
      at += std::min(rest.find(']'), rest.size() - 1);
    } else if (rest.starts_with("](")) {
      at += std::min(rest.find(')'), rest.size() - 1);
    } else if (rest[0] != '*' && rest[0] != '`' && rest[0] != '[') {
      plain += rest[0];
    }
  }
  return plain;
}

std::string on_one_line(std::string_view text) {
  std::string words;
  for (const char c : text) {
    const bool white = c == ' ' || (c >= '\t' && c <= '\r');
    if (!white) {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

}  // namespace

std::string shown_words(const Document& document, const Passage& passage, TextFormat markup) {
  const std::string words = text_of(document, passage);
  if (markup != TextFormat::markdown) return on_one_line(words);
  return on_one_line(without_inline_marks(without_heading_marks(words)));
}

}  // namespace crossroads
