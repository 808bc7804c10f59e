// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/plain/lines.hpp"

namespace crossroads {

// What a block of lines in a plain text looks like. Lines are those of `text`; [begin, end) are
// places in `lines`, not blank.

/// Whether a line, or a block, is a URL or an e-mail address and nothing else.
bool is_address(std::string_view words);

/// Whether a line may part a page's notes from its text: twenty spaces or more and nothing else, or
/// five underscores or more.
bool is_foot_rule(std::string_view text, const Line& line);

/// Whether every line leads to a page number, over dots or a wide gap: a table of contents.
bool is_contents(std::string_view text, const std::vector<Line>& lines, std::size_t begin,
                 std::size_t end);

/// Whether every line ends with a page number behind a space: enough under a heading "Contents".
bool all_end_with_page(std::string_view text, const std::vector<Line>& lines, std::size_t begin,
                       std::size_t end);

/// Whether at least two lines part into cells (three spaces or more, or a tab) that stand below
/// each other in most of them.
bool is_table(std::string_view text, const std::vector<Line>& lines, std::size_t begin,
              std::size_t end);

/// "Figure 3: …", "Table 2. …", "Box 1 …".
bool is_caption(std::string_view words);

/// Which lines of a block in a list of references begin one of them, by line from `begin` on: those
/// that the others hang from, or that begin as references do ("[3] …", "Family, Given") behind the
/// end of another.
std::vector<bool> reference_starts(std::string_view text, const std::vector<Line>& lines,
                                   std::size_t begin, std::size_t end);

/// Whether a block holds what every reference does: a year, or an address.
bool has_year_or_address(std::string_view words);

}  // namespace crossroads
