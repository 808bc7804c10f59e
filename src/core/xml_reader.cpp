// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <memory>
#include <rapidxml/rapidxml.hpp>
#include <utility>

#include "core/xml_scan.hpp"
#include "crossroads/core/utf8.hpp"
#include "crossroads/core/xml.hpp"

namespace crossroads {

namespace {

using Document = rapidxml::xml_document<char>;
using Node = rapidxml::xml_node<char>;

// RapidXML only finds the structure. It resolves references wrongly (unknown ones stay, &#0;
// passes) and normalizes neither line ends nor attribute values, so it shall leave the text as it
// is: then each pointer of its tree is also an offset in the source.
constexpr int parse_flags = rapidxml::parse_non_destructive | rapidxml::parse_no_element_values;

/// What stands in for the first byte of white space that RapidXML would drop: any byte will do that
/// it takes for text, because values are read from the source itself.
constexpr char blank_mark = '_';

/// The character that a reference stands for. `name` is what is between '&' and ';', which the scan
/// has checked.
char32_t resolve(std::string_view name) {
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "amp") return '&';
  if (name == "apos") return '\'';
  if (name == "quot") return '"';
  const bool hexadecimal = name[1] == 'x';
  char32_t value = 0;
  for (const char c : name.substr(hexadecimal ? 2 : 1)) {
    const bool letter = c > '9';
    value =
        value * (hexadecimal ? 16 : 10) + static_cast<char32_t>(letter ? (c & 0xF) + 9 : c - '0');
  }
  return value;
}

/// Turns the tree of RapidXML into ours.
class Converter {
 public:
  Converter(std::string_view source, const char* copy) : source_(source), copy_(copy) {}

  XmlElement convert(const Node& root) {
    XmlElement result;
    // The children of an element are all there before one of them is filled, so none moves.
    std::vector<std::pair<const Node*, XmlElement*>> open = {{&root, &result}};
    while (!open.empty()) {
      const auto [node, element] = open.back();
      open.pop_back();
      fill(*node, *element);
      std::size_t next = 0;
      for (const Node* child = node->first_node(); child != nullptr;
           child = child->next_sibling()) {
        if (child->type() != rapidxml::node_element) continue;
        open.emplace_back(child, &element->children[next++]);
      }
    }
    return result;
  }

 private:
  void fill(const Node& node, XmlElement& element) {
    element.offset = offset_of(node.name());
    element.name = source_.substr(element.offset, node.name_size());
    fill_attributes(node, element);
    std::vector<std::size_t> places;
    bool blank = true;
    for (const Node* child = node.first_node(); child != nullptr; child = child->next_sibling()) {
      if (child->type() == rapidxml::node_element) {
        places.push_back(element.text.size());
      } else {
        append_text(*child, element, blank);
      }
    }
    element.children.resize(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) element.children[i].text_before = places[i];
  }

  void fill_attributes(const Node& node, XmlElement& element) {
    for (const auto* attribute = node.first_attribute(); attribute != nullptr;
         attribute = attribute->next_attribute()) {
      XmlAttribute result;
      result.name_offset = offset_of(attribute->name());
      result.name = source_.substr(result.name_offset, attribute->name_size());
      result.value_offset = offset_of(attribute->value());
      const std::size_t end = result.value_offset + attribute->value_size();
      result.value.reserve(attribute->value_size());
      for (std::size_t i = result.value_offset; i < end;) {
        if (source_[i] == '&') {
          i = append_reference(i, result.value);
        } else {
          const char c = line_end_at(i);
          result.value.push_back(is_xml_space(c) ? ' ' : c);
        }
      }
      element.attributes.push_back(std::move(result));
    }
  }

  /// `blank`: nothing but white space was appended so far.
  void append_text(const Node& piece, XmlElement& element, bool& blank) {
    const bool references = piece.type() == rapidxml::node_data;
    const std::size_t begin = offset_of(piece.value());
    const std::size_t end = begin + piece.value_size();
    for (std::size_t i = begin; i < end;) {
      const std::size_t here = i;
      if (references && source_[i] == '&') {
        i = append_reference(i, element.text);
      } else {
        element.text.push_back(line_end_at(i));
      }
      if (blank && !is_xml_space(element.text.back())) {
        blank = false;
        element.text_offset = here;
      }
    }
  }

  /// Appends what the reference at `offset` stands for; the offset behind it.
  std::size_t append_reference(std::size_t offset, std::string& text) const {
    const std::size_t end = source_.find(';', offset);
    append_utf8(text, resolve(source_.substr(offset + 1, end - offset - 1)));
    return end + 1;
  }

  /// The byte at `offset`, with CRLF and CR read as LF (XML 1.0 section 2.11). Moves behind it.
  char line_end_at(std::size_t& offset) const {
    const char c = source_[offset++];
    if (c != '\r') return c;
    if (offset < source_.size() && source_[offset] == '\n') ++offset;
    return '\n';
  }

  std::size_t offset_of(const char* place) const { return static_cast<std::size_t>(place - copy_); }

  std::string_view source_;
  const char* copy_;
};

Diagnostic finding(const XmlFault& fault, std::string_view source, const std::string& name) {
  if (!fault.offset) {
    return {Severity::error, std::string(fault.code), fault.message, {name, 0, 0}, {}};
  }
  // An editor shows no column for a byte order mark.
  const std::size_t mark = source.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  return diagnose(Severity::error, std::string(fault.code), fault.message, source.substr(mark),
                  *fault.offset - mark, name);
}

/// A fault that the scan should have found: ours, but no reason to end the program.
Diagnostic missed(const std::string& what, std::size_t offset, std::string_view source,
                  const std::string& name) {
  return finding({"internal", fmt::format("the XML can't be read: {}", what), offset}, source,
                 name);
}

}  // namespace

XmlResult read_xml(std::string_view source, const std::string& name, const XmlLimits& limits) {
  std::vector<std::size_t> blanks;
  if (const auto fault = scan_xml(source, limits, blanks)) {
    return {std::nullopt, finding(*fault, source, name)};
  }
  std::string copy(source);
  for (const std::size_t offset : blanks) copy[offset] = blank_mark;
  // On the heap, because it holds a pool of 64 KiB.
  const auto document = std::make_unique<Document>();
  try {
    document->parse<parse_flags>(copy.data());
  } catch (const rapidxml::parse_error& error) {
    const auto offset = static_cast<std::size_t>(error.where<char>() - copy.data());
    return {std::nullopt, missed(error.what(), offset, source, name)};
  }
  const Node* root = document->first_node();
  if (root == nullptr) return {std::nullopt, missed("no root", source.size(), source, name)};
  return {Converter(source, copy.data()).convert(*root), std::nullopt};
}

}  // namespace crossroads
