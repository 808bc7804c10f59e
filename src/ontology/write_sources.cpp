// SPDX-License-Identifier: Apache-2.0
#include "crossroads/ontology/import.hpp"
#include "ontology/xml_text.hpp"

namespace crossroads {
namespace {

void write(const Source& source, std::string& out) {
  const auto attribute = [&](const char* name, const std::string& value) {
    if (!value.empty()) out += std::string(name) + "=\"" + xml_attribute(value) + '"';
  };
  attribute("  <source id", source.id);
  attribute(" year", source.year);
  attribute("\n    url", source.url);
  attribute("\n    seen", source.seen);
  out += ">" + xml_text(source.title) + "</source>\n";
}

}  // namespace

std::string write_sources(const std::vector<Source>& sources) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ontology>\n";
  for (const Source& source : sources) write(source, out);
  return out + "</ontology>\n";
}

}  // namespace crossroads
