// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/text/citation.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// A URL or a DOI that was taken out of a note's text.
struct NoteAddress {
  CitedField url;  ///< empty of a lone DOI
  CitedField doi;
  std::uint32_t at = 0;  ///< where in the text it stood
  bool alone = false;    ///< on a line that holds nothing else
};

/// The words of a note on one line, each byte with its place in the source: white space is one
/// space, words that a line's end broke are put together, addresses and marks of emphasis are gone.
struct NoteText {
  std::string text;
  std::vector<std::uint32_t> offsets;  ///< of each byte of `text`
  std::vector<NoteAddress> addresses;  ///< in order

  /// A stretch of `text` without white space and stray punctuation at its ends.
  [[nodiscard]] CitedField field(Span span) const;
  [[nodiscard]] Span source(Span span) const;
  [[nodiscard]] std::string_view slice(Span span) const {
    return std::string_view(text).substr(span.begin, span.size());
  }
};

/// Of a passage, without the note's mark at its beginning. O(bytes log broken words).
NoteText note_text(const Document& document, const Passage& passage);

}  // namespace crossroads
