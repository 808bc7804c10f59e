// SPDX-License-Identifier: Apache-2.0
#include "text/plain/lines.hpp"

#include <unicode/uchar.h>

#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

bool is_white(CodePoint point) {
  constexpr char32_t byte_order_mark = 0xFEFF;
  return u_isUWhiteSpace(static_cast<UChar32>(point.value)) || point.value == byte_order_mark;
}

/// Most ends of lines are so, and need no look into Unicode's tables.
bool is_ascii_sign(char c) {
  return c > ' ' && c < '\x7F';
}

}  // namespace

Span trimmed(std::string_view text, Span span) {
  while (!span.empty() && !is_ascii_sign(text[span.begin])) {
    const CodePoint first = code_point_at(text, span.begin);
    if (!is_white(first)) break;
    span.begin += static_cast<std::uint32_t>(first.size);
  }
  while (!span.empty() && !is_ascii_sign(text[span.end - 1])) {
    const CodePoint last = code_point_before(text, span.end);
    if (!is_white(last)) break;
    span.end -= static_cast<std::uint32_t>(last.size);
  }
  return span;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  LineEnds ends(text);
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = ends.next(begin);
    const Span whole{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    lines.push_back({whole, trimmed(text, whole)});
    const bool crlf = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    begin = end + (crlf ? 2 : 1);
  }
  return lines;
}

}  // namespace crossroads
