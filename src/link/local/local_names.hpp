// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "crossroads/ontology/ontology.hpp"
#include "link/persons.hpp"

namespace crossroads {

/// The words of a name that carry its meaning, as numbers: case, order, marks, the plural s, and
/// articles and prepositions count for nothing, and -isation is -ization. In ascending order.
std::vector<std::uint64_t> content_words(std::string_view text);

/// Whether a word in small letters may stand between the head of a name and what it is of: "of",
/// "in", "against".
bool is_preposition(std::string_view word);

/// What of an ontology's entries may be said shorter in a document that has named them in full.
class LocalNames {
 public:
  /// The end of a name, before "of" or "on": "Council", "Joint Force".
  struct Head {
    std::string text;
    bool is_usual = false;                ///< names of several entries end so
    std::vector<std::uint64_t> behind{};  ///< content words that follow it in names, ascending
  };
  using Words = std::vector<std::vector<std::uint64_t>>;  ///< of each form of an entry

  static LocalNames build(const Ontology& ontology);

  // What is known of an entry; nothing for most.
  [[nodiscard]] const ShortNames* person(EntryId entry) const;
  [[nodiscard]] const std::vector<Head>* heads(EntryId entry) const;
  /// Of an entry that has an acronym among its forms: the content words of the longer ones.
  [[nodiscard]] const Words* words(EntryId entry) const;

 private:
  void add_heads(const Ontology& ontology);

  std::unordered_map<std::uint32_t, ShortNames> persons_;
  std::unordered_map<std::uint32_t, std::vector<Head>> heads_;
  std::unordered_map<std::uint32_t, Words> words_;
};

}  // namespace crossroads
