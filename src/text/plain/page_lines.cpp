// SPDX-License-Identifier: Apache-2.0
#include "text/plain/page_lines.hpp"

#include <algorithm>

#include "text/plain/furniture.hpp"
#include "text/plain/shape.hpp"

namespace crossroads {

PageLines::PageLines(std::string_view text)
    : text_(text),
      lines_(split_lines(text)),
      running_(running_heads(text, lines_)),
      title_(lines_.size()) {
  const auto first = next_text_line(0);
  if (!first || !is_running_head(*first) || has_form_feed(*first)) return;
  if (looks_like_heading(content(*first)) &&
      content(*first).find_first_of("0123456789") == std::string_view::npos) {
    title_ = *first;
    running_[title_] = false;
  }
}

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
