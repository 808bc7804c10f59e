// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// How a name that the ontology lacks differs from one that it has.
enum class NameDifference : std::uint8_t {
  spelling,      ///< hyphens, spaces, case, marks, or American for British
  missing_word,  ///< it lacks a word
  letters,       ///< one or two letters: a slip, most likely
};

struct NearName {
  EntryId entry{};
  std::string form;  ///< the ontology's
  NameDifference difference = NameDifference::spelling;
};

/// The names of an ontology, to be looked up by what is like them. Built once, then only read; it
/// does not refer to the ontology afterwards.
class KnownNames {
 public:
  /// O(bytes of all forms).
  explicit KnownNames(const Ontology& ontology);

  /// The entries with just that form, in ascending order; banned forms count.
  [[nodiscard]] std::vector<EntryId> bearers(std::string_view form) const;

  /// The name that `name` is a variant of; nothing where there is none, or it may be of several
  /// entries. Names differ by letters only where the shorter has eight (one letter) or twelve
  /// letters (two), all digits are the same, and what differs is no English word. O(letters) in
  /// practice, whatever the number of names: two names within two changes share one of three parts
  /// (as in Wu and Manber, "Fast text searching allowing errors", 1992).
  [[nodiscard]] std::optional<NearName> near(std::string_view name) const;

  /// The kind that most of the names have whose head is that of `name` ("Mission" of "United
  /// Nations Mission in Liberia"); empty where that is not clear.
  [[nodiscard]] std::string kind_of(std::string_view name) const;

 private:
  struct Name {
    std::string form;
    std::string key;  ///< its letters and digits, plain; see skeleton()
    std::vector<std::string> words;
    EntryId entry{};
  };
  struct Found {
    const Name* name = nullptr;
    NameDifference difference = NameDifference::spelling;
    std::size_t distance = 0;
  };

  void add(const Form& form, EntryId entry);
  void add_parts(std::uint32_t name);
  void count_head(std::string_view form, const std::string& kind);
  void find_alike(const Name& wanted, Found& best, bool& tie) const;
  void find_words(const Name& wanted, Found& best, bool& tie) const;
  static void consider(const Name& name, NameDifference difference, std::size_t distance,
                       Found& best, bool& tie);

  std::vector<Name> names_;
  std::unordered_map<std::string, std::vector<EntryId>> exact_;
  std::unordered_multimap<std::string, std::uint32_t> by_key_;
  std::unordered_multimap<std::string, std::uint32_t> by_part_;      // long names only
  std::unordered_multimap<std::string, std::uint32_t> by_omission_;  // a word left out
  std::unordered_map<std::string, std::unordered_map<std::string, std::uint32_t>> heads_;
};

/// The words of a name as they compare: plain letters, one spelling for British and American; a
/// leading article is left out.
std::vector<std::string> comparable_words(std::string_view name);

}  // namespace crossroads
