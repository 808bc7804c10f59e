// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "crossroads/text/document.hpp"

namespace crossroads {

enum class TextFormat { plain, markdown };

/// Markdown for a name that ends in .md or .markdown, in any case; else plain text.
TextFormat format_of(std::string_view name);

/// Reads a text. Paragraphs are parted by blank lines; in plain text a line of spaces or
/// underscores opens the notes at the foot of a page, and a paragraph that a page's notes, its
/// number or its end interrupt goes on behind them. Throws Error (input), with the place, where the
/// bytes are not UTF-8 or are too many. O(bytes). The document takes over `bytes`.
Document read_text(std::string id, std::string bytes, TextFormat format);

}  // namespace crossroads
