// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/xml.hpp"

namespace crossroads {

/// The one thing that is wrong with a document.
struct XmlFault {
  std::string_view code;              ///< "ill-formed", "limit" or "unsupported"
  std::string message;                ///< as in Diagnostic
  std::optional<std::size_t> offset;  ///< nothing where it is about the source as a whole
  bool at_end = false;                ///< only the end of the text shows that something is missing
};

/// Checks that `source` is one well-formed XML 1.0 document (fifth edition) in UTF-8, without a
/// document type declaration and within `limits`; the first fault in the text, or nothing.
///
/// Fills `blanks` with the offset of each piece of character data in an element that is white space
/// only: RapidXML drops those, so the reader has to keep them itself. O(bytes), no recursion.
std::optional<XmlFault> scan_xml(std::string_view source, const XmlLimits& limits,
                                 std::vector<std::size_t>& blanks);

// Parts of the scan, in xml_scan_text.cpp.

constexpr std::string_view ill_formed = "ill-formed";
constexpr std::string_view unsupported = "unsupported";
constexpr std::string_view over_limit = "limit";

/// White space as XML 1.0 production 3 has it.
constexpr bool is_xml_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The end of the Name (production 5) that begins at `begin`; `begin` itself where none does.
std::size_t xml_name_end(std::string_view text, std::size_t begin);

/// Production 2, Char.
bool is_xml_char(char32_t value);

/// The byte order mark of another encoding than UTF-8, or what shows UTF-16 without one.
std::optional<XmlFault> find_foreign_encoding(std::string_view source);

/// The first byte that is not UTF-8 or begins a character that XML does not allow.
std::optional<XmlFault> find_bad_character(std::string_view source);

/// Checks the XML declaration, if one begins at `position`, and moves `position` behind it.
std::optional<XmlFault> scan_xml_declaration(std::string_view text, std::size_t& position);

/// Checks the reference that begins at `position` (productions 66 to 68, to one of the five
/// predefined entities or a character XML allows) and moves `position` to its semicolon.
std::optional<XmlFault> scan_xml_reference(std::string_view text, std::size_t& position);

/// "'x'", "'é' (U+00E9)", "a space" or "the end of the document": what stands at `offset`, for a
/// message.
std::string describe_at(std::string_view text, std::size_t offset);

/// `name`, cut where it is too long for a message.
std::string shorten(std::string_view name);

}  // namespace crossroads
