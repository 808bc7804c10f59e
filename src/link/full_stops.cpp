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

bool begins_with_word(std::string_view text) {
  if (text.empty()) return false;
  return u_isalnum(static_cast<UChar32>(code_point_at(text, 0).value)) != 0;
}

bool ends_with_word(std::string_view text) {
  if (text.empty()) return false;
  return u_isalnum(static_cast<UChar32>(code_point_before(text, text.size()).value)) != 0;
}

/// Whether initials go on behind: ".H.C.R.", ".H".
bool go_on(std::string_view rest) {
  return rest.size() >= 2 && rest[0] == '.' && is_capital(rest[1]) &&
         !begins_with_word(rest.substr(2));
}

/// Whether initials stand right before: "A.", "M.I.".
bool have_begun(std::string_view before) {
  if (before.size() < 2 || !before.ends_with('.')) return false;
  before.remove_suffix(1);
  return is_capital(before.back()) && !ends_with_word(before.substr(0, before.size() - 1));
}

/// Whether a byte belongs to the passage.
bool holds(const Passage& passage, std::uint32_t at) {
  const auto range = std::partition_point(passage.ranges.begin(), passage.ranges.end(),
                                          [&](Span of) { return of.end <= at; });
  return range != passage.ranges.end() && range->begin <= at;
}

}  // namespace

void take_in_full_stops(const Document& document, Matches& found) {
  const std::string_view text = document.bytes;
  const auto words = [&](Span span) { return text.substr(span.begin, span.size()); };
  std::erase_if(found.matches, [&](const NameMatch& match) {
    const Span span = match.span;
    return are_initials(words(span)) &&
           (go_on(text.substr(span.end)) || have_begun(text.substr(0, span.begin)));
  });
  for (NameMatch& match : found.matches) {
    const Span span = match.span;
    if (!stops(text.substr(span.end)) || !are_initials(words(span))) continue;
    if (holds(document.passages[match.passage], span.end)) ++match.span.end;
  }
}

}  // namespace crossroads
