// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/printable.hpp"
#include "crossroads/core/utf8.hpp"
#include "crossroads/ontology/import.hpp"

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

void write(const Source& source, std::string& out) {
  const auto attribute = [&](const char* name, const std::string& value) {
    if (!value.empty()) out += std::string(name) + "=\"" + escaped(value, "&quot;") + '"';
  };
  attribute("  <source id", source.id);
  attribute(" year", source.year);
  attribute("\n    url", source.url);
  attribute("\n    seen", source.seen);
  out += ">" + escaped(source.title, "\"") + "</source>\n";
}

}  // namespace

std::string write_sources(const std::vector<Source>& sources) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ontology>\n";
  for (const Source& source : sources) write(source, out);
  return out + "</ontology>\n";
}

}  // namespace crossroads
