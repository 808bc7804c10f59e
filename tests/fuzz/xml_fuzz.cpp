// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: no crash; what is accepted stands in the source where it says.
#include <cstdint>
#include <string>
#include <string_view>

#include "crossroads/core/xml.hpp"
#include "fuzz/require.hpp"

namespace {

using namespace crossroads;

using test::require;

void check(const XmlElement& element, std::string_view source, std::size_t depth) {
  require(depth <= XmlLimits{}.depth, "no element is deeper than the limit");
  require(element.offset > 0 && element.offset < source.size(), "an element is in the source");
  require(source[element.offset - 1] == '<', "an element's name begins its tag");
  require(source.substr(element.offset, element.name.size()) == element.name, "its name is there");
  require(element.text_offset < source.size(), "its text is in the source");
  for (const XmlAttribute& attribute : element.attributes) {
    require(attribute.name_offset < source.size(), "an attribute is in the source");
    require(source.substr(attribute.name_offset, attribute.name.size()) == attribute.name,
            "its name is there");
    require(attribute.value_offset < source.size(), "its value is in the source");
    const char quote = source[attribute.value_offset - 1];
    require(quote == '"' || quote == '\'', "its value is behind a quote");
    require(attribute.value.size() <=
                source.find(quote, attribute.value_offset) - attribute.value_offset,
            "its value is not longer than what is written");
  }
  for (const XmlElement& child : element.children) check(child, source, depth + 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The input has no terminating zero, as a string would have.
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  const XmlResult result = read_xml(source, "fuzz.xml");
  require(result.root.has_value() != result.problem.has_value(), "either a root or a problem");
  if (result.root) {
    check(*result.root, source, 1);
    return 0;
  }
  const Diagnostic& problem = *result.problem;
  require(problem.code != "internal", "the scan finds all that RapidXML does");
  require(!problem.message.empty(), "a problem has a message");
  require(problem.at.line == 0 || problem.at.column <= problem.line.size() + 1,
          "a problem is in its line");
  require(!format(problem).empty(), "a problem can be shown");
  return 0;
}
