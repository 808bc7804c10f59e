// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "crossroads/graph/assemble.hpp"
#include "crossroads/graph/window.hpp"

namespace crossroads {

/// An entry and a passage of the graph that names it.
struct Naming {
  std::uint32_t entry = 0;
  std::uint32_t passage = 0;
  friend auto operator<=>(const Naming&, const Naming&) = default;
};

/// A passage that is a window together with what it leans on.
struct Leaning {
  std::uint32_t passage = 0;
  PassageSpan with;
};

/// Windows that name the same entries at the same places.
struct NamingWindows {
  std::uint64_t count = 1;
  std::vector<Naming> named;  ///< sorted, each once
  std::optional<Leaning> leaning = {};
};

/// All windows of some texts: how many, and those that name entries.
struct Windows {
  std::uint64_t count = 0;
  std::vector<NamingWindows> naming;
};

/// Adds the windows of a text whose passages are those of `parts` from `first_passage` on. Entries
/// are numbered as the ontology has them. REQUIRES: for sentences, that they were found.
/// O(bytes) for words, else O(passages + mentions of each and of what it leans on).
void add_windows(Windows& windows, const GraphParts& parts, const LinkedDocument& linked,
                 Window window, std::uint32_t first_passage);

}  // namespace crossroads
