// SPDX-License-Identifier: Apache-2.0
//
// The definitions of short forms in 1,250 PubMed records, which are annotated (Sohn, Comeau, Kim
// and Wilbur 2008). They are not ours to ship: without the shared folder there is nothing to score.
// The rules were made on the odd records; the even ones were kept back.
#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/system.hpp"
#include "crossroads/core/utf8.hpp"
#include "crossroads/link/definitions.hpp"
#include "crossroads/text/read.hpp"
#include "crossroads/text/repair.hpp"
#include "support/check_definitions.hpp"
#include "support/paths.hpp"

using namespace crossroads;
namespace fs = std::filesystem;

namespace {

// Floors, not the figures: those are printed.
constexpr double least_precision = 0.97;
constexpr double least_recall = 0.83;

using Pair = std::pair<std::string, std::string>;  // a short form and its long form

struct Record {
  std::string text;
  std::vector<Pair> gold;
};

/// White space of any kind as one space, none at the ends.
std::string collapsed(std::string_view text) {
  std::istringstream words{std::string(text)};
  std::string out;
  for (std::string word; words >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// The file is in Latin-1.
std::string utf8(std::string_view latin1) {
  std::string out;
  for (const char c : latin1) append_utf8(out, static_cast<unsigned char>(c));
  return out;
}

/// A record begins, behind a blank line, with its number alone on a line. Its title and abstract
/// follow; lines that begin with two spaces and have a bar are annotations.
std::vector<Record> records_in(const std::string& file) {
  std::vector<Record> records;
  std::istringstream lines(file);
  bool blank = true;
  for (std::string given; std::getline(lines, given);) {
    const std::string line = utf8(given);
    const bool number = line.size() > 4 && line.find_first_not_of("0123456789\r") == line.npos;
    const std::size_t bar = line.find('|');
    if (blank && number) {
      records.emplace_back();
    } else if (line.starts_with("  ") && bar != line.npos) {
      records.back().gold.emplace_back(collapsed(line.substr(0, bar)),
                                       collapsed(line.substr(bar + 1)));
    } else if (!records.empty()) {
      records.back().text += line + "\n\n";
    }
    blank = collapsed(line).empty();
  }
  return records;
}

/// What is found by letters: the annotation has nothing else.
std::vector<Pair> found_in(const Record& record) {
  const Document document = read_text("record.txt", record.text, TextFormat::plain);
  const std::vector<DefinedForm> definitions = find_definitions(document);
  CHECK(test::violations(document, definitions) == "");
  std::vector<Pair> found;
  for (const DefinedForm& definition : definitions) {
    if (definition.evidence != DefinedForm::Evidence::letters ||
        definition.kind == DefinedForm::Kind::hereafter) {
      continue;
    }
    const Passage& passage = document.passages[definition.passage];
    found.emplace_back(repaired(document, passage, definition.short_form),
                       repaired(document, passage, definition.long_form));
  }
  return found;
}

struct Score {
  std::size_t gold = 0;
  std::size_t found = 0;
  std::size_t right = 0;

  [[nodiscard]] double precision() const {
    return static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(found, 1));
  }
  [[nodiscard]] double recall() const {
    return static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(gold, 1));
  }
  void add(const Score& other) {
    gold += other.gold;
    found += other.found;
    right += other.right;
  }
};

/// Each annotation is matched by one that is found at most, and the other way round.
template <class Value>
Score score(const std::vector<Value>& gold, const std::vector<Value>& found) {
  std::map<Value, std::size_t> open;
  for (const Value& value : gold) ++open[value];
  Score out{gold.size(), found.size(), 0};
  for (const Value& value : found) {
    const auto at = open.find(value);
    if (at == open.end() || at->second == 0) continue;
    --at->second;
    ++out.right;
  }
  return out;
}

std::vector<std::string> short_forms(const std::vector<Pair>& pairs) {
  std::vector<std::string> out;
  for (const Pair& pair : pairs) out.push_back(pair.first);
  return out;
}

std::string shown(const Score& score) {
  std::ostringstream out;
  out.precision(4);
  out << "P " << score.precision() << " R " << score.recall() << " (" << score.right << " of "
      << score.found << " found, " << score.gold << " annotated)";
  return out.str();
}

}  // namespace

TEST_CASE("quality: definitions of abbreviations against annotated abstracts") {
  const fs::path source = test::shared_folder() / "suites" / "abbreviations" / "MED1250_labeled";
  if (!fs::exists(source)) {
    MESSAGE("no shared folder: nothing scored");
    return;
  }
  const std::vector<Record> records =
      records_in(real_system()->read_file(source.string(), std::size_t{1} << 24U));
  REQUIRE(records.size() == 1250);
  std::array<Score, 2> halves;  // odd and even records
  Score relaxed;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::vector<Pair> found = found_in(records[i]);
    halves[i % 2].add(score(records[i].gold, found));
    relaxed.add(score(short_forms(records[i].gold), short_forms(found)));
  }
  Score all = halves[0];
  all.add(halves[1]);
  MESSAGE("both forms, exactly: ", shown(all), "\n  odd records: ", shown(halves[0]),
          "\n  even records: ", shown(halves[1]), "\nshort forms: ", shown(relaxed));
  REQUIRE(all.gold == 1221);
  CHECK(all.precision() >= least_precision);
  CHECK(all.recall() >= least_recall);
  CHECK(halves[1].precision() >= least_precision);
  CHECK(halves[1].recall() >= least_recall);
}
