// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crossroads {

/// `text` for a label or tooltip of a map, shown as it is by Graphviz whatever it holds
/// (dot_label()), but on one line and without what no XML, so no SVG, may hold.
/// REQUIRES: well-formed UTF-8.
std::string map_text(std::string_view text);

/// Where the lines of a label stand. On the left also means that they begin at the same place where
/// an SVG's reader has a font of other widths.
enum class Align { centre, left };

/// The same, on lines of at most `width` code points where its spaces allow that.
std::string map_label(std::string_view text, std::size_t width, Align align = Align::centre);

}  // namespace crossroads
