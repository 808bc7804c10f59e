// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/pandoc.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/text/document.hpp"
#include "crossroads/text/read.hpp"

namespace crossroads {

/// The passages of a plain text, in the order of their first bytes.
std::vector<Passage> plain_text_passages(std::string_view text);

/// The passages of a Markdown text (CommonMark's blocks, footnotes, tables and front matter), in
/// the order of their first bytes. Markup is kept: the source is what was written.
std::vector<Passage> markdown_passages(std::string_view text);

/// A page, a Word file, an OpenDocument text or an EPUB, by pandoc. The document's bytes are the
/// converted text; `original` says of what. Throws Error (input) where pandoc is missing, can't
/// read it, or needs more.
Document read_pandoc(System& system, std::string id, std::string_view bytes, TextFormat format,
                     const ReadOptions& options, const RunLimits& limits = pandoc_limits);

/// A text in TEI XML (P5, and as GROBID writes it). The document's bytes are the converted text.
/// Throws Error (input), with the place, where it is not well-formed XML or no TEI. O(bytes).
Document read_tei(std::string id, std::string_view xml, const ReadOptions& options);

/// A PDF, whose words, boxes and fonts poppler's programs tell: columns in order, headings, notes,
/// tables and running heads known, pages kept. Throws Error (input) where it is no PDF, is locked
/// or damaged beyond reading, holds no text, or takes more time or memory than is allowed, and
/// where poppler is missing.
Document read_pdf(System& system, std::string id, std::string_view bytes,
                  const ReadOptions& options);

}  // namespace crossroads
