// SPDX-License-Identifier: Apache-2.0
#include "text/page_lines.hpp"

#include <algorithm>

#include "text/furniture.hpp"
#include "text/shape.hpp"

namespace crossroads {

PageLines::PageLines(std::string_view text)
    : text_(text), lines_(split_lines(text)), running_(running_heads(text, lines_)) {}

bool PageLines::goes_on_behind_furniture(std::size_t line) const {
  constexpr std::size_t farthest = 16;  // lines
  for (const std::size_t end = std::min(line + farthest, lines_.size()); line < end; ++line) {
    if (is_blank(line) || is_running_head(line)) continue;
    if (!looks_like_page_number(content(line))) return begins_small(content(line));
  }
  return false;
}

std::optional<std::size_t> PageLines::next_text_line(std::size_t from) {
  next_text_line_ = std::max(next_text_line_, from);
  while (next_text_line_ < lines_.size() && is_blank(next_text_line_)) ++next_text_line_;
  if (next_text_line_ == lines_.size()) return std::nullopt;
  return next_text_line_;
}

}  // namespace crossroads
