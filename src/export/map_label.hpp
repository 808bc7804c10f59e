// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace crossroads {

/// `text` as Graphviz shows it whatever it holds (dot_label()), on lines of at most `width` bytes
/// where its spaces allow that.
std::string map_label(std::string_view text, std::size_t width);

}  // namespace crossroads
