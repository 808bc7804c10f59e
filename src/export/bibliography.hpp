// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"

namespace crossroads {

/// What a bibliography says of a work: the attributes of its vertex, each by its name.
class WorkRecord {
 public:
  explicit WorkRecord(const Vertex& vertex) : vertex_(vertex) {}

  struct Name {
    std::string family;  ///< or all of an organization's
    std::string given;
    bool is_person = true;
  };

  /// The id without "work:".
  [[nodiscard]] std::string_view key() const;
  /// The first value of that name; empty where there is none.
  [[nodiscard]] std::string_view get(std::string_view name) const;
  /// All of them, parted by ", ".
  [[nodiscard]] std::string all(std::string_view name) const;
  [[nodiscard]] std::vector<Name> authors() const { return names("author"); }
  [[nodiscard]] std::vector<Name> editors() const { return names("editor"); }

  /// Year, month and day, as far as they are known; 0 is not known.
  struct Date {
    unsigned year = 0;
    unsigned month = 0;
    unsigned day = 0;
  };
  [[nodiscard]] Date date() const;

 private:
  [[nodiscard]] std::vector<Name> names(std::string_view role) const;

  const Vertex& vertex_;
};

/// The works of a graph, by id.
std::vector<WorkRecord> works_of(const ConceptGraph& graph);

}  // namespace crossroads
