// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/link/symbols.hpp"
#include "crossroads/ontology/ontology.hpp"
#include "link/names/names.hpp"
#include "link/sense/senses.hpp"

namespace crossroads {

/// The senses of all entries that share a name or a symbol with others. `names` are the ontology's.
Senses compile_senses(const Ontology& ontology, const Names& names, const SymbolIndex& symbols);

}  // namespace crossroads
