// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/system.hpp"
#include "crossroads/text/convert.hpp"

namespace crossroads {

/// Whether a path has a sign of a pattern: *, ? or [.
bool is_pattern(std::string_view path);

/// The folder before the first segment of a pattern that has a sign; "" for the working folder.
std::string pattern_folder(std::string_view pattern);

/// Whether a name fits one segment of a pattern: * is any characters, ? one, [a-z] one of a set,
/// [!a-z] one outside it; a backslash takes the next character as it is. A name that begins with
/// a dot fits only a segment that does. O(name * segment).
bool fits(std::string_view segment, std::string_view name);

/// The files and folders that fit a pattern, sorted by bytes; the segment ** is any number of
/// folders. Folders that can't be looked into, or lie too deep, go to `left_out`.
std::vector<std::string> expand_pattern(System& system, std::string_view pattern,
                                        const LeftOut& left_out);

}  // namespace crossroads
