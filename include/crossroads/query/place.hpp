// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/graph/concept_graph.hpp"

namespace crossroads {

/// Where a passage stands, beside its document. Views are of the graph.
struct Place {
  std::optional<std::uint32_t> section;  ///< a vertex: the innermost section around the passage
  std::optional<std::uint32_t> article;  ///< likewise an article
  std::span<const std::string> authors;  ///< of the innermost part that names any, else the text's
  std::string_view page;                 ///< as printed on it; empty where no pages show
};

/// Where the byte of a passage stands. O(depth of sections + log n).
Place place_of(const ConceptGraph& graph, std::uint32_t passage, std::uint32_t byte);

/// The texts, sections and articles of that id or title: as written, else in any case (ASCII); of
/// one kind, where `kind` is not empty. O(vertices).
std::vector<std::uint32_t> parts_named(const ConceptGraph& graph, std::string_view name,
                                       std::string_view kind = {});

/// Which passages are asked for; what is empty does not narrow.
struct PlaceQuestion {
  std::string by;                  ///< an author: an entry by any of its names, or as printed
  std::string article;             ///< by title or id
  std::string section;             ///< likewise
  std::vector<std::string> zones;  ///< "body", "heading", "byline", "note", "url"
};

/// Tells which passages a question admits. The graph must outlive it. An article counts with the
/// sections in it, a section with its articles; an author's are the passages whose innermost part
/// with authors names them. Throws Error (question), with "did you mean", where there is no such
/// author, article, section or zone. O(vertices * depth + edges).
class PlaceFilter {
 public:
  PlaceFilter(const ConceptGraph& graph, const PlaceQuestion& question);

  [[nodiscard]] bool narrows() const { return narrows_; }
  [[nodiscard]] bool admits(std::uint32_t passage) const;

 private:
  void admit_author(const std::string& name);
  void admit_within(const std::string& name, std::string_view kind);

  const ConceptGraph& graph_;
  bool narrows_;
  std::vector<bool> admitted_;  // by vertex: texts and their parts
  std::vector<std::string> zones_;
};

}  // namespace crossroads
