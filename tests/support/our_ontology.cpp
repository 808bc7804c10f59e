// SPDX-License-Identifier: Apache-2.0
#include "support/our_ontology.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/system.hpp"
#include "crossroads/ontology/load.hpp"
#include "support/paths.hpp"

namespace crossroads::test {

std::string read_file(const std::filesystem::path& path) {
  return real_system()->read_file(path.string(), std::size_t{1} << 30U);
}

Ontology our_ontology() {
  std::vector<OntologyFile> files;
  for (const auto& item : std::filesystem::directory_iterator(source_folder() / "ontology")) {
    if (item.path().extension() != ".xml") continue;
    files.push_back({item.path().filename().string(), read_file(item.path())});
  }
  std::sort(files.begin(), files.end(),
            [](const OntologyFile& a, const OntologyFile& b) { return a.name < b.name; });
  LoadResult result = load_ontology(files);
  for (const Diagnostic& finding : result.findings) {
    if (finding.severity == Severity::error) MESSAGE(format(finding));
  }
  REQUIRE_FALSE(result.has_errors());
  return std::move(result.ontology);
}

}  // namespace crossroads::test
