// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "crossroads/text/read.hpp"

namespace crossroads {

/// Whether the name ends as texts do: what format_of() knows, .txt or .text.
bool has_text_ending(std::string_view name);

/// The format that the bytes of a text named so are in: what they show at their beginning, else
/// what the name's ending says. Throws Error (input) where they show a format that is not read
/// (RTF, a spreadsheet, an archive, bytes that are no text). O(bytes) for a zip, O(1) for others.
TextFormat sniff(const std::string& name, std::string_view bytes, TextFormat by_name);

/// Whether bytes are no text in any encoding that a byte-order mark does not tell: zero bytes and
/// other control characters are over a tenth of their beginning, or some among bytes not of UTF-8.
bool looks_binary(std::string_view bytes);

/// Whether what begins as XML does is TEI, by its root.
bool is_tei(std::string_view beginning);

/// The name of the root element, without its prefix, of what begins as XML does; else empty.
std::string_view xml_root(std::string_view beginning);

/// Whether a line is a JSON object with a "text", as a corpus in JSON Lines has them. A line that
/// is cut off may be.
bool may_hold_texts(std::string_view beginning);

}  // namespace crossroads
