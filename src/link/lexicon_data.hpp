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

#include "crossroads/link/lexicon.hpp"
#include "crossroads/link/symbols.hpp"
#include "link/persons.hpp"
#include "link/sense/senses.hpp"

namespace crossroads {

/// Looks strings up by views, without a copy.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

using TextIndex = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

/// A trie of words. An edge is labelled by what stands before the word and by the folded word; a
/// node knows the forms that end there.
struct Lexicon::Data {
  /// A form at the node where it ends.
  struct Ending {
    EntryId entry{};
    bool exact = false;
    bool derived = false;        ///< it follows from the forms of a person
    bool in_notes_only = false;  ///< not for running text
    std::string spelled = {};    ///< of an exact form: its words and gaps as a text must have them
  };

  struct Edge {
    std::uint32_t node;
    std::uint32_t gap;
    std::uint32_t word;
    friend bool operator==(const Edge&, const Edge&) = default;
  };
  struct EdgeHash {
    std::size_t operator()(const Edge& edge) const {
      const std::uint64_t key =
          (std::uint64_t{edge.node} << 32U) ^ (std::uint64_t{edge.gap} << 24U) ^ edge.word;
      return static_cast<std::size_t>((key ^ (key >> 29U)) * 0x9E3779B97F4A7C15ULL);
    }
  };

  TextIndex words;  ///< folded
  TextIndex gaps;
  std::unordered_set<std::uint64_t> compounds;  ///< pairs of words with "-" between; see pair()
  std::size_t longest_word = 0;                 ///< bytes, folded
  std::unordered_map<Edge, std::uint32_t, EdgeHash> edges;
  std::vector<std::vector<Ending>> endings{1};  ///< by node; 0 is the root

  [[nodiscard]] std::optional<std::uint32_t> next(std::uint32_t node, std::string_view gap,
                                                  std::uint32_t word) const;
  static std::uint64_t pair(std::uint32_t word, std::uint32_t next) {
    return (std::uint64_t{word} << 32U) | next;
  }
  [[nodiscard]] std::optional<std::uint32_t> find_word(std::string_view folded) const;

  SymbolIndex symbols;  ///< what is found by rule, not by form
  Senses senses;        ///< of the entries that bear a form with others

  void add(const Form& form, EntryId entry);
  void add(const DerivedForm& form, EntryId entry);

 private:
  void add(std::string_view text, Ending ending);
};

}  // namespace crossroads
