// SPDX-License-Identifier: Apache-2.0
#include "link/find_names.hpp"

#include "link/lexicon_data.hpp"
#include "link/names/finder.hpp"
#include "link/symbol_places.hpp"

namespace crossroads {

Matches find_names(const Lexicon::Data& lexicon, const Document& document, Overlap overlap) {
  SymbolPlaces symbols(lexicon.symbols, document);
  PlaceSource* source = lexicon.symbols.empty() ? nullptr : &symbols;
  return NameFinder(lexicon.names.data(), document, overlap, 0, source).run();
}

}  // namespace crossroads
