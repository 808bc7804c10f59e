// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"

namespace crossroads {

/// A line of a text. `whole` leaves out the end of line (LF, CRLF or a lone CR); `content` leaves
/// out white space at both ends too, and is empty for a blank line.
struct Line {
  Span whole;
  Span content;

  [[nodiscard]] bool blank() const { return content.empty(); }
};

/// Finds the ends of lines from the front to the back, faster than byte by byte.
class LineEnds {
 public:
  explicit LineEnds(std::string_view text) : text_(text) {}

  /// The first line feed or carriage return at or behind `from`; the text's size where there is
  /// none. REQUIRES: no smaller `from` than before.
  std::size_t next(std::size_t from) {
    if (feed_ < from || !asked_) feed_ = std::min(text_.find('\n', from), text_.size());
    if (return_ < from || !asked_) return_ = std::min(text_.find('\r', from), text_.size());
    asked_ = true;
    return std::min(feed_, return_);
  }

 private:
  std::string_view text_;
  std::size_t feed_ = 0;
  std::size_t return_ = 0;
  bool asked_ = false;
};

/// The lines of `text`, which must be well-formed UTF-8. A byte-order mark counts as white space.
std::vector<Line> split_lines(std::string_view text);

/// `span` without white space at its ends; empty where it holds nothing else.
Span trimmed(std::string_view text, Span span);

inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace crossroads
