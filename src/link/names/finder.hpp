// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "link/names/data.hpp"
#include "link/names/names.hpp"
#include "link/names/text_words.hpp"

namespace crossroads {

/// What else is looked for where the words are known.
class PlaceSource {
 public:
  /// Entries that words [first, end) name.
  struct Place {
    std::uint32_t first;
    std::uint32_t end;
    std::vector<EntryId> entries;  ///< in ascending order
  };

  virtual ~PlaceSource() = default;
  /// For each word that is to be looked at, the bit of the number that its hash's lowest six are.
  [[nodiscard]] virtual std::uint64_t awaited_bits() const = 0;
  /// Whether a word is to be looked at.
  [[nodiscard]] virtual bool is_awaited(std::uint64_t hash) const = 0;
  /// The places among the words, by their first ones, of which `awaited` were seen.
  virtual std::vector<Place> find(const TextWords& words,
                                  const std::vector<std::uint32_t>& awaited) = 0;
};

/// Finds names in documents; keeps its memory from one to the next.
class NameFinder {
 public:
  /// `source` may be null. What a source awaits must be in `names.first_words`.
  NameFinder(const Names::Data& names, const Document& document, Overlap overlap,
             std::uint32_t from, PlaceSource* source);

  Matches run();

 private:
  /// Words [start, end) that hash to a beginning of names, perhaps.
  struct Probe {
    std::uint32_t start;
    std::uint32_t end;
    std::uint64_t hash;
  };
  /// A pattern that may stand at words [start, end); those of a start are chained.
  struct Hit {
    std::uint32_t end;
    std::uint32_t pattern;
    std::uint32_t before;
  };
  static constexpr std::uint32_t no_hit = 0xFFFFFFFF;

  void find_in_words();
  void probe_starts(std::span<const std::uint32_t> starts);
  void probe_all();
  void go_on(std::uint32_t start, std::uint32_t next, std::uint64_t hash);
  void go_on_carefully(std::uint32_t start, std::uint32_t next, std::uint64_t hash);
  void mark(std::uint32_t start) { has_hits_[start / 64] |= std::uint64_t{1} << start % 64; }
  void sweep();
  std::uint32_t take_start(std::uint32_t start, const PlaceSource::Place* place);
  std::uint32_t take_longest(std::uint32_t start);
  std::uint32_t take_only(std::uint32_t start, const Hit& hit);
  void consider(std::uint32_t start, const Hit& hit);
  void take_place(const PlaceSource::Place& place);
  bool cuts_broken_word(std::uint32_t start, std::uint32_t end) const;
  void add_match(std::uint32_t start, std::uint32_t end);

  const Names::Data& names_;
  const Document& document_;
  Overlap overlap_;
  std::uint32_t from_;
  PlaceSource* source_;
  TextWords words_;
  std::uint64_t awaited_bits_;
  std::vector<std::uint32_t> awaited_;
  std::vector<Probe> longer_;  // of two words, before the filter
  std::vector<Probe> now_;
  std::vector<Probe> next_;
  std::vector<Hit> hits_;
  std::vector<std::uint32_t> last_hits_;  // by word
  std::vector<std::uint64_t> has_hits_;   // a bit for each word
  std::vector<PlaceSource::Place> places_;
  std::vector<Hit> of_start_;
  std::vector<NameCandidate> candidates_;
  Matches found_;
};

}  // namespace crossroads
