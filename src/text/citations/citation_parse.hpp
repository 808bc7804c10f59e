// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "crossroads/text/citation.hpp"
#include "crossroads/text/symbols.hpp"
#include "text/citations/note_text.hpp"

namespace crossroads {

/// What a stretch of a note turned out to be.
struct ParsedCitation {
  enum class Shape {
    full,          ///< enough to tell the work
    author_year,   ///< "Karlsrud (2015)"
    author_title,  ///< "Autesserre, Peaceland, p. 40": a short title, if such a work was cited
  };
  Shape shape = Shape::full;
  CitedWork work;
  bool quoted = false;  ///< the title stands in quotation marks
};

struct ParseContext {
  bool in_list = false;      ///< of references, not in a note
  bool has_address = false;  ///< a URL stands in it or below it
  BareResolution bare = BareResolution::unknown;
};

/// The fields of one citation; nothing where the words are none. O(bytes).
std::optional<ParsedCitation> parse_citation(const NoteText& note, Span piece,
                                             const ParseContext& context);

/// Takes a title that is a document symbol for one, and says what kind of work it is where no field
/// has told yet. `quoted`: the title stands in quotation marks.
void settle_kind(CitedWork& work, bool quoted, const ParseContext& context);

/// Document symbols and resolutions in a stretch, with the places of their words.
struct NoteSymbol {
  Span span;
  std::vector<std::string> symbols;
  std::string year;
};
std::vector<NoteSymbol> note_symbols(std::string_view text, Span within, BareResolution bare);

}  // namespace crossroads
