// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "core/program_version.hpp"
#include "crossroads/core/checksum.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/core/utf8.hpp"
#include "text/pdf/document.hpp"
#include "text/pdf/source.hpp"
#include "text/readers.hpp"

namespace crossroads {
namespace {

constexpr std::string_view package = "poppler-utils";
constexpr std::size_t header_within = 1024;  // bytes, as readers of PDF allow
constexpr std::size_t longest_reason = 160;  // characters

/// A report of 1,000 pages takes poppler about 12 s; the boxes of its words are 15 times as large
/// as its text.
RunLimits limits() {
  RunLimits limits;
  limits.wall = std::chrono::minutes(5);
  limits.cpu = std::chrono::minutes(4);
  limits.memory = std::size_t{2} << 30;
  limits.output = std::size_t{1} << 30;
  return limits;
}

Command command(std::vector<std::string> words) {
  return {std::move(words), std::string(package)};
}

/// The first line of what a program said that names the problem.
std::string reason(std::string_view diagnostics) {
  std::string_view line = diagnostics.substr(0, diagnostics.find('\n'));
  for (const std::string_view start :
       {"Syntax ", "Command Line ", "Internal ", "Error", "Warning"}) {
    if (line.starts_with(start)) line.remove_prefix(start.size());
  }
  // "Syntax Error (111): Illegal character"
  if (const std::size_t colon = line.substr(0, 14).find(": "); colon != line.npos) {
    line.remove_prefix(colon + 2);
  }
  line = line.substr(0, find_invalid_utf8(line).value_or(line.size()));
  return printable_line(line, longest_reason);
}

[[noreturn]] void refuse(const std::string& id, const std::string& what, const std::string& help) {
  throw Error(ErrorKind::input, fmt::format("{}: {}", id, what), help);
}

void check_limit(const std::string& id, const RunResult& result) {
  if (!result.limit) return;
  const std::string help = "split it ('pdfseparate', 'qpdf --pages') and read the parts";
  switch (*result.limit) {
    case RunResult::Limit::wall:
    case RunResult::Limit::cpu:
      refuse(id, "reading the PDF takes too long", help);
    case RunResult::Limit::memory:
      refuse(id, "reading the PDF takes too much memory", help);
    case RunResult::Limit::output:
      refuse(id, "the PDF holds too much text", help);
  }
}

/// The words with their boxes.
std::string run_pdftotext(System& system, const std::string& id, std::string_view bytes,
                          std::string& diagnostics) {
  RunResult result = for_file(id, [&] {
    return system.run_program(command({"pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-"}),
                              bytes, limits());
  });
  check_limit(id, result);
  diagnostics = std::move(result.diagnostics);
  if (result.succeeded()) return std::move(result.output);
  if (diagnostics.find("Incorrect password") != std::string::npos) {
    refuse(id, "the PDF is encrypted with a password",
           "save a copy without it: 'qpdf --decrypt --password=… IN OUT'");
  }
  if (diagnostics.find("page count 0") != std::string::npos ||
      diagnostics.find("Wrong page range") != std::string::npos) {
    refuse(id, "the PDF has no pages", "check the file");
  }
  const std::string why = reason(diagnostics);
  refuse(id, fmt::format("the PDF is damaged{}{}", why.empty() ? "" : ": ", why),
         "get it anew, or repair it: 'qpdf IN OUT', 'mutool clean IN OUT'");
}

/// The fonts and bookmarks; empty where the file does not allow it or the program fails: the text
/// can be read without them.
std::string run_pdftohtml(System& system, const std::string& id, std::string_view bytes,
                          Document& notes) {
  RunResult result = for_file(id, [&] {
    return system.run_program(command({"pdftohtml", "-xml", "-stdout", "-i", "-q", "-fontfullname",
                                       "-noroundcoord", "-zoom", "3", "-", "unused"}),
                              bytes, limits());
  });
  if (result.succeeded() && !result.output.empty()) return std::move(result.output);
  notes.findings.emplace_back(
      "its fonts could not be read: headings are told by the height of their letters");
  return {};
}

}  // namespace

Document read_pdf(System& system, std::string id, std::string_view bytes,
                  const ReadOptions& options) {
  if (bytes.substr(0, header_within).find("%PDF-") == bytes.npos) {
    refuse(id, bytes.empty() ? "is empty" : "is not a PDF: it does not begin with %PDF-",
           "check the file's ending");
  }
  std::string diagnostics;
  Document read;
  std::string layout = run_pdftotext(system, id, bytes, diagnostics);
  const std::string fonts = run_pdftohtml(system, id, bytes, read);
  PdfSource source = read_pdf_source(layout, fonts);
  layout = {};
  if (source.pages.empty()) refuse(id, "the PDF has no pages", "check the file");
  if (source.cut) {
    refuse(id,
           fmt::format("the PDF holds more than {} pages or {} words", PdfLimits{}.pages,
                       PdfLimits{}.words),
           "split it ('pdfseparate', 'qpdf --pages') and read the parts");
  }
  if (source.text.empty()) {
    refuse(id, fmt::format("the PDF holds no text: its {} pages are images", source.pages.size()),
           "add a layer of text with 'ocrmypdf IN OUT' (package ocrmypdf)");
  }
  if (diagnostics.find("Syntax Error") != std::string::npos) {
    read.findings.push_back(
        fmt::format("the PDF is damaged and was read as far as it goes: {}", reason(diagnostics)));
  }
  std::string converter = for_file(id, [&] {
    return version_of(system, command({"pdftotext", "-v"}));
  });
  Document document = pdf_document(std::move(id), std::move(source), options);
  document.findings.insert(document.findings.begin(), read.findings.begin(), read.findings.end());
  document.original =
      Original{sha256(bytes), bytes.size(), "application/pdf", std::move(converter)};
  return document;
}

}  // namespace crossroads
