// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "crossroads/text/document.hpp"
#include "link/suggest/gathered.hpp"
#include "link/suggest/passage_words.hpp"
#include "link/suggest/places.hpp"

namespace crossroads {

/// Finds the phrases in small letters that one document uses more than once: two to four words
/// without grammar between ("peace enforcement"), or two with "of" between ("use of force"); a
/// plural counts with its singular. Which of them are terms shows only in the end. To be called in
/// the order of passages.
class TermFinder {
 public:
  /// Both must outlive it.
  TermFinder(const Document& document, PlaceCounter& places)
      : document_(document), places_(places) {}

  /// `known_at`: words of known names, as known_words() gives them, are part of no term.
  void add(const std::vector<PassageWord>& words, const std::vector<std::int32_t>& known_at,
           std::uint32_t passage);

  /// Moves what stands twice or more to `terms`.
  void finish(std::unordered_map<std::string, TermUse>& terms);

 private:
  struct Place {
    Span span;
    std::uint32_t passage = 0;
  };
  struct Found {
    std::vector<Place> places;
    std::uint64_t plural = 0;
    std::uint64_t as_verb = 0;
    std::uint8_t words = 0;
  };

  void add_from(const std::vector<PassageWord>& words, const std::vector<std::int32_t>& known_at,
                std::size_t first, std::uint32_t passage);
  void take(const std::vector<PassageWord>& words, std::size_t first, std::size_t end,
            std::uint32_t passage);

  const Document& document_;
  PlaceCounter& places_;
  std::unordered_map<std::string, Found> found_;
};

}  // namespace crossroads
