// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// The lines of `text`, which must be well-formed UTF-8. A byte-order mark counts as white space.
std::vector<Line> split_lines(std::string_view text);

/// `span` without white space at its ends; empty where it holds nothing else.
Span trimmed(std::string_view text, Span span);

inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace crossroads
