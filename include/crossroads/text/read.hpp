// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "crossroads/text/document.hpp"

namespace crossroads {

enum class TextFormat {
  plain,
  markdown,
  html,
  tei,         ///< TEI XML, as libraries keep it and as GROBID makes it of articles
  json_lines,  ///< a text a line: {"id", "title", "date", "authors", "text"}
  pdf,
  docx,
  odt,
  epub,
};

/// By a name's ending, in any case: .md, .markdown; .html, .htm, .xhtml; .tei, .tei.xml; .jsonl,
/// .ndjson; .pdf; .docx; .odt; .epub; all others are plain text.
TextFormat format_of(std::string_view name);

struct Structure;

struct ReadOptions {
  bool sentences = true;  ///< whether Document::sentences is wanted: finding them takes time
  const Structure* structure = nullptr;  ///< what a person said of it, or null; see structure.hpp
  /// The encoding of plain text, Markdown and JSON Lines that are not UTF-8 and do not say what
  /// they are by a byte-order mark: "windows-1252". Empty: such bytes are refused.
  std::string encoding = {};
};

/// Reads a text. Paragraphs are parted by blank lines; in plain text a line of spaces or
/// underscores opens the notes at the foot of a page, and a paragraph that a page's notes, its
/// number or its end interrupt goes on behind them. Throws Error (input), with the place, where the
/// bytes are not UTF-8 or are too many. O(bytes). The document takes over `bytes`.
/// REQUIRES: the format is plain or markdown; read_documents() reads the others.
Document read_text(std::string id, std::string bytes, TextFormat format,
                   const ReadOptions& options = {});

}  // namespace crossroads
