// SPDX-License-Identifier: Apache-2.0
#include "text/complete.hpp"

#include <algorithm>

#include "crossroads/core/checksum.hpp"

namespace crossroads {
namespace {

/// A Markdown heading without its marks: "## Title ##", or a line of "=" or "-" below it.
std::string_view without_marks(std::string_view heading) {
  const std::size_t last = heading.find_last_not_of("=-");
  if (last != heading.npos && (heading[last] == '\n' || heading[last] == '\r')) {
    heading = heading.substr(0, last);
  } else {
    heading = heading.substr(0, heading.find_last_not_of('#') + 1);
  }
  heading.remove_prefix(std::min(heading.find_first_not_of('#'), heading.size()));
  return heading;
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

/// The words of the first heading; nothing where there is none.
std::string first_heading(const Document& document, TextFormat markup) {
  const auto heading = std::find_if(document.passages.begin(), document.passages.end(),
                                    [](const Passage& p) { return p.role == Role::heading; });
  if (heading == document.passages.end()) return {};
  const std::string words = text_of(document, *heading);
  return on_one_line(markup == TextFormat::markdown ? without_marks(words) : words);
}

}  // namespace

void complete(Document& document, TextFormat markup, const ReadOptions& /*options*/) {
  document.sha256 = sha256(document.bytes);
  if (document.title.empty()) document.title = first_heading(document, markup);
  if (document.title.empty()) document.title = document.id;
}

}  // namespace crossroads
