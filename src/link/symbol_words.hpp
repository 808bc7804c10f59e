// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "crossroads/text/symbols.hpp"
#include "link/words.hpp"

namespace crossroads {

/// Words as match_symbols() takes them; those of addresses are left empty, so that nothing goes
/// over them. They view `text` and `words`.
std::vector<SymbolWord> symbol_words(std::string_view text, const std::vector<Word>& words);

}  // namespace crossroads
