// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "crossroads/link/mention.hpp"
#include "crossroads/text/document.hpp"
#include "link/sense/senses.hpp"
#include "link/sense/stems.hpp"

namespace crossroads {

/// How near something stands to a form, in eighths of its weight.
namespace nearness {
constexpr Weight sentence = 8;
constexpr Weight passage = 6;
constexpr Weight heading = 6;  ///< of a section around the form
constexpr Weight near = 4;     ///< a few passages away, in the same section
constexpr Weight section = 4;  ///< names of entries only, as all beyond
constexpr Weight document = 3;
}  // namespace nearness

/// Something that may tell the candidates of a form apart.
struct Clue {
  enum class Kind : std::uint8_t { entry, word, name, year };
  Kind kind = Kind::word;
  std::uint32_t key = 0;                    ///< an EntryId, a place in Senses::words, or a year
  Span span;                                ///< where it stands
  const std::vector<std::uint32_t>* words;  ///< of an entry: those in its name that senses know
  bool in_name = false;  ///< of a word: it has a capital, so it may be part of another name
};

/// A clue as a place has it. The finder keeps it.
struct NearClue {
  const Clue* what;
  Weight nearness;
};

/// What stands in a document besides the forms in question. Passages are read when they are asked
/// for, each once. `senses`, `document` and the lists must outlive it.
class ClueFinder {
 public:
  ClueFinder(const Senses& senses, const Document& document, std::span<const Mention> mentions,
             std::span<const Undecided> open);

  /// What stands around a place, each kind and key once, where it is nearest. Words are looked for
  /// in its passage, the headings around it and the passages near; names of entries in the whole
  /// document. Only what is as near as `least` is looked for. O(what is so near + entries that the
  /// document names).
  std::vector<NearClue> around(Span span, std::uint32_t passage, Weight least);

  /// The years in the sentence of a place.
  std::vector<std::uint32_t> years_beside(Span span, std::uint32_t passage);

 private:
  struct PassageClues {
    std::vector<Clue> all;               ///< in text order
    std::vector<const Clue*> different;  ///< the first of each kind and key
  };

  const PassageClues& in_passage(std::uint32_t passage);
  std::span<const Clue> in_sentence(Span span, std::uint32_t passage);
  void collect_entries();
  void read_passage(std::uint32_t passage, std::vector<Clue>& found);
  void read_words(Span range, std::span<const Span> covered, std::vector<Clue>& found);
  void read_years(Span range, std::vector<Clue>& found) const;
  const std::vector<std::uint32_t>& words_in(Span span);

  static constexpr std::uint32_t unknown = 0xFFFFFFFF;
  /// Places in Senses::words.
  struct Keys {
    std::uint32_t stem = unknown;
    std::uint32_t name = unknown;
    bool begins_pair = false;
    bool begins_name_pair = false;
    bool read = false;
  };
  [[nodiscard]] std::uint32_t key_of(const std::string& word) const;
  const Keys& keys_of(const KnownWords::Word& word);
  std::uint32_t name_key_of(const ContentWord& word);
  void add_headings(std::uint32_t passage, std::vector<NearClue>& all);
  void add_near(std::uint32_t passage, std::vector<NearClue>& all);
  void add_entries(std::uint32_t passage, std::vector<NearClue>& all);
  [[nodiscard]] std::span<const Mention> mentions_in(std::uint32_t passage) const;

  const Senses& senses_;
  const Document& document_;
  std::span<const Mention> mentions_;
  std::span<const Undecided> open_;
  std::vector<std::optional<PassageClues>> passages_;
  KnownWords known_words_;
  std::vector<Keys> keys_;  // by the words' numbers
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> words_of_names_;  // by bytes
  bool has_entries_ = false;
  std::map<std::optional<std::uint32_t>, std::vector<Clue>> section_entries_;  // each once
  std::vector<Clue> entries_;                                                  // likewise
};

}  // namespace crossroads
