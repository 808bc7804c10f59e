// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/text/document.hpp"

namespace crossroads {

/// What a person says of a text's structure, in a small file beside it (NAME.structure.json). It is
/// obeyed: what it names is as it says, and the rest is worked out around it.
struct Structure {
  struct Part {
    std::vector<Span> ranges;
    Role role = Role::body;
    std::uint8_t level = 0;
  };
  /// A section, named by the first byte of its heading.
  struct Heading {
    std::uint32_t start = 0;
    std::optional<Section::Kind> kind;
    std::optional<std::string> title;
    std::optional<std::vector<std::string>> authors;
    std::uint8_t level = 0;  ///< how deep it is nested, from 1; 0: as its heading says
  };
  struct Note {
    std::string mark;
    std::optional<Span> call;
    std::optional<std::uint32_t> text;  ///< a byte of its passage
  };

  std::string sha256;  ///< of the text that it was made for; empty: of any
  std::string title;
  Metadata metadata;
  std::vector<Part> passages;              ///< in the order of their first bytes; disjoint
  std::vector<Heading> sections;           ///< by start
  std::optional<std::vector<Note>> notes;  ///< all of them
};

/// Reads such a file, called `name` in errors:
///
///   {"sha256": "…", "title": "…", "authors": ["…"], "date": "2015", "language": "en", "source":
///   "…",
///    "passages": [{"start": 1, "end": 38, "role": "heading", "level": 1},
///                 {"ranges": [[40, 90], [120, 200]], "role": "body"}],
///    "sections": [{"start": 1, "kind": "article", "title": "…", "authors": ["…"], "level": 2}],
///    "notes": [{"mark": "1", "call": [80, 81], "text": 95}]}
///
/// Every member may be left out; one that is not known is an error. Throws Error (input).
Structure read_structure(std::string_view json, const std::string& name);

/// Appends the document's structure in that form, so that it can be corrected. Reading the text
/// with it gives the same document.
void append_structure_json(std::string& out, const Document& document);

/// Appends all that was understood of a text, as one JSON object.
void append_document_json(std::string& out, const Document& document);

}  // namespace crossroads
