// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/diagnostic.hpp"
#include "crossroads/core/xml.hpp"

namespace crossroads {

/// One file while it is being loaded: what findings need in order to point into it.
struct FileContext {
  const std::string& name;
  std::string_view bytes;
  std::vector<Diagnostic>& findings;

  void report(Severity severity, std::string code, std::string message, std::size_t offset) const;
  void error(std::string code, std::string message, std::size_t offset) const {
    report(Severity::error, std::move(code), std::move(message), offset);
  }
};

/// Checks an element, without its children, against the grammar: attributes it does not know or
/// lacks, values of the wrong shape, text where none may stand. False where something was reported.
bool check_element(const XmlElement& element, const FileContext& file);

/// Whether `child` may stand in `parent`; reports where not.
bool check_child(const XmlElement& parent, const XmlElement& child, const FileContext& file);

/// The attribute of that name, or null.
const XmlAttribute* find_attribute(const XmlElement& element, std::string_view name);
/// Its value, trimmed; empty where it is absent.
std::string attribute(const XmlElement& element, std::string_view name);
/// Its value's words.
std::vector<std::string> words(const XmlElement& element, std::string_view name);
/// Whether its value is "true".
bool truth(const XmlElement& element, std::string_view name);

/// `text` without white space at its ends, inner white space collapsed to single spaces.
std::string collapse(std::string_view text);

}  // namespace crossroads
