// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crossroads/link/symbols.hpp"
#include "crossroads/text/symbols.hpp"
#include "link/names/finder.hpp"

namespace crossroads {

/// Hashes of the words that stand right before the number of a resolution: "resolution", "UNSCR",
/// "No".
std::vector<std::uint64_t> words_before_numbers();

/// Finds the documents of an ontology by symbols and numbers, as match_symbols() knows them,
/// without a look at words that are far from any.
class SymbolPlaces : public PlaceSource {
 public:
  SymbolPlaces(const SymbolIndex& index, const Document& document);

  [[nodiscard]] std::uint64_t awaited_bits() const override;
  [[nodiscard]] bool is_awaited(std::uint64_t hash) const override;
  std::vector<Place> find(const TextWords& words,
                          const std::vector<std::uint32_t>& awaited) override;

 private:
  struct Window {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
  };

  void look_around(const TextWords& words, std::uint32_t at, std::vector<Place>& places);
  std::vector<SymbolMatch> match(const TextWords& words, Window window);

  const SymbolIndex& index_;
  const Document& document_;
  std::optional<BareResolution> bare_;  // once it was looked for
  std::uint32_t done_ = 0;              // up to where words were looked at
  std::vector<std::string> gaps_;
};

}  // namespace crossroads
