// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/plain/lines.hpp"

namespace crossroads {

/// The lines of a plain text, and what of its pages shows in them. Refers to the text.
class PageLines {
 public:
  explicit PageLines(std::string_view text);

  [[nodiscard]] std::size_t size() const { return lines_.size(); }
  [[nodiscard]] const std::vector<Line>& all() const { return lines_; }
  [[nodiscard]] bool is_blank(std::size_t line) const { return lines_[line].blank(); }
  [[nodiscard]] std::string_view content(std::size_t line) const {
    return slice(text_, lines_[line].content);
  }
  [[nodiscard]] std::uint32_t indent(std::size_t line) const {
    return lines_[line].content.begin - lines_[line].whole.begin;
  }
  /// The first line that is not blank, if it comes again as a running head: the title, which is
  /// not counted as one there. Else size().
  [[nodiscard]] std::size_t title() const { return title_; }
  /// From the first word of a line to the last of the line before `end`.
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {lines_[begin].content.begin, lines_[end - 1].content.end};
  }

  [[nodiscard]] bool is_running_head(std::size_t line) const {
    return !running_.empty() && running_[line];
  }
  [[nodiscard]] bool has_form_feed(std::size_t line) const {
    return slice(text_, lines_[line].whole).starts_with('\f');
  }
  /// A form feed, or one space, stands before the first line of a page.
  [[nodiscard]] bool begins_page(std::size_t line) const {
    return has_form_feed(line) || indent(line) == 1;
  }

  /// Whether the first line from `line` on that is neither running head nor page number, and not
  /// far, begins with a small letter.
  [[nodiscard]] bool goes_on_behind_furniture(std::size_t line) const;

  /// The first line from `from` on that is not blank. REQUIRES: `from` never falls: what was found
  /// is kept, or many blank lines would take long.
  std::optional<std::size_t> next_text_line(std::size_t from);

 private:
  std::string_view text_;
  std::vector<Line> lines_;
  std::vector<bool> running_;  // by line; empty where there is none
  std::size_t title_;
  std::size_t next_text_line_ = 0;
};

}  // namespace crossroads
