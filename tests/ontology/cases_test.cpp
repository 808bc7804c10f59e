// SPDX-License-Identifier: Apache-2.0
// Each folder of tests/cases/ontology is one ontology with what the loader should say about it:
//   *.xml, also in sub-folders    the files, named in findings relative to the case's folder
//   expected_findings.txt         each finding as format() shows it; empty where there is none
//   expected_dump.txt             what was loaded (support/dump_ontology.hpp); may be left out
// CROSSROADS_UPDATE_GOLDEN=1 rewrites the expectations; read the difference before you keep it.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/ontology/load.hpp"
#include "support/dump_ontology.hpp"
#include "support/paths.hpp"

using namespace crossroads;
namespace fs = std::filesystem;

namespace {

constexpr const char* findings_name = "expected_findings.txt";
constexpr const char* dump_name = "expected_dump.txt";

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE_MESSAGE(stream, path.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool updating() {
  const char* given = std::getenv("CROSSROADS_UPDATE_GOLDEN");
  return given != nullptr && std::string(given) == "1";
}

/// The case folders, sorted by name. Anything else beside them is a mistake.
std::vector<fs::path> case_folders() {
  std::set<fs::path> folders;
  for (const auto& item : fs::directory_iterator(test::source_folder() / "tests/cases/ontology")) {
    if (item.path().filename() == ".gitattributes") continue;
    CHECK_MESSAGE(item.is_directory(), "not a case: ", item.path().string());
    if (item.is_directory()) folders.insert(item.path());
  }
  return {folders.begin(), folders.end()};
}

/// The XML files of a case, sorted by name; what a case can't hold fails.
std::vector<OntologyFile> files_of(const fs::path& folder) {
  std::map<std::string, fs::path> paths;
  for (const auto& item : fs::recursive_directory_iterator(folder)) {
    const std::string name = item.path().lexically_relative(folder).generic_string();
    if (item.is_directory()) {
      CHECK_MESSAGE(!fs::is_empty(item.path()), "empty folder: ", name);
    } else if (item.path().extension() == ".xml") {
      paths[name] = item.path();
    } else {
      CHECK_MESSAGE((name == findings_name || name == dump_name), "unknown file: ", name);
    }
  }
  std::vector<OntologyFile> files;
  for (const auto& [name, path] : paths) files.push_back({name, read(path)});
  return files;
}

std::string findings_of(const LoadResult& result) {
  std::string text;
  for (const Diagnostic& finding : result.findings) text += format(finding) + "\n";
  return text;
}

/// The lines that only one of both has, as "- expected" and "+ actual", from the first that
/// differs.
std::string difference(const std::string& expected, const std::string& actual) {
  std::size_t same = 0;
  while (same < expected.size() && same < actual.size() && expected[same] == actual[same]) ++same;
  const std::size_t begin = same == 0 ? 0 : expected.rfind('\n', same - 1) + 1;
  std::string text;
  for (const auto& [sign, from] : {std::pair('-', expected), std::pair('+', actual)}) {
    std::size_t at = begin;
    for (int shown = 0; shown < 8 && at < from.size(); ++shown) {
      const std::size_t end = std::min(from.find('\n', at), from.size());
      text += std::string("\n") + sign + " " + from.substr(at, end - at);
      at = end + 1;
    }
  }
  return text;
}

void compare(const fs::path& golden, const std::string& actual) {
  if (updating()) {
    std::ofstream(golden, std::ios::binary) << actual;
    return;
  }
  REQUIRE_MESSAGE(fs::exists(golden), "no ", golden.filename().string());
  const std::string expected = read(golden);
  CHECK_MESSAGE(actual == expected, golden.filename().string(),
                " differs:", difference(expected, actual));
}

}  // namespace

TEST_CASE("ontology: case folders") {
  const std::vector<fs::path> folders = case_folders();
  CHECK(folders.size() >= 35);
  std::map<std::string, std::string> seen;  // the files' contents, and the case that has them
  for (const fs::path& folder : folders) {
    const std::string name = folder.filename().string();
    CAPTURE(name);
    const std::vector<OntologyFile> files = files_of(folder);
    CHECK_MESSAGE(!files.empty(), "no XML file");
    std::string contents;
    for (const OntologyFile& file : files) contents += file.name + "\n" + file.bytes;
    const auto [twin, is_new] = seen.emplace(contents, name);
    CHECK_MESSAGE(is_new, "the same files as ", twin->second);

    const LoadResult result = load_ontology(files);
    compare(folder / findings_name, findings_of(result));
    if (fs::exists(folder / dump_name)) compare(folder / dump_name, test::dump(result.ontology));
  }
}

TEST_CASE("ontology: every code that the loader can give has a case") {
  // The word after error( and its like in src/ontology; "unknown-" is put together there.
  const std::vector<std::string> codes = {
      "ambiguous-source",
      "bad-attribute",
      "bad-cue",
      "bad-value",
      "built-in",
      "circle",
      "clash",
      "duplicate-attribute",
      "duplicate-id",
      "duplicate-statement",
      "hidden-label",
      "missing-attribute",
      "missing-kind",
      "missing-label",
      "missing-text",
      "missing-title",
      "not-a-source",
      "not-an-ontology",
      "not-deprecated",
      "period",
      "relation-kinds",
      "reserved-kind",
      "second-label",
      "self-statement",
      "unexpected-text",
      "unknown-attribute",
      "unknown-element",
      "unknown-entry",
      "unknown-kind",
      "unknown-property",
      "unknown-relation",
      "unknown-source",
      "unsourced-statement",
      "wordless-form",
      "ill-formed",
      "limit",
      "unsupported",
  };
  std::set<std::string> given;
  for (const fs::path& folder : case_folders()) {
    for (const Diagnostic& finding : load_ontology(files_of(folder)).findings) {
      given.insert(finding.code);
    }
  }
  for (const std::string& code : codes) {
    CAPTURE(code);
    CHECK(given.contains(code));
    given.erase(code);
  }
  for (const std::string& code : given) FAIL_CHECK("not listed here: ", code);
}
