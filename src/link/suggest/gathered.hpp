// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "crossroads/link/suggest.hpp"

namespace crossroads {

/// Adds the counts of other documents; keeps the first places.
void add(Tally& tally, Tally other);

/// A run of capitalized words.
struct PhraseUse {
  Tally seen;
  std::uint64_t at_start = 0;     ///< of its mentions, those that begin a sentence
  std::uint64_t before_noun = 0;  ///< those with an ordinary word right behind: "Dutch troops"
  bool single = false;            ///< one word, with one capital
  bool holds_name = false;        ///< a known name is part of it
  /// Of a phrase with "and" or the like in it: what stands between.
  std::vector<std::string> parts = {};
};

/// A form that documents define.
struct DefinitionUse {
  Tally seen;               ///< of the definitions
  std::uint64_t uses = 0;   ///< how often the short form stands in those documents
  bool by_letters = false;  ///< its letters come from the long form
};

/// A form of an entry, where it was linked.
struct FormUse {
  Tally seen;
  std::uint64_t in_small = 0;  ///< of its mentions, those that begin with a small letter
};

/// A phrase in small letters, its last word in the singular.
struct TermUse {
  Tally seen;
  std::uint64_t plural = 0;  ///< of its mentions, those in the plural
  std::uint8_t words = 0;
};

struct UndecidedUse {
  Tally seen;
  std::vector<EntryId> candidates;
};

struct Gathered::Data {
  std::unordered_map<std::string, PhraseUse> phrases;
  std::map<std::pair<std::string, std::string>, DefinitionUse> definitions;  ///< long, short
  std::map<std::pair<std::string, std::string>, Tally> persons;              ///< family, given
  std::map<std::string, Tally> symbols;
  std::map<std::pair<EntryId, std::string>, FormUse> forms;  ///< as the ontology writes them
  std::map<std::string, UndecidedUse> undecided;             ///< likewise
  std::unordered_map<std::string, TermUse> terms;
  std::map<std::string, Tally> slips;  ///< stretches around words that no list knows
  std::unordered_map<std::string, std::uint64_t> in_small;  ///< words in small letters
  std::uint64_t passages = 0;
  std::uint64_t documents = 0;
};

}  // namespace crossroads
