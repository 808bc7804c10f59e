// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/ontology/date.hpp"

namespace crossroads {

/// Who says so: three things that are never mixed into one number, and what the texts' own
/// structure gives.
enum class Origin : std::uint8_t {
  curated,       ///< a curator, with sources
  stated,        ///< a passage, in its words
  co_mentioned,  ///< one window names both
  structure,     ///< contains, mentions, authored by byline, cites by note
};

enum class Polarity : std::uint8_t { positive, negative };

enum class Modality : std::uint8_t {
  asserted,
  possible,
  reported,
  mandated,
  recommended,
  predicted
};

std::string_view to_string(Origin origin);
std::string_view to_string(Polarity polarity);
std::string_view to_string(Modality modality);
std::optional<Origin> origin_from(std::string_view name);
std::optional<Polarity> polarity_from(std::string_view name);
std::optional<Modality> modality_from(std::string_view name);

/// The words with which a passage states a relation. Spans are bytes of the source.
struct StatedWords {
  Span span;         ///< from the first to the last word that counts, of those in the passage
  Span source_span;  ///< the mention that the relation starts at
  Span target_span;
  std::string cue;   ///< the words between them; empty where the graph holds references only
  std::string rule;  ///< what fired
  std::vector<std::string> voice;  ///< whose words they are; empty where unknown
  friend bool operator==(const StatedWords&, const StatedWords&) = default;
};

/// A stretch of a passage; both as the graph has them.
struct PassageSpan {
  std::uint32_t passage = 0;
  Span span;
  friend bool operator==(const PassageSpan&, const PassageSpan&) = default;
};

/// A passage that shows an edge. A note may do so only together with the sentence that calls it, a
/// list item only together with its lead-in: then `with` says what that is, and each name stands in
/// one of the two.
struct Evidence {
  std::uint32_t passage = 0;             ///< its place among the graph's passages
  std::optional<StatedWords> words;      ///< of a stated edge
  std::optional<PassageSpan> with = {};  ///< what else counts
  std::optional<Span> span = {};         ///< of an edge of structure: the words that show it
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// What only curated edges have.
struct CuratedDetail {
  std::vector<std::string> sources;
  std::string locator;
  std::string reason;
  friend bool operator==(const CuratedDetail&, const CuratedDetail&) = default;
};

/// An edge with all that is known of it, as it goes into a graph and comes out of it.
struct Edge {
  std::uint32_t source = 0;  ///< vertices
  std::uint32_t target = 0;
  std::string relation;
  Origin origin = Origin::curated;
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::asserted;
  bool symmetric = false;
  std::string key;  ///< unique for its pair; the graph makes it
  Period period;
  CuratedDetail curated;
  std::uint32_t weight = 0;  ///< windows that name both, or passages that state it; 0 if curated
  double npmi = 0;           ///< of a co-mentioned edge: normalized pointwise mutual information
  std::uint32_t evidence_total = 0;
  std::vector<Evidence>
      evidence;  ///< the best ones, best first; the rest follows from the mentions
  friend bool operator==(const Edge&, const Edge&) = default;
};

/// Normalized pointwise mutual information of two entries (Bouma, "Normalized (Pointwise) Mutual
/// Information in Collocation Extraction", GSCL 2009): ln(p(x,y) / (p(x) p(y))) / -ln p(x,y), with
/// p the share of `windows` that name x (`x` of them), y, or both. In [-1, 1]; 1 where each is
/// named with the other only. REQUIRES: 0 < both <= min(x, y), max(x, y) <= windows.
double npmi(std::uint64_t both, std::uint64_t x, std::uint64_t y, std::uint64_t windows);

}  // namespace crossroads
