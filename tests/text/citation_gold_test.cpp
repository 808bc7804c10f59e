// SPDX-License-Identifier: Apache-2.0
//
// Citations against what a reader found: in the briefings, field by field, and in a report that is
// not ours to ship, whose notes' authors and years are listed.
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "crossroads/core/system.hpp"
#include "crossroads/text/citation.hpp"
#include "crossroads/text/read.hpp"
#include "support/paths.hpp"

using namespace crossroads;
namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& path) {
  return real_system()->read_file(path.string(), std::size_t{1} << 30U);
}

std::vector<nlohmann::json> lines_of(const fs::path& path) {
  std::vector<nlohmann::json> lines;
  const std::string text = read_file(path);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.push_back(nlohmann::json::parse(text.substr(at, end - at)));
    at = end + 1;
  }
  return lines;
}

/// Values of one field, each of one work, matched as multisets.
struct Score {
  std::multiset<std::string> gold;
  std::multiset<std::string> found;

  [[nodiscard]] std::size_t right() const {
    std::size_t count = 0;
    std::multiset<std::string> rest = gold;
    for (const std::string& value : found) {
      const auto at = rest.find(value);
      if (at == rest.end()) continue;
      rest.erase(at);
      ++count;
    }
    return count;
  }
  [[nodiscard]] double precision() const {
    return found.empty() ? 1 : static_cast<double>(right()) / static_cast<double>(found.size());
  }
  [[nodiscard]] double recall() const {
    return gold.empty() ? 1 : static_cast<double>(right()) / static_cast<double>(gold.size());
  }
};

std::vector<std::string> families(const CitedWork& work) {
  std::vector<std::string> names;
  for (const CitedName& name : work.authors.empty() ? work.editors : work.authors) {
    names.push_back(name.family);
  }
  return names;
}

void report(const std::map<std::string, Score>& scores, double least) {
  for (const auto& [field, score] : scores) {
    MESSAGE(field, ": P ", score.precision(), " R ", score.recall(), ", ", score.right(), " of ",
            score.gold.size(), " annotated, ", score.found.size(), " found");
    CAPTURE(field);
    CHECK(score.precision() >= least);
    CHECK(score.recall() >= least);
  }
}

}  // namespace

TEST_CASE("citations: the briefings' works, field by field") {
  const fs::path folder = test::source_folder() / "examples" / "briefings";
  std::map<std::string, Score> scores;
  std::set<std::string> documents;
  for (const auto& work :
       lines_of(test::source_folder() / "tests" / "cases" / "citations" / "briefings.jsonl")) {
    const auto document = work.at("document").get<std::string>();
    documents.insert(document);
    for (const std::string field : {"title", "year", "container", "url"}) {
      const auto value = work.at(field).get<std::string>();
      if (!value.empty()) scores[field].gold.insert(document + "|" + value);
    }
    for (const auto& author : work.at("authors")) {
      scores["author"].gold.insert(document + "|" + author.get<std::string>());
    }
    scores["work"].gold.insert(document + "|" + work.at("title").get<std::string>() + "|" +
                               work.at("year").get<std::string>() + "|" +
                               work.at("url").get<std::string>());
  }
  for (const std::string& id : documents) {
    const Document document = read_text(id, read_file(folder / id), format_of(id));
    for (const CitedWork& work : find_citations(document).works) {
      const auto take = [&](const std::string& field, const std::string& value) {
        if (!value.empty()) scores[field].found.insert(id + "|" + value);
      };
      take("title", work.title.text);
      take("year", work.year.text);
      take("container", work.container.text);
      take("url", work.url.text);
      for (const std::string& family : families(work)) take("author", family);
      take("work", work.title.text + "|" + work.year.text + "|" + work.url.text);
    }
  }
  CHECK(scores["work"].gold.size() == 318);
  report(scores, 0.98);
}

TEST_CASE("citations: a report's notes, authors and years") {
  const fs::path path =
      test::shared_folder() / "corpus" / "un-peace-operations-at-a-crossroads.txt";
  if (!fs::exists(path)) {
    MESSAGE("no shared folder: nothing compared");
    return;
  }
  std::map<std::string, Score> scores;
  std::set<std::string> notes;
  for (const auto& note :
       lines_of(test::source_folder() / "tests" / "cases" / "citations" / "report.jsonl")) {
    const auto mark = note.at("note").get<std::string>();
    notes.insert(mark);
    for (const auto& work : note.at("works")) {
      std::string all;
      for (const auto& author : work.at("families")) {
        scores["author"].gold.insert(mark + "|" + author.get<std::string>());
        all += "|" + author.get<std::string>();
      }
      const auto year = work.at("year").get<std::string>();
      scores["year"].gold.insert(mark + "|" + year);
      scores["work"].gold.insert(mark + all + "|" + year);
    }
  }
  const Document document = read_text(path.filename().string(), read_file(path), TextFormat::plain);
  const Citations found = find_citations(document);
  for (const Citation& citation : found.citations) {
    const CitedWork& work = found.works[citation.work];
    REQUIRE(citation.note.has_value());
    const std::string& mark = document.notes[*citation.note].mark;
    std::string all;
    for (const std::string& family : families(work)) {
      scores["author"].found.insert(mark + "|" + family);
      all += "|" + family;
    }
    scores["year"].found.insert(mark + "|" + work.year.text);
    scores["work"].found.insert(mark + all + "|" + work.year.text);
  }
  report(scores, 0.95);
  CHECK(found.findings.empty());
}
