// SPDX-License-Identifier: Apache-2.0
//
// Our ontology linked to a report that was annotated by hand, scored by the annotation's own
// script. Neither is ours to ship: without the shared folder there is nothing to score.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/system.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"
#include "support/check_links.hpp"
#include "support/paths.hpp"

using namespace crossroads;
namespace fs = std::filesystem;

namespace {

// A floor, not the figure: that is printed.
constexpr double least_exact_f1 = 0.94;
constexpr const char* corpus = "un-peace-operations-at-a-crossroads.txt";

std::string read_file(const fs::path& path) {
  return real_system()->read_file(path.string(), std::size_t{1} << 30U);
}

Ontology our_ontology() {
  std::vector<OntologyFile> files;
  for (const auto& file : fs::directory_iterator(test::source_folder() / "ontology")) {
    if (file.path().extension() != ".xml") continue;
    files.push_back({file.path().filename().string(), read_file(file.path())});
  }
  LoadResult result = load_ontology(files);
  for (const Diagnostic& finding : result.findings) {
    if (finding.severity == Severity::error) MESSAGE(format(finding));
  }
  REQUIRE_FALSE(result.has_errors());
  return std::move(result.ontology);
}

std::string quoted(const fs::path& path) {
  return "'" + path.string() + "'";
}

/// The script's lines about all kinds together.
std::string score(const fs::path& mentions, const std::string& options) {
  const fs::path gold = test::shared_folder() / "gold";
  const fs::path scores = mentions.string() + ".score";
  const std::string command = "python3 " + quoted(gold / "score.py") + " " +
                              quoted(gold / "mentions.jsonl") + " " + quoted(mentions) + " --map " +
                              quoted(test::source_folder() / "tests/quality/gold_map.tsv") + " " +
                              options + " > " + quoted(scores);
  REQUIRE(std::system(command.c_str()) == 0);
  std::istringstream lines(read_file(scores));
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    if (line.find(" ALL ") != std::string::npos) out += line + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("quality: mentions against the annotated report") {
  const fs::path source = test::shared_folder() / "corpus" / corpus;
  if (!fs::exists(source) || !fs::exists(test::shared_folder() / "gold" / "score.py")) {
    MESSAGE("no shared folder: nothing scored");
    return;
  }
  const Ontology ontology = our_ontology();
  const Document document = read_text(corpus, read_file(source), TextFormat::plain);
  const Links links = link(Lexicon::build(ontology), document);
  CHECK(test::violations(document) == "");
  CHECK(test::violations(document, links) == "");
  CHECK(links.mentions.size() > 500);

  std::string lines;
  append_mentions_json(lines, ontology, document, links);
  const fs::path mentions = fs::path(CROSSROADS_BUILD_DIR) / "gold_mentions.jsonl";
  std::ofstream(mentions, std::ios::binary) << lines;

  const std::string all = score(mentions, "");
  MESSAGE("with short forms:\n", all, "without:\n", score(mentions, "--no-anaphora"),
          "undecided: ", links.undecided.size());
  const std::size_t at = all.find("F1 ");
  REQUIRE(all.starts_with("exact"));
  REQUIRE(at != std::string::npos);
  CHECK(std::strtod(all.c_str() + at + 3, nullptr) >= least_exact_f1);
}
