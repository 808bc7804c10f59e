// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/text/document.hpp"
#include "link/gap.hpp"
#include "link/names/data.hpp"
#include "link/names/scan.hpp"

namespace crossroads {

/// Hashes of the gaps that most words are parted by: one ASCII character, or one and a space.
struct ShortGaps {
  std::array<std::uint64_t, 128> byte;
  std::array<std::uint64_t, 128> byte_and_space;
};
extern const ShortGaps short_gaps;

/// The words of some passages of a document, one after the other, and what stands between them.
class TextWords {
 public:
  enum Flag : std::uint8_t {
    barrier = 1,     ///< no name goes over what stands before it
    new_range = 2,   ///< the first of a range of its passage, but not of the passage
    in_address = 4,  ///< part of one
    broken = 8,      ///< a hyphen at a line's end stands before it
    careful = 16,    ///< so, or before the next word
  };

  TextWords(const Names::Data& names, const Document& document);

  /// Appends the words of a passage. O(bytes).
  void add(std::uint32_t passage);
  void clear();

  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] std::uint64_t hash(std::size_t word) const { return words_.words[word].hash; }
  /// Those at which a name may begin by the filter, as ScannedWords has them; or by the way that
  /// they are broken.
  [[nodiscard]] std::span<const std::uint32_t> starts() const {
    return {words_.starts.data(), words_.count_of_starts};
  }
  [[nodiscard]] const std::vector<std::uint32_t>& careful_starts() const { return careful_; }
  [[nodiscard]] unsigned flags(std::size_t word) const { return flags_[word]; }
  [[nodiscard]] Span span(std::size_t word) const { return words_.span(word); }
  [[nodiscard]] std::string_view spelled(std::size_t word) const {
    return text_.substr(span(word).begin, span(word).size());
  }
  [[nodiscard]] std::uint32_t passage(std::size_t word) const { return part_of(word).passage; }
  [[nodiscard]] std::size_t first_of_passage(std::size_t word) const;

  /// The hash of what stands before a word that is not the first; 0 if no name goes over it.
  [[nodiscard]] std::uint64_t gap_hash(std::size_t word) const {
    const std::uint32_t begin = words_.words[word - 1].end;
    const auto byte = static_cast<unsigned char>(text_[begin]);
    const std::uint32_t size = words_.words[word].begin - begin;
    if (flags_[word] != 0 || byte >= 0x80) return careful_gap_hash(word);
    if (size == 1) return short_gaps.byte[byte];
    if (size == 2 && text_[begin + 1] == ' ') return short_gaps.byte_and_space[byte];
    return careful_gap_hash(word);
  }
  [[nodiscard]] Gap gap(std::size_t word) const;
  /// Whether nothing interrupts words [first, end), and no line's end breaks one.
  [[nodiscard]] bool are_together(std::size_t first, std::size_t end) const {
    unsigned flags = 0;
    while (++first < end) flags |= flags_[first];
    return flags == 0;
  }

  /// How the hyphen at a line's end before a word reads, which is broken. What the names know is
  /// better than what a list of words and the letters tell, but not than how the document itself
  /// writes the word.
  [[nodiscard]] BrokenWord::Reading reading(std::size_t word) const;
  [[nodiscard]] bool is_joined(std::size_t word) const {
    return (flags_[word] & broken) != 0 && reading(word) == BrokenWord::Reading::joined;
  }

  /// Whether the passage of a word is set in capitals: no small letter, two words and six letters.
  [[nodiscard]] bool is_in_capitals(std::size_t word) const;

  /// The words before which "/" stands behind a capital, in no order.
  [[nodiscard]] const std::vector<std::uint32_t>& slashes() const { return slashes_; }

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  struct Part {
    std::size_t first;  // of its words
    std::uint32_t passage;
  };

  void add_range(Span range, std::size_t first);
  void scan(Span range);
  void note_signs(Span range, std::size_t first);
  void note_address(std::uint32_t sign, Span range, std::size_t first, std::uint32_t& done);
  void note_broken(std::size_t word);
  [[nodiscard]] std::uint64_t careful_gap_hash(std::size_t word) const;
  [[nodiscard]] const BrokenWord* broken_word_before(std::size_t word) const;
  [[nodiscard]] const Part& part_of(std::size_t word) const {
    if (parts_[last_part_].first > word) last_part_ = 0;
    while (last_part_ + 1 < parts_.size() && parts_[last_part_ + 1].first <= word) ++last_part_;
    return parts_[last_part_];
  }

  const Names::Data& names_;
  const Document& document_;
  std::string_view text_;
  std::vector<Span> calls_;  // of notes, in order
  ScannedWords words_;
  std::vector<std::uint8_t> flags_;
  std::vector<Part> parts_;
  std::vector<std::uint32_t> slashes_;
  std::vector<std::uint32_t> careful_;
  mutable std::size_t last_part_ = 0;             // that was asked for
  mutable std::uint32_t looked_at_ = 0xFFFFFFFF;  // the passage of which this is known:
  mutable bool in_capitals_ = false;
};

}  // namespace crossroads
