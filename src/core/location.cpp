// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/location.hpp"

#include <fmt/format.h>

namespace crossroads {
namespace {

/// No editor counts it as a column.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool ends_line(char c) {
  return c == '\n' || c == '\r';
}

/// Bytes that begin a code point; stray continuation bytes of ill-formed text count as none.
bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

std::size_t line_start(std::string_view text, std::size_t offset) {
  while (offset > 0 && !ends_line(text[offset - 1])) --offset;
  return offset;
}

}  // namespace

Location locate(std::string_view text, std::size_t offset, std::string file) {
  Location at{std::move(file), 1, 1};
  for (std::size_t before = 0; before < offset; ++before) {
    if (text[before] == '\n' && before > 0 && text[before - 1] == '\r')
      continue;  // CRLF was counted at its CR
    if (ends_line(text[before])) ++at.line;
  }
  std::size_t i = line_start(text, offset);
  if (i == 0 && text.starts_with(byte_order_mark)) i = byte_order_mark.size();
  for (; i < offset; ++i) {
    if (begins_code_point(text[i])) ++at.column;
  }
  return at;
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  std::size_t begin = line_start(text, offset);
  if (begin == 0 && text.starts_with(byte_order_mark)) begin = byte_order_mark.size();
  std::size_t end = begin;
  while (end < text.size() && !ends_line(text[end])) ++end;
  return text.substr(begin, end - begin);
}

std::string to_string(const Location& at) {
  if (at.line == 0) return at.file;
  return fmt::format("{}:{}:{}", at.file, at.line, at.column);
}

}  // namespace crossroads
