// SPDX-License-Identifier: Apache-2.0
#include "text/shown.hpp"

#include <algorithm>
#include <string_view>

#include "crossroads/text/repair.hpp"

namespace crossroads {
namespace {

/// A Markdown heading without its marks: "## Title ##", or a line of "=" or "-" below it.
std::string_view without_heading_marks(std::string_view heading) {
  const std::size_t last = heading.find_last_not_of("=-");
  if (last != heading.npos && (heading[last] == '\n' || heading[last] == '\r')) {
    heading = heading.substr(0, last);
  } else {
    const std::size_t end = heading.find_last_not_of('#') + 1;
    if (end == 0 || heading[end - 1] == ' ') heading = heading.substr(0, end);
  }
  heading.remove_prefix(std::min(heading.find_first_not_of('#'), heading.size()));
  return heading;
}

bool begins_link(std::string_view words) {
  constexpr std::size_t longest = 1000;
  const std::size_t end = words.substr(0, longest).find(']');
  return end != std::string_view::npos && words.substr(end).starts_with("](");
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
    } else if (rest[0] != '*' && rest[0] != '`' && !(rest[0] == '[' && begins_link(rest))) {
      plain += rest[0];
    }
  }
  return plain;
}

}  // namespace

std::string shown_words(const Document& document, const Passage& passage, TextFormat markup) {
  if (markup != TextFormat::markdown) return repaired(document, passage);
  const std::string words = text_of(document, passage);
  return repaired(without_inline_marks(without_heading_marks(words)));
}

}  // namespace crossroads
