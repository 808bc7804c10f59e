// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <utility>

#include "crossroads/core/checksum.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/core/utf8.hpp"
#include "text/pandoc/ast.hpp"
#include "text/pandoc/html_source.hpp"
#include "text/pandoc/office_file.hpp"
#include "text/program_version.hpp"
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

Command pandoc(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "pandoc");
  return {std::move(arguments), "pandoc"};
}

/// The first line that is not a warning.
std::string reason_in(std::string_view diagnostics) {
  while (!diagnostics.empty()) {
    const std::size_t end = std::min(diagnostics.find('\n'), diagnostics.size());
    const std::string_view line = diagnostics.substr(0, end);
    if (!line.empty() && !line.starts_with("[WARNING]") && !line.starts_with("[INFO]")) {
      const std::string_view valid = line.substr(0, find_invalid_utf8(line).value_or(line.size()));
      constexpr std::size_t longest = 200;
      return printable_line(valid, longest);
    }
    diagnostics.remove_prefix(std::min(end + 1, diagnostics.size()));
  }
  return "it says no more";
}

[[noreturn]] void fail(const std::string& id, const PandocFormat& format, const RunResult& result,
                       const RunLimits& limits) {
  using Limit = RunResult::Limit;
  const auto refuse = [&](const std::string& why) {
    throw Error(ErrorKind::input, fmt::format("{}: {}", id, why), "split it, or save it as text");
  };
  if (result.limit == Limit::memory ||
      reason_in(result.diagnostics).find("out of memory") != std::string::npos) {
    refuse(fmt::format("pandoc needs more than {} MiB of memory for it", limits.memory >> 20U));
  }
  if (result.limit == Limit::cpu) {
    refuse(fmt::format("pandoc needs more than {} s for it", limits.cpu.count()));
  }
  if (result.limit == Limit::wall) refuse("pandoc did not end in time");
  if (result.limit == Limit::output) {
    refuse(fmt::format("its text is larger than {} MiB as pandoc writes it", limits.output >> 20U));
  }
  throw Error(ErrorKind::input,
              fmt::format("{}: pandoc can't read it as {}: {}", id, format.name,
                          result.signal != 0 ? fmt::format("ended by signal {}", result.signal)
                                             : reason_in(result.diagnostics)));
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
  const RunResult result = for_text(id, [&] {
    return system.run_program(pandoc({"--sandbox", "--from", known.reader, "--to", "json"}), input,
                              limits);
  });
  if (!result.succeeded()) fail(id, known, result, limits);
  page = {};
  Document document = read_pandoc_ast(std::move(id), result.output, ast, options);
  if (format == TextFormat::docx || format == TextFormat::odt) add_properties(bytes, document);
  std::string converter =
      for_text(document.id, [&] { return version_of(system, pandoc({"--version"})); });
  document.original = {sha256(bytes), bytes.size(), known.media_type, std::move(converter)};
  return document;
}

}  // namespace crossroads
