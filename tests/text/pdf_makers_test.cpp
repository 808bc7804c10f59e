// SPDX-License-Identifier: Apache-2.0
//
// PDFs as programs make them: tests/cases/pdf/<maker>/ holds report.pdf, README.md that says what
// made it, and expected_outline.txt. CROSSROADS_UPDATE_GOLDEN=1 writes what comes out as what is
// expected; review the difference. All are made of one text of our own, so their headings, notes
// and paragraphs are compared with each other too. Without poppler they are skipped.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "crossroads/core/checksum.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"
#include "support/check_document.hpp"
#include "support/dump_document.hpp"
#include "support/paths.hpp"
#include "support/programs.hpp"
#include "text/readers.hpp"

using namespace crossroads;
namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& path) {
  return real_system()->read_file(path.string(), std::size_t{1} << 30U);
}

/// Letters alone: what is left of a paragraph however its lines are broken.
std::string letters(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) out += c;
  }
  return out;
}

/// The passages of a role, in order, by their letters; of headings with their levels.
std::string shared(const Document& document, Role role) {
  std::string out;
  for (const Passage& passage : document.passages) {
    if (passage.role != role) continue;
    std::string words;
    for (const Span range : passage.ranges) {
      words += document.bytes.substr(range.begin, range.size());
    }
    if (role == Role::heading && letters(words) == "Notes") continue;
    out += std::to_string(role == Role::heading ? passage.level : 0) + letters(words) + '\n';
  }
  return out;
}

Document read_case(const std::string& maker) {
  const fs::path path = test::source_folder() / "tests/cases/pdf" / maker / "report.pdf";
  return read_pdf(*real_system(), "report.pdf", read_file(path), {});
}

void run(const fs::path& folder) {
  std::set<std::string> files;
  for (const auto& file : fs::directory_iterator(folder)) files.insert(file.path().filename());
  CHECK_MESSAGE(files.erase("README.md") == 1, "no README.md says what made the file");
  files.erase("expected_outline.txt");
  REQUIRE(files == std::set<std::string>{"report.pdf"});
  const std::string bytes = read_file(folder / "report.pdf");
  const Document document = read_pdf(*real_system(), "report.pdf", bytes, {});
  CHECK(test::violations(document) == "");
  REQUIRE(document.original);
  CHECK(document.original->sha256 == sha256(bytes));
  CHECK(document.original->bytes == bytes.size());
  CHECK(document.original->media_type == "application/pdf");
  CHECK(document.original->converter.starts_with("pdftotext "));
  CHECK(document.findings.empty());
  for (const Footnote& note : document.notes) {
    if (note.passage) CHECK(document.passages.at(*note.passage).role == Role::note);
    if (!note.call) continue;
    REQUIRE(note.caller);
    CHECK(document.passages.at(*note.caller).span().contains(*note.call));
    CHECK(document.bytes.substr(note.call->begin, note.call->size()) == note.mark);
  }
  const std::string found = test::dump_understood(document);
  const fs::path expected = folder / "expected_outline.txt";
  if (std::getenv("CROSSROADS_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(expected, std::ios::binary) << found;
  }
  CHECK(found == read_file(expected));
}

}  // namespace

TEST_CASE("pdf: files as programs make them") {
  if (!test::is_installed("pdftotext")) return;
  std::size_t cases = 0;
  for (const auto& folder : fs::directory_iterator(test::source_folder() / "tests/cases/pdf")) {
    if (!folder.is_directory()) continue;
    CAPTURE(folder.path().filename().string());
    run(folder.path());
    ++cases;
  }
  CHECK(cases >= 7);
}

TEST_CASE("pdf: one text by several makers has one outline") {
  if (!test::is_installed("pdftotext")) return;
  const Document first = read_case("libreoffice");
  CHECK(first.notes.size() == 6);
  for (const char* maker : {"ghostscript", "groff", "pdftex", "weasyprint", "wkhtmltopdf"}) {
    INFO(std::string(maker));
    const Document other = read_case(maker);
    CHECK(shared(other, Role::heading) == shared(first, Role::heading));
    CHECK(shared(other, Role::list_item) == shared(first, Role::list_item));
    CHECK(shared(other, Role::quote) == shared(first, Role::quote));
    CHECK(shared(other, Role::note) == shared(first, Role::note));
    CHECK(shared(other, Role::reference) == shared(first, Role::reference));
    REQUIRE(other.notes.size() == first.notes.size());
    for (std::size_t i = 0; i < first.notes.size(); ++i) {
      CHECK(other.notes[i].mark == first.notes[i].mark);
      CHECK(other.notes[i].passage.has_value());
      CHECK(other.notes[i].call.has_value());
    }
  }
}

TEST_CASE("pdf: a damaged file is read as far as it goes, or refused") {
  if (!test::is_installed("pdftotext")) return;
  const std::string bytes =
      read_file(test::source_folder() / "tests/cases/pdf/libreoffice/report.pdf");
  // Its table of contents is not where it says: poppler finds it.
  const std::size_t table = bytes.rfind("startxref");
  REQUIRE(table != std::string::npos);
  const Document repaired =
      read_pdf(*real_system(), "a.pdf", bytes.substr(0, table) + "startxref\n99\n%%EOF\n", {});
  CHECK(repaired.notes.size() == 6);
  REQUIRE(repaired.findings.size() == 1);
  CHECK(repaired.findings[0].starts_with("the PDF is damaged and was read as far as it goes: "));
  for (const std::size_t size : {bytes.size() / 4, bytes.size() / 2, bytes.size() - 2000}) {
    CAPTURE(size);
    CHECK_THROWS_WITH_AS(read_pdf(*real_system(), "a.pdf", bytes.substr(0, size), {}),
                         doctest::Contains("a.pdf: the PDF is damaged"), Error);
  }
}
