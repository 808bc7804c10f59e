// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/xml.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// An element's name without its prefix.
std::string_view tei_name(const XmlElement& element);
/// Empty where there is none of that name.
std::string_view attribute_of(const XmlElement& element, std::string_view name);
/// Its first child of that name; null where there is none.
const XmlElement* child_of(const XmlElement& element, std::string_view name);
/// Along a path of names, each the first child so called; null where it ends.
const XmlElement* descendant_of(const XmlElement& element,
                                const std::vector<std::string_view>& path);
/// All words in it, in text order, on one line; a space between the parts of a name.
std::string words_in(const XmlElement& element);

/// Whether an element of that name is a part of a person's: encoders leave out the white space
/// between them.
bool is_part_of_name(std::string_view name);

/// Whether an element of that name stands on lines of its own.
bool is_tei_block(std::string_view name);

/// What a teiHeader says, in TEI's and in GROBID's shapes.
void read_tei_header(const XmlElement& tei, Document& document);
/// A person's name as it is shown.
std::string tei_person(const XmlElement& author);

/// A reference on one line, in the order in which one reads it: authors, title, in what, when.
std::string tei_reference(const XmlElement& bibl_struct);

}  // namespace crossroads
