// SPDX-License-Identifier: Apache-2.0
// The ontology that the project keeps, ontology/*.xml.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/ontology/load.hpp"
#include "support/paths.hpp"

using namespace crossroads;
namespace fs = std::filesystem;

namespace {

LoadResult load_ours() {
  std::vector<OntologyFile> files;
  for (const auto& item : fs::directory_iterator(test::source_folder() / "ontology")) {
    if (item.path().extension() != ".xml") continue;
    std::ifstream stream(item.path(), std::ios::binary);
    REQUIRE(stream);
    files.push_back({"ontology/" + item.path().filename().string(),
                     {std::istreambuf_iterator<char>(stream), {}}});
  }
  std::sort(files.begin(), files.end(),
            [](const OntologyFile& a, const OntologyFile& b) { return a.name < b.name; });
  REQUIRE(!files.empty());
  return load_ontology(files);
}

}  // namespace

TEST_CASE("our ontology: loads without an error") {
  const LoadResult result = load_ours();
  CHECK_FALSE(result.malformed);
  for (const Diagnostic& finding : result.findings) {
    if (finding.severity == Severity::error) FAIL_CHECK(format(finding));
  }
  const Ontology& ontology = result.ontology;
  std::map<std::string, std::size_t> by_kind;
  std::size_t forms = 0;
  std::size_t statements = 0;
  for (const Entry& entry : ontology.entries) {
    ++by_kind[entry.kinds.front()];
    forms += entry.forms.size();
    statements += entry.statements.size();
  }
  for (const auto& [kind, count] : by_kind) MESSAGE(kind, ": ", count);
  MESSAGE(ontology.entries.size(), " entries, ", forms, " forms, ", statements, " statements, ",
          ontology.sources.size(), " sources, ", result.findings.size(), " findings");
}

TEST_CASE("our ontology: the five concepts it is about are defined, with a source") {
  const Ontology ontology = load_ours().ontology;
  for (const char* id : {"poc", "r2p", "ruf", "fib", "ssr"}) {
    CAPTURE(id);
    const auto found = ontology.find_entry(id);
    REQUIRE(found);
    const Entry& entry = ontology.entry(*found);
    CHECK(ontology.is_any_of(entry, {"concept"}));
    REQUIRE(!entry.definitions.empty());
    for (const Definition& definition : entry.definitions) {
      CHECK_FALSE(definition.provenance.sources.empty());
    }
  }
}

TEST_CASE("our ontology: every statement has a source") {
  const Ontology ontology = load_ours().ontology;
  for (const Entry& entry : ontology.entries) {
    for (const Statement& statement : entry.statements) {
      const std::string place = to_string(statement.at);
      CAPTURE(place);
      CHECK_FALSE(statement.provenance.sources.empty());
    }
  }
}
