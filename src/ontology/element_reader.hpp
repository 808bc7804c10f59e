// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/draft.hpp"
#include "ontology/grammar.hpp"

namespace crossroads {

/// Reads what elements of different kinds have in common, and knows which file they stand in.
class ElementReader {
 public:
  ElementReader(std::size_t number, std::vector<FileContext>& files, DraftOntology& draft)
      : number_(number), files_(files), draft_(draft) {}

  [[nodiscard]] FileContext& file() { return files_[number_]; }
  [[nodiscard]] DraftOntology& draft() { return draft_; }
  [[nodiscard]] Place place(std::size_t offset) const { return {number_, offset}; }
  /// "FILE:LINE:COLUMN".
  [[nodiscard]] std::string to_string(Place at) const {
    return crossroads::to_string(files_[at.file].locate(at.offset));
  }

  /// The id that an attribute names, and its place; nothing where it is absent.
  [[nodiscard]] Reference reference(const XmlElement& element, std::string_view name) const;
  [[nodiscard]] std::vector<Reference> references(const XmlElement& element, std::string_view name);

  Provenance provenance(const XmlElement& element);
  /// Reports a period that contradicts itself.
  Period period(const XmlElement& element);

  /// Reports what is wrong inside an element that is itself left out.
  void check_children(XmlElement& parent);

  /// The draft of the element's id, new or given in an earlier file; null, and reported, where this
  /// file gave it before.
  template <class Draft>
  Draft* draft_of(std::map<std::string, Draft>& all, const XmlElement& element) {
    const std::string id = attribute(element, "id");
    const auto [at, is_new] = all.try_emplace(id);
    Given& given = at->second;
    if (is_new) {
      given.first = place(element.offset);
    } else if (given.last.file == number_) {
      file().error("duplicate-id",
                   fmt::format("{} '{}' stands in this file before, in line {}; join the two",
                               element.name, id, file().locate(given.last.offset).line),
                   find_attribute(element, "id")->value_offset);
      return nullptr;
    }
    given.last = place(element.offset);
    return &at->second;
  }

  /// Takes an attribute over into a field; a second file may repeat it, not contradict it.
  void set(std::string& field, const XmlElement& element, std::string_view name,
           const Given& given);
  void set(std::vector<std::string>& field, const XmlElement& element, std::string_view name,
           const Given& given);

 private:
  std::size_t number_;
  std::vector<FileContext>& files_;
  DraftOntology& draft_;
};

/// Adds an <entry> that check_element() found whole, but for attributes that it may have lost.
void read_entry(XmlElement& element, ElementReader& reader, bool attribute_lost);

}  // namespace crossroads
