// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include "core/pandoc.hpp"
#include "core/program_version.hpp"
#include "crossroads/core/checksum.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/core/system.hpp"
#include "text/pandoc/ast.hpp"
#include "text/pandoc/html_source.hpp"
#include "text/pandoc/office_file.hpp"
#include "text/readers.hpp"

namespace crossroads {
namespace {

struct PandocFormat {
  TextFormat format;
  const char* name;    // as users know it
  const char* reader;  // as pandoc does, with what of its extensions we want
  const char* media_type;
};

// Headings need no identifiers. "styles" tells captions and the like apart in Word files. Without
// "epub_html_exts" notes stay links: with it pandoc 2.17 loses those of EPUBs that it made itself.
constexpr std::array<PandocFormat, 4> formats{{
    {TextFormat::html, "an HTML page", "html-auto_identifiers-line_blocks-tex_math_dollars",
     "text/html"},
    {TextFormat::docx, "a Word file (DOCX)", "docx+styles-auto_identifiers",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {TextFormat::odt, "an OpenDocument text (ODT)", "odt-auto_identifiers",
     "application/vnd.oasis.opendocument.text"},
    {TextFormat::epub, "an EPUB", "epub-epub_html_exts-auto_identifiers", "application/epub+zip"},
}};

const PandocFormat& format_named(TextFormat format, const std::string& id) {
  for (const PandocFormat& known : formats) {
    if (known.format == format) return known;
  }
  throw Error(ErrorKind::internal, id + ": is not of a format that pandoc reads for us");
}

/// What the file says of itself goes where the text says nothing.
void add_properties(std::string_view bytes, Document& document) {
  const OfficeProperties properties = office_properties(bytes);
  const std::string title = printable_line(properties.title);
  if (document.title == document.id && !title.empty()) document.title = title;
  if (document.metadata.authors.empty()) {
    for (const std::string& names : properties.authors) {
      add_names(printable_line(names), document.metadata.authors);
    }
  }
  if (document.metadata.language.empty()) {
    document.metadata.language = printable_line(properties.language);
  }
}

AstOptions::Take taken(HtmlSource::Main main) {
  switch (main) {
    case HtmlSource::Main::main_element:
      return AstOptions::Take::main_element;
    case HtmlSource::Main::one_article:
      return AstOptions::Take::one_article;
    case HtmlSource::Main::none:
      break;
  }
  return AstOptions::Take::all;
}

}  // namespace

Document read_pandoc(System& system, std::string id, std::string_view bytes, TextFormat format,
                     const ReadOptions& options, const RunLimits& limits) {
  const PandocFormat& known = format_named(format, id);
  AstOptions ast;
  if (format == TextFormat::docx) ast.title = AstOptions::Title::in_meta;
  // Pandoc 2.17 puts each creator before those that it has read.
  if (format == TextFormat::epub) ast.authors = AstOptions::Authors::backwards;
  HtmlSource page;
  std::string_view input = bytes;
  if (format == TextFormat::html) {
    const std::string html = html_in_utf8(bytes);
    if (html.find('\0') != std::string::npos) {
      throw Error(ErrorKind::input, id + ": is no HTML page: it holds zero bytes");
    }
    page = html_for_pandoc(html, id);
    input = page.html;
    ast.take = taken(page.main);
  }
  std::string odt;
  if (format == TextFormat::odt) {
    odt = odt_for_pandoc(bytes);
    input = odt;
  }
  const std::string json =
      run_pandoc(system, {id, known.name, known.reader, "json", "split it, or save it as text"},
                 input, limits);
  page = {};
  Document document = read_pandoc_ast(std::move(id), json, ast, options);
  if (format == TextFormat::docx || format == TextFormat::odt) add_properties(bytes, document);
  std::string converter = for_file(document.id, [&] {
    return version_of(system, {{"pandoc", "--version"}, "pandoc"});
  });
  document.original = {sha256(bytes), bytes.size(), known.media_type, std::move(converter)};
  return document;
}

}  // namespace crossroads
