// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/citations/note_text.hpp"

namespace crossroads {

/// The stretches of a note that may each cite a work, without the words that lead to it ("For a
/// discussion, see …"): parted by ";", ". See also …", and "and" between two authors with years.
/// O(bytes).
std::vector<Span> split_citations(const NoteText& note);

/// A stretch between commas, stops or semicolons that stand in no bracket; a bracket that holds a
/// year or a publisher is one of its own.
struct CitationPart {
  Span span;        ///< without its brackets
  char before = 0;  ///< what parts it from the one before: ',', '.', ';', '(' or ')'; 0 at first
};
std::vector<CitationPart> citation_parts(std::string_view text, Span within);

/// The first bracket that holds a date and nothing else; its span with the brackets.
std::optional<Span> dated_bracket(std::string_view text, Span within);

/// The first quotation: from its opening mark to behind its closing one, or to the end of `within`
/// where none closes it.
struct Quotation {
  Span whole;
  Span inside;
};
std::optional<Quotation> first_quotation(std::string_view text, Span within);

}  // namespace crossroads
