// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/diagnostic.hpp"

namespace crossroads {

struct XmlAttribute {
  std::string name;
  std::string value;  ///< references resolved, white space normalized as XML 1.0 section 3.3.3 says
  std::size_t name_offset = 0;   ///< bytes from the start of the source
  std::size_t value_offset = 0;  ///< first byte inside the quotes
};

/// An element with all that it owns. Comments and processing instructions are left out.
struct XmlElement {
  std::string name;
  std::size_t offset = 0;  ///< of its name in the source
  std::vector<XmlAttribute> attributes;
  std::vector<XmlElement> children;
  std::string text;             ///< its own character data, references resolved, pieces joined
  std::size_t text_before = 0;  ///< bytes of its parent's `text` that stand before it
  std::size_t text_offset = 0;  ///< of the first byte of it that is not white space; 0 for none
};

struct XmlLimits {
  std::size_t depth = 64;                    ///< elements within elements; never more than 1024
  std::size_t elements = 8'000'000;          ///< elements and attributes together
  std::size_t bytes = std::size_t{1} << 30;  ///< of the whole source
};

/// Either the root element or the one thing that is wrong.
struct XmlResult {
  std::optional<XmlElement> root;
  std::optional<Diagnostic> problem;
};

/// Reads one XML 1.0 document in UTF-8. A scan of our own checks well-formedness first (XML 1.0,
/// fifth edition), because RapidXML, which then builds the tree, accepts much that is ill-formed
/// and recurses without bound. Refused by name: a document type declaration, another encoding than
/// UTF-8, another XML version than 1.0, anything past `limits`. O(bytes). Throws nothing but
/// std::bad_alloc. `name` stands for the source in the finding.
XmlResult read_xml(std::string_view source, const std::string& name, const XmlLimits& limits = {});

}  // namespace crossroads
