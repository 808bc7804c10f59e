// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crossroads {

/// A place in a named text, as an editor shows it. Line and column count from 1, columns in code
/// points; both are 0 where a message is about the file as a whole.
struct Location {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
};

/// The place of byte `offset` in `text`. LF, CRLF and a lone CR each end a line.
/// `offset` may be text.size(). O(offset).
Location locate(std::string_view text, std::size_t offset, std::string file);

/// The line of `text` that byte `offset` stands in, without its end of line. O(line).
std::string_view line_at(std::string_view text, std::size_t offset);

/// "FILE:LINE:COLUMN", or "FILE" where there is no position.
std::string to_string(const Location& at);

}  // namespace crossroads
