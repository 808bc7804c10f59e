// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

enum class WorkKind : std::uint8_t {
  article,  ///< in a journal
  chapter,
  book,
  report,
  thesis,
  news,
  web_page,
  resolution,
  document,  ///< with a document symbol, such as the United Nations'
};

std::string_view to_string(WorkKind kind);
std::optional<WorkKind> work_kind_from(std::string_view name);

/// What a citation says in one of its fields: on one line, words that a line's end broke joined
/// where the document says so, and without quotation marks around it.
struct CitedField {
  std::string text;
  Span span;  ///< in the source; empty where the text is
  [[nodiscard]] bool empty() const { return text.empty(); }
};

/// An author or an editor. Of an organization, `family` is all its name and `given` is empty.
struct CitedName {
  std::string family;  ///< with its particles: "de Coning"
  std::string given;   ///< as printed: "Cedric", "J. G."
  bool is_person = true;
  Span span;  ///< in the source, both names
};

/// A work, as one citation describes it in full.
struct CitedWork {
  WorkKind kind = WorkKind::book;
  std::vector<CitedName> authors;
  std::vector<CitedName> editors;  ///< of the work, or of what it is a chapter of
  CitedField title;
  CitedField year;  ///< four digits
  bool forthcoming = false;
  CitedField date;       ///< day, month and year, where it says more than the year
  CitedField container;  ///< the journal, book, series, newspaper or site
  CitedField volume;
  CitedField issue;  ///< or the number in a series
  CitedField pages;
  CitedField publisher;
  CitedField place;
  CitedField url;
  CitedField doi;                    ///< "10.1080/01436597.2015.976016"
  std::vector<std::string> symbols;  ///< "A/55/305", "S/2000/809"
  CitedField symbol;                 ///< as it stands there
  std::uint32_t passage = 0;         ///< what holds the citation
  Span span;                         ///< the citation, first to last byte
};

/// A place that cites a work: in full, or shortly ("Ibid.", "Bøås, op. cit.", "(Bøås 2014)").
struct Citation {
  enum class How : std::uint8_t { in_full, same_as_before, short_form, author_year };
  How how = How::in_full;
  std::uint32_t work = 0;  ///< a place in Citations::works
  std::uint32_t passage =
      0;      ///< the note, the item of a list of references, or the text, that says so
  Span span;  ///< the words there
  std::optional<std::uint32_t> note = {};    ///< a place in Document::notes
  std::optional<std::uint32_t> caller = {};  ///< the passage that calls the note
};

struct Citations {
  std::vector<CitedWork> works;       ///< a work for each citation in full, in text order
  std::vector<Citation> citations;    ///< in text order
  std::vector<std::string> findings;  ///< what refers to a work that can't be told, a line each
};

/// The works that a document's notes and lists of references cite. Goes by the shape of a citation
/// alone: author (year) ‘title’, container; first name, last name, title (place: publisher, year);
/// author. year. title; ‘title’, newspaper, date; organization, title, symbol, date; and the like.
/// A note that cites nothing gives nothing. Short references are resolved to the work they mean:
/// "Ibid." to the last note's only work. Author and year in brackets in the text are looked up in
/// the lists of references. O(bytes log works).
Citations find_citations(const Document& document);

}  // namespace crossroads
