// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"

namespace crossroads {

/// What a passage is in its text.
enum class Role : std::uint8_t {
  body,
  heading,
  byline,
  list_item,
  quote,
  table,  ///< a row of one
  code,
  caption,
  note,       ///< a footnote or an endnote
  reference,  ///< an item of a list of references
  contents,   ///< a line of a table of contents
  address,    ///< a URL or an e-mail address that stands alone
  running_head,
  page_number,
  separator,  ///< a rule of dashes or underscores
  metadata,   ///< front matter
};

std::string_view to_string(Role role);
/// The role that to_string() writes so; nothing for anything else.
std::optional<Role> role_from(std::string_view name);

/// Whether a passage of that role holds words of the text: what is linked, and counted as a window.
/// What stands on the page for its reader's way about (running heads, page numbers, tables of
/// contents, rules), addresses and front matter do not.
bool holds_words(Role role);

/// The part of a text that a mention stands in: "body", "heading", "byline", "note" or "url".
std::string_view zone_of(Role role);

/// A paragraph, list item, note or the like: one or more stretches of the source in reading order
/// (a paragraph may go on behind a note), none empty, none with white space at its ends.
struct Passage {
  std::vector<Span> ranges;
  Role role = Role::body;
  std::uint8_t level = 0;  ///< of a heading 1 to 9, 1 outermost; of a list item its depth, from 1;
                           ///< 0: not known, or nothing that has one
  std::optional<std::uint32_t> section = {};  ///< the innermost that holds it, in `sections`
  std::optional<std::uint32_t> lead_in =
      {};  ///< of a list item: the passage that introduces the list

  /// From its first byte to its last, with what interrupts it.
  [[nodiscard]] Span span() const { return {ranges.front().begin, ranges.back().end}; }
};

/// Who a byline names.
struct Author {
  std::string name;  ///< as it is shown, on one line
  Span span;         ///< in the source; empty where the name comes from elsewhere
};

/// What a heading opens: a section, or an article where a byline follows the heading. A heading
/// that divides an article further (without a byline of its own) is a section within it.
struct Section {
  enum class Kind : std::uint8_t { section, article };
  Kind kind = Kind::section;
  std::uint8_t level = 1;   ///< 1 is outermost; that of its heading, or as deep as it is nested
  std::string title;        ///< on one line, as it is shown
  std::uint32_t first = 0;  ///< passages [first, end): from its heading to the next that is no
  std::uint32_t end = 0;    ///< deeper. Notes and running heads among them may belong elsewhere.
  std::optional<std::uint32_t> parent;  ///< a place in `sections`, before this one
  std::vector<Author> authors;
};

/// A footnote or an endnote, and the place that calls it. One of the two may be missing.
struct Footnote {
  std::string mark;                      ///< "31", "*"
  std::optional<std::uint32_t> passage;  ///< its text
  std::optional<Span> call;              ///< the mark in the running text
  std::optional<std::uint32_t> caller;   ///< the passage that holds the call
  std::optional<std::uint32_t> section;  ///< the innermost section that cites it
  bool cut = false;                      ///< its text ends before it is complete
};

/// A page of the source, where it shows.
struct Page {
  std::uint32_t begin = 0;  ///< its first byte; it ends where the next begins
  std::string label;        ///< what is printed on it, or how many it is, from 1
};

/// A word that a line's end breaks behind a hyphen.
struct BrokenWord {
  enum class Reading : std::uint8_t {
    joined,      ///< "peace-\nkeeping" is "peacekeeping"
    hyphenated,  ///< "gender-\nbased" is "gender-based"
    either,      ///< nothing tells
  };
  /// What tells, from the weakest to the strongest.
  enum class Evidence : std::uint8_t {
    none,
    words,     ///< what is an English word, by a list that is part of the library
    letters,   ///< capitals and digits beside the hyphen
    document,  ///< how the document writes it elsewhere; or the hyphen is soft, or in an address
  };
  Span gap;  ///< the hyphen and all that stands between it and the word's next letter or digit
  Reading reading = Reading::either;
  Evidence evidence = Evidence::none;
};

std::string_view to_string(BrokenWord::Reading reading);

struct Sentence {
  Span span;                  ///< first to last byte, with what interrupts it
  std::uint32_t passage = 0;  ///< it lies in this one
};

/// What is known of a text besides its words, from the file or from what lies beside it.
struct Metadata {
  std::vector<std::string> authors;
  std::string date;      ///< YYYY[-MM[-DD]]
  std::string language;  ///< a BCP 47 tag
  std::string source;    ///< a URL or a reference
};

/// The file that a text was converted from.
struct Original {
  std::string sha256;
  std::uint64_t bytes = 0;
  std::string media_type;
  std::string converter;  ///< program and version
};

/// A text as it was read. Its passages are disjoint, stand in the order of their first bytes, and
/// together cover every byte that is not white space (a byte-order mark counts as such).
struct Document {
  std::string id;     ///< its path below the corpus argument; never empty
  std::string title;  ///< what the metadata or its first heading say, or the id
  std::string bytes;  ///< the source: well-formed UTF-8, under 4 GiB
  std::string sha256;
  Metadata metadata;
  std::optional<Original> original;  ///< of a converted text
  std::vector<Passage> passages;
  std::vector<Section> sections;         ///< in the order of their headings
  std::vector<Footnote> notes;           ///< in the order of their calls, or of their texts
  std::vector<Page> pages;               ///< empty where none show
  std::vector<BrokenWord> broken_words;  ///< in text order
  std::vector<Sentence> sentences;       ///< by passage, then in reading order
  std::vector<std::string> findings;     ///< what is missing or doubtful, a line each
};

/// The node ids of a text and of a passage of it: "text:report.txt", "text:report.txt#p12".
/// `number` counts the passages from 0; the id counts from 1.
std::string text_id(std::string_view document);
std::string passage_id(std::string_view document, std::size_t number);
/// Those of its sections and articles, "text:report.txt#s1", "text:report.txt#a1", in the order of
/// Document::sections: each kind counts from 1.
std::vector<std::string> section_ids(const Document& document);

/// The sentence of a passage that holds the byte `at`, or the last that begins before it; its place
/// among `sentences`, or nothing where none were found. O(log sentences).
std::optional<std::size_t> sentence_at(const Document& document, std::uint32_t passage,
                                       std::uint32_t at);

/// The passage's words as the graph keeps them: the source from its first byte to its last, where
/// nothing but white space lies between its ranges; else its ranges, joined by line feeds.
std::string text_of(const Document& document, const Passage& passage);

}  // namespace crossroads
