// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/link/lexicon.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// An entry that a matched form may name.
struct NameCandidate {
  EntryId entry{};
  bool derived = false;  ///< the form follows from the forms of a person
};

/// A place where a form stands.
struct NameMatch {
  Span span;                  ///< first to last byte, in the source
  std::uint32_t passage = 0;  ///< its place in Document::passages
  std::uint32_t first = 0;    ///< its candidates are Matches::candidates[first, end)
  std::uint32_t end = 0;
};

/// Where forms stand in a document: by span; the candidates of each by entry, each entry once.
struct Matches {
  std::vector<NameMatch> matches;
  std::vector<NameCandidate> candidates;
};

/// Finds the forms of the lexicon in a document, by the rules that link() tells, and decides
/// nothing.
Matches find_names(const Lexicon::Data& lexicon, const Document& document);

}  // namespace crossroads
