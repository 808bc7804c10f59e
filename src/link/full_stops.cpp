// SPDX-License-Identifier: Apache-2.0
#include "link/full_stops.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>

#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

/// "U.N", "D.R.C": capitals with a full stop between each two.
bool are_initials(std::string_view text) {
  if (text.size() < 3 || text.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % 2 == 0 ? !is_capital(text[i]) : text[i] != '.') return false;
  }
  return true;
}

/// Whether text goes on with one full stop and no word behind it, as in "U.N.org".
bool stops(std::string_view rest) {
  if (!rest.starts_with('.')) return false;
  rest.remove_prefix(1);
  if (rest.empty()) return true;
  const CodePoint next = code_point_at(rest, 0);
  return next.value != U'.' && u_isalnum(static_cast<UChar32>(next.value)) == 0;
}

/// Whether a byte belongs to the passage.
bool holds(const Passage& passage, std::uint32_t at) {
  return std::any_of(passage.ranges.begin(), passage.ranges.end(),
                     [&](Span range) { return range.begin <= at && at < range.end; });
}

}  // namespace

void take_in_full_stops(const Document& document, Matches& found) {
  const std::string_view text = document.bytes;
  for (NameMatch& match : found.matches) {
    const Span span = match.span;
    if (!stops(text.substr(span.end))) continue;
    if (!are_initials(text.substr(span.begin, span.size()))) continue;
    if (holds(document.passages[match.passage], span.end)) ++match.span.end;
  }
}

}  // namespace crossroads
