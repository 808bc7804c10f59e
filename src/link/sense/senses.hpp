// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// How much a word or a name near a form speaks for one of the form's entries. A name that no other
/// entry has, in the same sentence, is `unit`.
using Weight = std::int32_t;
constexpr Weight unit = 64;

/// What is known of an entry that bears a form with others. Words and neighbours are
/// sorted.
struct Sense {
  struct Word {
    std::uint32_t word;  ///< a place in Senses::words
    Weight weight;
  };
  struct Neighbour {
    EntryId entry;
    Weight weight;
  };
  struct Dated {
    std::string form;  ///< as fold() gives it
    Period period;
  };
  EntryId entry{};
  std::uint32_t kind = 0;  ///< a place in Senses::kinds
  std::vector<Word> words;
  std::vector<Neighbour> neighbours;
  std::vector<Dated> dated;  ///< its forms that have a period, in the files' order
  Period life;               ///< from the first to the last day that a curator dates anything of it
};

/// What tells the entries apart that bear a form together, compiled from the ontology alone: the
/// words of their labels, definitions, notes and statements, those of their neighbours, and who the
/// neighbours are. After Lesk, "Automatic sense disambiguation using machine readable dictionaries"
/// (SIGDOC 1986), and Banerjee and Pedersen's extension of it to the glosses of neighbours (CICLing
/// 2002), from whom it also is that two words beside each other say more than each alone. Words by
/// which entries of one kind are described more than others speak for all of that kind, as in
/// Yarowsky, "Word-sense disambiguation using statistical models of Roget's categories" (COLING
/// 1992); but what is counted is the ontology, so no text is needed beforehand. A word weighs by
/// its rarity among the entries. All in integers: the same on every machine.
struct Senses {
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  using Words = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

  Words words;                                  ///< stems; names begin with "~"
  std::unordered_set<std::string> begin_pairs;  ///< the first words of those that are two
  std::vector<std::vector<Weight>> kinds;  ///< by kind, by word: how much it speaks for the kind
  std::vector<Sense> senses;               ///< by entry

  [[nodiscard]] const Sense* find(EntryId entry) const;
  [[nodiscard]] Weight weight(const Sense& sense, std::uint32_t word) const;
  [[nodiscard]] Weight weight(const Sense& sense, EntryId neighbour) const;
};

/// What of an entry's own texts names other entries: the linker's finder, over one text.
using NamesIn = std::function<std::vector<EntryId>(std::string_view text)>;

/// Compiles the senses of `entries` (ascending), with what they share forms with: `rivals[i]` are
/// those of entries[i]. O(words of the ontology), and nothing where `entries` is empty.
Senses build_senses(const Ontology& ontology, const std::vector<EntryId>& entries,
                    const std::vector<std::vector<EntryId>>& rivals, const NamesIn& names_in);

}  // namespace crossroads
