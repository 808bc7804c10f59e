// SPDX-License-Identifier: Apache-2.0
#include "ontology/element_reader.hpp"

#include <fmt/ranges.h>

#include <utility>

namespace crossroads {

Reference ElementReader::reference(const XmlElement& element, std::string_view name) const {
  const XmlAttribute* found = find_attribute(element, name);
  if (found == nullptr) return {};
  return {collapse(found->value), place(found->value_offset)};
}

std::vector<Reference> ElementReader::references(const XmlElement& element, std::string_view name) {
  std::vector<Reference> list;
  const XmlAttribute* found = find_attribute(element, name);
  if (found == nullptr) return list;
  for (PlacedWord& word : placed_words(*found, file())) {
    list.push_back({std::move(word.text), place(word.offset)});
  }
  return list;
}

Provenance ElementReader::provenance(const XmlElement& element) {
  for (Reference& source : references(element, "source")) {
    draft_.source_references.push_back(std::move(source));
  }
  return {words(element, "source"), attribute(element, "locator")};
}

Period ElementReader::period(const XmlElement& element) {
  Period period{attribute(element, "since"), attribute(element, "until")};
  if (contradicts_itself(period)) {
    file().error("period", fmt::format("until {} is before since {}", period.until, period.since),
                 find_attribute(element, "until")->value_offset);
  }
  return period;
}

void ElementReader::check_children(XmlElement& parent) {
  for (XmlElement& child : parent.children) {
    if (check_child(parent, child, file())) check_element(child, file());
  }
}

void ElementReader::set(std::string& field, const XmlElement& element, std::string_view name,
                        const Given& given) {
  std::string value = attribute(element, name);
  if (value.empty()) return;
  if (!field.empty() && field != value) {
    file().error("clash",
                 fmt::format("{} is '{}' here, and '{}' in another file (the {} is first in {})",
                             name, value, field, element.name, to_string(given.first)),
                 find_attribute(element, name)->value_offset);
    return;
  }
  field = std::move(value);
}

void ElementReader::set(std::vector<std::string>& field, const XmlElement& element,
                        std::string_view name, const Given& given) {
  std::string joined = fmt::format("{}", fmt::join(field, " "));
  set(joined, element, name, given);
  if (field.empty()) field = words(element, name);
}

}  // namespace crossroads
