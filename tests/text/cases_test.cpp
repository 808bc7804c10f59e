// SPDX-License-Identifier: Apache-2.0
//
// Texts in folders: tests/cases/text/<case>/ holds text.txt or text.md and expected_passages.txt.
// CROSSROADS_UPDATE_GOLDEN=1 writes what comes out as what is expected; review the difference.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "crossroads/core/system.hpp"
#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"
#include "support/dump_document.hpp"
#include "support/paths.hpp"

using namespace crossroads;
namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& path) {
  return real_system()->read_file(path.string(), std::size_t{1} << 30U);
}

void run(const fs::path& folder) {
  std::set<std::string> unknown;
  for (const auto& file : fs::directory_iterator(folder)) unknown.insert(file.path().filename());
  std::string name;
  for (const char* text : {"text.txt", "text.md"}) {
    if (unknown.erase(text) > 0) name = text;
  }
  REQUIRE(!name.empty());
  unknown.erase("expected_passages.txt");
  CHECK_MESSAGE(unknown.empty(), "an unknown file: ", (unknown.empty() ? "" : *unknown.begin()));

  const Document document = read_text(name, read_file(folder / name), format_of(name));
  CHECK(test::violations(document) == "");
  const std::string passages = test::dump(document);
  const fs::path expected = folder / "expected_passages.txt";
  if (std::getenv("CROSSROADS_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(expected, std::ios::binary) << passages;
  }
  CHECK(passages == read_file(expected));
}

}  // namespace

TEST_CASE("text: cases in folders") {
  std::size_t cases = 0;
  for (const auto& folder : fs::directory_iterator(test::source_folder() / "tests/cases/text")) {
    CAPTURE(folder.path().filename().string());
    CHECK(folder.is_directory());
    run(folder.path());
    ++cases;
  }
  CHECK(cases >= 5);
}

TEST_CASE("text: our own briefings keep the invariants and are told apart into parts") {
  for (const auto& file : fs::directory_iterator(test::source_folder() / "examples/briefings")) {
    const std::string name = file.path().filename().string();
    if (file.path().extension() == ".jsonl") continue;  // what a reader found in them
    CAPTURE(name);
    const Document document = read_text(name, read_file(file.path()), format_of(name));
    CHECK(test::violations(document) == "");
    CHECK(document.passages.front().role == Role::heading);
    const auto count = [&](Role role) {
      std::size_t passages = 0;
      for (const Passage& passage : document.passages) passages += passage.role == role ? 1 : 0;
      return passages;
    };
    CHECK(count(Role::body) >= 10);
    CHECK(count(Role::heading) >= 5);
    CHECK(count(Role::list_item) + count(Role::reference) >= 10);
    CHECK(count(Role::note) >= 2);
  }
}
