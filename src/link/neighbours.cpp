// SPDX-License-Identifier: Apache-2.0
#include "link/neighbours.hpp"

#include <unicode/uchar.h>

#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

bool is_hyphen(char32_t point) {
  return point == U'-' || point == U'\u2010' || point == U'\u2011';
}

bool is_of_word(char32_t point) {
  const auto character = static_cast<UChar32>(point);
  return u_isalnum(character) != 0 || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
}

bool is_space(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

}  // namespace

std::optional<Span> Neighbours::behind_hyphen(std::uint32_t at) const {
  if (at >= within_.end) return std::nullopt;
  const CodePoint point = code_point_at(text_, at);
  if (!is_hyphen(point.value)) return std::nullopt;
  return word_from(at + static_cast<std::uint32_t>(point.size));
}

std::optional<Span> Neighbours::word_from(std::optional<std::uint32_t> at) const {
  if (!at) return std::nullopt;
  std::uint32_t end = *at;
  while (end < within_.end) {
    const CodePoint point = code_point_at(text_, end);
    if (!is_of_word(point.value)) break;
    end += static_cast<std::uint32_t>(point.size);
  }
  if (end == *at) return std::nullopt;
  return Span{*at, end};
}

bool Neighbours::has_capital(Span word) const {
  return u_isupper(static_cast<UChar32>(code_point_at(text_, word.begin).value)) != 0;
}

std::optional<std::uint32_t> Neighbours::skip_gap(std::uint32_t at) const {
  const std::uint32_t from = at;
  int lines = 0;
  while (at < within_.end && is_space(text_[at])) lines += text_[at++] == '\n' ? 1 : 0;
  if (at == from || lines > 1) return std::nullopt;
  return at;
}

std::optional<std::uint32_t> Neighbours::skip_gap_back(std::uint32_t at) const {
  const std::uint32_t from = at;
  int lines = 0;
  while (at > within_.begin && is_space(text_[at - 1])) lines += text_[--at] == '\n' ? 1 : 0;
  if (at == from || lines > 1) return std::nullopt;
  return at;
}

std::optional<Span> Neighbours::word_to(std::optional<std::uint32_t> at) const {
  if (!at) return std::nullopt;
  std::uint32_t begin = *at;
  while (begin > within_.begin) {
    const CodePoint point = code_point_before(text_, begin);
    if (!is_of_word(point.value)) break;
    begin -= static_cast<std::uint32_t>(point.size);
  }
  if (begin == *at) return std::nullopt;
  return Span{begin, *at};
}

}  // namespace crossroads
