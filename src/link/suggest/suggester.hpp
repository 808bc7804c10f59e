// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/link/suggest.hpp"
#include "link/suggest/gathered.hpp"
#include "link/suggest/known_names.hpp"

namespace crossroads {

struct Suggester::Data {
  explicit Data(const Ontology& of) : ontology(of), names(of) {}

  const Ontology& ontology;
  KnownNames names;
};

/// Forms that match so much, or are so seldom decided, that a curator may want to ban them.
void append_floods(const Ontology& ontology, const Gathered::Data& gathered,
                   std::vector<Suggestion>& suggestions);

/// What each kind of suggestion with these counts is worth: `weight` is that of its kind.
double worth_of(double weight, std::uint64_t mentions, std::uint64_t documents);

}  // namespace crossroads
