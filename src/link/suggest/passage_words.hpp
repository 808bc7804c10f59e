// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// What parts a word from the one before, as far as a name may go over it.
enum class WordGap : std::uint8_t {
  space,       ///< white space with at most one line break
  hyphen,      ///< a hyphen or a short dash, at a line's end too
  apostrophe,  ///< "Lord's", "N'Djamena"
  ampersand,   ///< "Kings & Sons"
  stop,        ///< a full stop and white space: behind an initial
  quote,       ///< an opening quotation mark, a colon, a cell's border: a sentence may begin
  other,
};

/// How a word is written.
enum class WordShape : std::uint8_t {
  small,    ///< begins with a small letter
  capital,  ///< begins with a capital and holds no other, or one behind a small letter
  acronym,  ///< two capitals, or a capital and a digit, and begins with a capital or a digit
  number,
};

struct PassageWord {
  Span span;  ///< of the source
  WordGap gap = WordGap::other;
  WordShape shape = WordShape::small;
  bool begins_sentence = false;
  bool broken = false;  ///< a line's end parts it: its bytes are not how it reads
};

/// The words of a passage in reading order: runs of letters and digits. What stands in a URL or an
/// e-mail address is not among them, and parts the words around it. What a line's end broke is one
/// word where the document says so. O(bytes).
std::vector<PassageWord> passage_words(const Document& document, std::uint32_t passage);

/// The words of a form, likewise. REQUIRES: well-formed UTF-8.
std::vector<PassageWord> words_of_form(std::string_view form);

inline std::string_view text_of(std::string_view bytes, const PassageWord& word) {
  return bytes.substr(word.span.begin, word.span.size());
}

}  // namespace crossroads
