// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/xml.hpp"
#include "ontology/file_context.hpp"

namespace crossroads {

/// Checks an element against the grammar: attributes it does not know or lacks, values of the wrong
/// shape, text where none may stand, elements in one that holds none. What is reported is taken out
/// of `element`, so the rest of it can be used. False where it lacks what it can't do without.
/// REQUIRES: the grammar knows the element.
bool check_element(XmlElement& element, FileContext& file);

/// Whether `child` may stand in `parent`; reports where not.
bool check_child(const XmlElement& parent, const XmlElement& child, FileContext& file);

/// The attribute of that name, or null.
const XmlAttribute* find_attribute(const XmlElement& element, std::string_view name);
/// Its value, trimmed; empty where it is absent.
std::string attribute(const XmlElement& element, std::string_view name);
/// Its value's words.
std::vector<std::string> words(const XmlElement& element, std::string_view name);
/// Whether its value is "true".
bool truth(const XmlElement& element, std::string_view name);

/// A word of an attribute's value, and its offset in the file.
struct PlacedWord {
  std::string text;
  std::size_t offset = 0;
};
/// Where the value is written with references (&#97;), all of its words stand at its beginning.
std::vector<PlacedWord> placed_words(const XmlAttribute& attribute, const FileContext& file);

/// `text` without white space at its ends, inner white space collapsed to single spaces.
std::string collapse(std::string_view text);

}  // namespace crossroads
