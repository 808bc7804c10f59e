// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "crossroads/link/decision.hpp"
#include "link/sense/clues.hpp"
#include "link/sense/senses.hpp"

namespace crossroads {

/// Whether a Candidate's reasons are noted, or its score alone.
enum class Noting { scores, reasons };

/// What speaks for each candidate at a place.
struct Weighed {
  std::vector<Candidate> candidates;  ///< in the order they were given
  /// By candidate, by other candidate: all that speaks for the one and not, or less, for the other.
  std::vector<std::vector<std::int32_t>> ahead;

  /// The place of the candidate that has the lead that a choice by context needs; else nothing.
  [[nodiscard]] std::optional<std::size_t> chosen() const;
  /// By how much it leads the next.
  [[nodiscard]] std::int32_t lead(std::size_t candidate) const;
};

/// Weighs what stands around a place. What no candidate, or every one alike, has says nothing.
/// `entries`: at least two.
Weighed weigh(const Senses& senses, std::span<const EntryId> entries,
              std::span<const NearClue> clues, Noting noting);

/// Counts a reason that is no evidence of words, for one of the candidates.
void add_reason(Weighed& weighed, std::size_t candidate, const Reason& reason, Noting noting);

}  // namespace crossroads
