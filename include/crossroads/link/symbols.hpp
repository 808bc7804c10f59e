// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/ontology/ontology.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// A place where a text names documents by symbol or number (text/symbols.hpp tells which).
struct SymbolPlace {
  Span span;                         ///< in the source, first to last byte
  std::uint32_t passage = 0;         ///< its place in Document::passages
  std::vector<std::string> symbols;  ///< "S/RES/2098"; two of a double symbol
  std::string year;                  ///< in brackets behind it; empty if none is
};

/// All such places of a document, in text order, whether an ontology knows them or not. A bare
/// "resolution 2098" counts where the document has spoken of the Security Council. O(bytes).
std::vector<SymbolPlace> find_symbols(const Document& document);

/// The symbols that a form of an entry is, from end to end: of "Security Council resolution 2098"
/// S/RES/2098. Empty if it is none, or a number alone.
std::vector<std::string> symbols_of_form(std::string_view form);

/// The entries that bear each symbol by their label or an alias, in ascending order.
using SymbolIndex = std::map<std::string, std::vector<EntryId>, std::less<>>;
SymbolIndex index_symbols(const Ontology& ontology);

/// The entries that `symbols` name, in ascending order, each once.
std::vector<EntryId> entries_of(const SymbolIndex& index, const std::vector<std::string>& symbols);

}  // namespace crossroads
