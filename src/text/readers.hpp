// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "crossroads/text/document.hpp"

namespace crossroads {

/// The passages of a plain text, in the order of their first bytes.
std::vector<Passage> plain_text_passages(std::string_view text);

/// The passages of a Markdown text (CommonMark's blocks, footnotes, tables and front matter), in
/// the order of their first bytes. Markup is kept: the source is what was written.
std::vector<Passage> markdown_passages(std::string_view text);

}  // namespace crossroads
