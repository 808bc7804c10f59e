// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

namespace crossroads {

/// `text` on one line, for a terminal: white space and control characters (C0, DEL, C1) between
/// words become one space, so that no text from elsewhere drives the terminal; bytes that are not
/// UTF-8 become U+FFFD. Cut, with "…", after `longest` code points. O(bytes).
std::string printable_line(std::string_view text,
                           std::size_t longest = std::numeric_limits<std::size_t>::max());

/// `text` as it is, but for what a terminal would obey: control characters and ends of lines
/// (U+2028 and U+2029 too) become a space each, and bytes that are not UTF-8 U+FFFD. For messages,
/// whose file names stay as they are. O(bytes).
std::string printable(std::string_view text);

/// A number of things in words: "1 text", "2 texts", "0 entries". Regular plurals only; a "y" is
/// taken to follow a consonant.
std::string counted(std::size_t number, std::string_view noun);

}  // namespace crossroads
