// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "crossroads/core/span.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// A place in a text by what stands there, so that it is found again when the text has changed
/// elsewhere.
struct Anchor {
  std::string document;
  std::string quote;             ///< the bytes at the place
  std::string before;            ///< up to 32 characters (code points), less at the text's start
  std::string after;             ///< likewise
  std::uint32_t occurrence = 1;  ///< of the places with all three equal it is this one, from 1
  friend bool operator==(const Anchor&, const Anchor&) = default;
};

/// O(bytes before the place). REQUIRES: a span of the document, between characters.
Anchor anchor_of(const Document& document, Span span);

/// The anchors of many places of one document, which must outlive it: each is as anchor_of() has
/// it.
class AnchorFinder {
 public:
  explicit AnchorFinder(const Document& document) : document_(document) {}

  /// O(bytes) for the first place with its quote, for each further one O(1).
  Anchor anchor_of(Span span);

 private:
  /// By where a quote stands: the how-manieth it is with what stands beside it.
  using Occurrences = std::unordered_map<std::size_t, std::uint32_t>;

  const Occurrences& occurrences_of(const std::string& quote);

  const Document& document_;
  std::unordered_map<std::string, Occurrences> known_;  // by quote
};

/// Where the place is; nothing where the text no longer says so. Of another document's anchor, too,
/// if it says the same. O(bytes).
std::optional<Span> find_anchor(const Document& document, const Anchor& anchor);

}  // namespace crossroads
