// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads::test::naive {

/// A character of a passage. What is not seen is left out.
struct Character {
  char32_t value = 0;  ///< not in full width
  Span span;
  bool in_address = false;
  bool calls_note = false;
};
using Characters = std::vector<Character>;

/// The passage's characters, with a line feed between ranges.
Characters characters_of(const Document& document, const Passage& passage);
/// Those of a name.
Characters characters_of(std::string_view name);

/// A letter, digit or mark that is part of the text.
bool is_word(const Character& character);

/// Ends of lines in a stretch: LF, CRLF or a lone CR each end one.
unsigned line_ends(const Characters& all, std::size_t begin, std::size_t end);

/// The first that is not white space from there on.
std::size_t white_end(const Characters& all, std::size_t at);

/// Marks what is part of a URL, an e-mail address, a host name or a path. `run` has no white space
/// in it.
void mark_addresses(Characters& run);

}  // namespace crossroads::test::naive
