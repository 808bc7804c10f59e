// SPDX-License-Identifier: Apache-2.0
//
// Strings that are known to break programs, and a whole report, against our ontology and against
// one whose names are those strings. They are not ours to ship: without the shared folder there is
// nothing to read.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "crossroads/link/link.hpp"
#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"
#include "support/check_links.hpp"
#include "support/naive_linker.hpp"
#include "support/our_ontology.hpp"
#include "support/paths.hpp"

using namespace crossroads;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files_in(const fs::path& folder, const std::string& extension) {
  std::vector<fs::path> paths;
  if (!fs::is_directory(folder)) return paths;
  for (const auto& item : fs::directory_iterator(folder)) {
    if (item.path().extension() == extension) paths.push_back(item.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> hostile_strings() {
  std::vector<std::string> strings;
  for (const fs::path& path : files_in(test::shared_folder() / "suites" / "text", ".json")) {
    for (const auto& string : nlohmann::json::parse(test::read_file(path))) {
      if (!string.get<std::string>().empty()) strings.push_back(string);
    }
  }
  return strings;
}

/// The strings and their words, under each rule of case; some borne by several entries.
Ontology ontology_of_strings(const std::vector<std::string>& strings) {
  std::vector<test::Name> names;
  for (std::uint32_t i = 0; i < strings.size(); ++i) {
    std::istringstream words(strings[i]);
    std::string whole;
    for (std::string word; words >> word;) {
      whole += (whole.empty() ? "" : " ") + word;
      names.push_back({word, static_cast<CaseRule>(i % 3), static_cast<EntryId>(i)});
    }
    if (!whole.empty()) names.push_back({whole, CaseRule::ignore, static_cast<EntryId>(i), true});
  }
  return test::ontology_of(names);
}

/// What each line of the output says stands in the text.
std::string wrong_lines(const Ontology& ontology, const Document& document, const Links& links) {
  std::string lines;
  append_mentions_json(lines, ontology, document, links);
  std::istringstream in(lines);
  std::string wrong;
  std::size_t count = 0;
  for (std::string line; std::getline(in, line); ++count) {
    const nlohmann::json mention = nlohmann::json::parse(line);
    const auto start = mention.at("start").get<std::size_t>();
    const auto end = mention.at("end").get<std::size_t>();
    if (start >= end || end > document.bytes.size() ||
        document.bytes.substr(start, end - start) != mention.at("surface").get<std::string>()) {
      wrong += line + "\n";
    }
  }
  if (count != links.mentions.size()) wrong += "a line is missing\n";
  return wrong;
}

class Invariants {
 public:
  explicit Invariants(const Ontology& ontology)
      : ontology_(ontology), lexicon_(Lexicon::build(ontology)) {}

  void check(const std::string& text) {
    for (const TextFormat format : {TextFormat::plain, TextFormat::markdown}) {
      const Document document = read_text("t", text, format);
      for (const Overlap overlap : {Overlap::leftmost_longest, Overlap::all}) {
        const Links links =
            link(lexicon_, document, {.overlap = overlap, .anaphora = Anaphora::on});
        places_ += links.mentions.size() + links.undecided.size();
        std::string wrong = test::violations(document, links, overlap);
        if (overlap == Overlap::leftmost_longest) wrong += wrong_lines(ontology_, document, links);
        if (!wrong.empty()) FAIL_CHECK("text: [" << text.substr(0, 400) << "]\n" << wrong);
      }
    }
  }

  [[nodiscard]] std::size_t places() const { return places_; }

 private:
  const Ontology& ontology_;
  Lexicon lexicon_;
  std::size_t places_ = 0;
};

std::string joined(const std::vector<std::string>& strings, const std::string& between) {
  std::string all;
  for (const std::string& string : strings) all += string + between;
  return all;
}

void check_strings(Invariants& invariants, const std::vector<std::string>& strings) {
  for (const std::string& string : strings) {
    invariants.check(string);
    invariants.check("The UN (PoC) in Mali " + string + " MINUSMA and the UN" + string);
    invariants.check(string + string + "\n" + string + "-\n" + string + "’s");
  }
  for (const char* between : {" ", "\n", "\n\n", "-", ", "}) {
    invariants.check(joined(strings, between));
  }
}

}  // namespace

TEST_CASE("link: invariants hold on strings that break programs") {
  const std::vector<std::string> strings = hostile_strings();
  if (strings.empty()) {
    MESSAGE("no suite of strings: skipped");
    return;
  }
  const Ontology ours = test::our_ontology();
  const Ontology theirs = ontology_of_strings(strings);
  for (const Ontology* ontology : {&ours, &theirs}) {
    Invariants invariants(*ontology);
    check_strings(invariants, strings);
    MESSAGE(strings.size(), " strings, ", invariants.places(), " places");
    CHECK(invariants.places() > strings.size());
  }
}

TEST_CASE("link: invariants hold on a report") {
  const std::vector<fs::path> reports = files_in(test::shared_folder() / "corpus", ".txt");
  if (reports.empty()) {
    MESSAGE("no report: skipped");
    return;
  }
  const Ontology ours = test::our_ontology();
  const Ontology theirs = ontology_of_strings(hostile_strings());
  for (const Ontology* ontology : {&ours, &theirs}) {
    Invariants invariants(*ontology);
    for (const fs::path& report : reports) invariants.check(test::read_file(report));
    CHECK(invariants.places() > 0);
  }
}
