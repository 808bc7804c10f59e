// SPDX-License-Identifier: Apache-2.0
#include "ontology/xml_text.hpp"

#include "crossroads/core/printable.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

/// `quote` is what a quotation mark becomes: between tags it may stand.
std::string escaped(std::string_view text, const char* quote) {
  const std::string line = printable_line(text);
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = code_point_at(line, at);
    switch (point.value) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += quote;
        break;
      case 0xFFFE:  // XML has no such characters
      case 0xFFFF:
        out += "\uFFFD";
        break;
      default:
        out.append(line, at, point.size);
    }
    at += point.size;
  }
  return out;
}

}  // namespace

std::string xml_text(std::string_view text) {
  return escaped(text, "\"");
}

std::string xml_attribute(std::string_view text) {
  return escaped(text, "&quot;");
}

}  // namespace crossroads
