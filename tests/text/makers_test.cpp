// SPDX-License-Identifier: Apache-2.0
//
// Files as programs make them: tests/cases/makers/<case>/ holds one file, README.md that says what
// made it, and expected_outline.txt. CROSSROADS_UPDATE_GOLDEN=1 writes what comes out as what is
// expected; review the difference. Where pandoc is not installed, its cases are skipped.
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

Document read(const std::string& name, const std::string& bytes) {
  const TextFormat format = format_of(name);
  if (format == TextFormat::tei) return read_tei(name, bytes, {});
  return read_pandoc(*real_system(), name, bytes, format, {});
}

/// Whether the program that reads files of that name is there.
bool can_read(const std::string& name) {
  if (format_of(name) == TextFormat::tei) return true;
  return test::is_installed("pandoc");
}

void run(const fs::path& folder) {
  std::set<std::string> files;
  for (const auto& file : fs::directory_iterator(folder)) files.insert(file.path().filename());
  CHECK_MESSAGE(files.erase("README.md") == 1, "no README.md says what made the file");
  files.erase("expected_outline.txt");
  REQUIRE(files.size() == 1);
  const std::string& name = *files.begin();
  if (!can_read(name)) return;
  const std::string bytes = read_file(folder / name);
  const Document document = read(name, bytes);
  CHECK(test::violations(document) == "");
  REQUIRE(document.original);
  CHECK(document.original->sha256 == sha256(bytes));
  CHECK(document.original->bytes == bytes.size());
  CHECK(!document.original->media_type.empty());
  CHECK(document.original->converter.find(' ') != std::string::npos);
  for (const Footnote& note : document.notes) {
    if (note.passage) CHECK(document.passages.at(*note.passage).role == Role::note);
    if (!note.call) continue;
    REQUIRE(note.caller);
    CHECK(document.passages.at(*note.caller).span().contains(*note.call));
    CHECK(document.bytes.substr(note.call->begin, note.call->size()) == "[" + note.mark + "]");
  }
  const std::string found = test::dump_understood(document);
  const fs::path expected = folder / "expected_outline.txt";
  if (std::getenv("CROSSROADS_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(expected, std::ios::binary) << found;
  }
  CHECK(found == read_file(expected));
}

}  // namespace

TEST_CASE("makers: a manual that Debian installs") {
  const fs::path path = "/usr/share/doc/bzip2/manual.html";  // made by DocBook XSL, of years ago
  if (!fs::exists(path)) {
    MESSAGE("skipped, for bzip2-doc is not installed");
    return;
  }
  if (!can_read("manual.html")) return;
  const Document document = read("manual.html", read_file(path));
  CHECK(test::violations(document) == "");
  CHECK(document.title.starts_with("bzip2 and libbzip2, version 1.0."));
  std::string chapters;
  std::set<Role> roles;
  for (const Passage& passage : document.passages) {
    roles.insert(passage.role);
    if (passage.role != Role::heading || passage.level != 1) continue;
    chapters += text_of(document, passage) + '\n';
  }
  chapters.erase(0, chapters.find('\n') + 1);  // the title
  CHECK(chapters ==
        "1.\u00A0Introduction\n2.\u00A0How to use bzip2\n"
        "3.\u00A0 Programming with libbzip2\n4.\u00A0Miscellanea\n");
  for (const Role role : {Role::byline, Role::contents, Role::list_item, Role::code, Role::body}) {
    CHECK(roles.contains(role));
  }
}

TEST_CASE("makers: files as programs make them") {
  std::size_t cases = 0;
  for (const auto& folder : fs::directory_iterator(test::source_folder() / "tests/cases/makers")) {
    if (folder.path().filename() == ".gitattributes" || folder.path().filename() == "README.md") {
      continue;
    }
    CAPTURE(folder.path().filename().string());
    CHECK(folder.is_directory());
    run(folder.path());
    ++cases;
  }
  CHECK(cases >= 12);
}
