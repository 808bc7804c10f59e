// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/citations/citation_parse.hpp"
#include "text/citations/citation_split.hpp"
#include "text/citations/citation_words.hpp"

namespace crossroads {

/// Whether a part of a citation can only stand behind the title: a date, pages, a volume, a place
/// with its publisher, a symbol, "in …", a series with a number.
bool is_behind_title(const NoteText& note, const CitationPart& part, BareResolution bare);

/// "Leiden/Boston: Martinus Nijhoff".
bool is_place_and_publisher(std::string_view text, Span span);

/// Reads what stands behind a title into the work's fields. `quoted`: the title was in quotation
/// marks, so what comes first holds it, else publishes it.
void read_tail(const NoteText& note, Span tail, bool quoted, BareResolution bare, CitedWork& work);

/// The fields of a date, where the work has none yet.
void set_date(const NoteText& note, Span span, const DateWords& date, CitedWork& work);

}  // namespace crossroads
