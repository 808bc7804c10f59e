// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/link/mention.hpp"
#include "crossroads/text/document.hpp"
#include "link/suggest/gathered.hpp"
#include "link/suggest/passage_words.hpp"
#include "link/suggest/places.hpp"

namespace crossroads {

/// A stretch that is linked, or undecided, and whether a person is named there.
struct KnownSpan {
  Span span;
  bool person = false;
};

/// Which known span each word lies in: a place in `known`, or -1. `known` is in text order.
std::vector<std::int32_t> known_words(const std::vector<PassageWord>& words,
                                      const std::vector<KnownSpan>& known);

/// The words [first, end) on one line: spaces, hyphens and apostrophes are plain, and what a line's
/// end broke is joined where the document says so.
std::string phrase_of(const Document& document, const std::vector<PassageWord>& words,
                      std::size_t first, std::size_t end);

/// A run of capitalized words that names something, perhaps: [first, end).
struct Phrase {
  std::size_t first = 0;
  std::size_t end = 0;
  bool holds_name = false;  ///< a known name is part of it
  /// Where "and" and the like part it, the parts; empty where nothing does.
  std::vector<Phrase> parts = {};
};

/// The phrases of a passage, longest ones and, of those with "and" or the like, their parts. What a
/// known name covers is not among them.
std::vector<Phrase> find_phrases(std::string_view text, const std::vector<PassageWord>& words,
                                 const std::vector<KnownSpan>& known,
                                 const std::vector<std::int32_t>& known_at);

/// Whether an ordinary word that the phrase says more of stands right behind it: "Dutch troops".
bool stands_before_noun(std::string_view text, const std::vector<PassageWord>& words,
                        std::size_t end);

}  // namespace crossroads
