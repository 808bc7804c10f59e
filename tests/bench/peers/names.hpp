// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/ontology/ontology.hpp"

namespace crossroads::bench {

/// A name to look for; `exact`: its letters' case counts.
struct ListedName {
  std::string text;
  std::string entry;  ///< names of one entry share it; empty: it has one of its own
  bool exact = false;
};

/// A list that make_inputs made: FORM, tab, "exact" or "ignore", and maybe tab and entry, a line
/// each. Throws Error where it is none.
std::vector<ListedName> read_names(const std::string& path);

/// Entries of the kind "term" that have nothing but these names, each with its case rule.
Ontology ontology_of(const std::vector<ListedName>& names);

/// Places in order, none over another.
using Places = std::vector<Span>;

}  // namespace crossroads::bench
