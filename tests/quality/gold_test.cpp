// SPDX-License-Identifier: Apache-2.0
//
// Our ontology linked to a report that was annotated by hand, scored by the annotation's own
// script. Neither is ours to ship: without the shared folder there is nothing to score.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/json.hpp"
#include "crossroads/core/json_writer.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/link/score.hpp"
#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"
#include "support/check_links.hpp"
#include "support/our_ontology.hpp"
#include "support/paths.hpp"

using namespace crossroads;
namespace fs = std::filesystem;

namespace {

// Floors, not the figures: those are printed.
constexpr double least_exact_f1 = 0.95;
constexpr double least_without_anaphora = 0.97;
constexpr double least_of_a_kind = 0.93;     // of so many mentions or more;
constexpr std::uint64_t many_mentions = 30;  // of fewer, one error at most
constexpr const char* corpus = "un-peace-operations-at-a-crossroads.txt";

std::string quoted(const fs::path& path) {
  return "'" + path.string() + "'";
}

fs::path built(const char* name) {
  return fs::path(CROSSROADS_BUILD_DIR) / name;
}

bool is_there() {
  return fs::exists(test::shared_folder() / "corpus" / corpus) &&
         fs::exists(test::shared_folder() / "gold" / "score.py");
}

/// What the script prints.
std::string run_script(const fs::path& gold, const fs::path& mentions, const std::string& options) {
  const fs::path scores = mentions.string() + ".score";
  const std::string command = "python3 " + quoted(test::shared_folder() / "gold" / "score.py") +
                              " " + quoted(gold) + " " + quoted(mentions) + " --map " +
                              quoted(test::source_folder() / "tests/quality/gold_map.tsv") + " " +
                              options + " > " + quoted(scores);
  REQUIRE(std::system(command.c_str()) == 0);
  return test::read_file(scores);
}

/// The script's lines about all kinds together.
std::string score_of_all(const fs::path& mentions, const std::string& options) {
  std::istringstream lines(
      run_script(test::shared_folder() / "gold" / "mentions.jsonl", mentions, options));
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    if (line.find(" ALL ") != std::string::npos) out += line + "\n";
  }
  return out;
}

/// The script's gold as our reader wants it, without what stands in URLs: there the script leaves
/// out what is predicted.
std::string gold_lines() {
  std::istringstream lines(test::read_file(test::shared_folder() / "gold" / "mentions.jsonl"));
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    const JsonValue object = read_json(line, "gold");
    if (*object.find("zone")->string() == "url") continue;
    JsonWriter json(out);
    json.begin_object().member("document", corpus);
    json.member("entry", *object.find("name")->string());
    for (const auto& [name, value] : object.members()) {
      if (value.string() != nullptr) json.member(name, *value.string());
      if (value.boolean()) json.member(name, *value.boolean());
      if (value.integer()) json.member(name, static_cast<std::uint64_t>(*value.integer()));
    }
    json.end_object();
    out += "\n";
  }
  return out;
}

/// The sections that gold has mentions of.
std::vector<AnnotatedRange> annotated_ranges(const std::string& gold) {
  std::set<std::int64_t> with_gold;
  std::istringstream lines(gold);
  for (std::string line; std::getline(lines, line);) {
    with_gold.insert(*read_json(line, "gold").find("section")->integer());
  }
  const JsonValue structure =
      read_json(test::read_file(test::shared_folder() / "gold" / "structure.json"), "structure");
  std::map<std::int64_t, std::uint32_t> begins = {{0, 0}};
  for (const JsonValue& section : structure.find("sections")->items()) {
    begins[*section.find("number")->integer()] =
        static_cast<std::uint32_t>(*section.find("heading_start")->integer());
  }
  std::vector<AnnotatedRange> ranges;
  for (auto section = begins.begin(); section != begins.end(); ++section) {
    if (!with_gold.contains(section->first)) continue;
    const auto next = std::next(section);
    ranges.push_back({corpus, {section->second, next == begins.end() ? 0xFFFFFFFF : next->second}});
  }
  return ranges;
}

/// "exact concept 115 0 1": right, wrong and missed, a line each, as the script puts them.
std::string as_the_script(const Score& score) {
  std::string out;
  const auto add = [&](const std::string& measure, const ScoreCounts ScoreRow::*counts) {
    const auto line = [&](const std::string& name, const ScoreCounts& of) {
      if (of.right + of.wrong + of.missed == 0) return;
      out += measure + " " + name + " " + std::to_string(of.right) + " " +
             std::to_string(of.wrong) + " " + std::to_string(of.missed) + "\n";
    };
    for (const ScoreRow& row : score.rows) line(row.name, row.*counts);
    line("ALL", score.all.*counts);
  };
  add("exact", &ScoreRow::exact);
  add("overlap", &ScoreRow::overlapping);
  return out;
}

void check_floors(const Score& score) {
  CHECK(score.all.exact.f1().value_or(0) >= least_without_anaphora);
  for (const ScoreRow& row : score.rows) {
    CAPTURE(row.name);
    const ScoreCounts& counts = row.exact;
    if (counts.right + counts.missed >= many_mentions) {
      CHECK(counts.f1().value_or(0) >= least_of_a_kind);
    } else {
      CHECK(std::max(counts.missed, counts.wrong) <= 1);
    }
  }
}

/// The same of what the script prints.
std::string counts_of(const std::string& script) {
  std::string out;
  std::istringstream lines(script);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string measure;
    std::string name;
    words >> measure >> name;
    if (measure != "exact" && measure != "overlap") continue;
    out += measure + " " + name;
    for (std::string word; words >> word;) {
      if (word != "tp" && word != "fp" && word != "fn") continue;
      words >> word;
      out += " " + word;
    }
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("quality: mentions against the annotated report") {
  if (!is_there()) {
    MESSAGE("no shared folder: nothing scored");
    return;
  }
  const fs::path source = test::shared_folder() / "corpus" / corpus;
  const Ontology ontology = test::our_ontology();
  const Document document = read_text(corpus, test::read_file(source), TextFormat::plain);
  const Links links = link(Lexicon::build(ontology), document);
  CHECK(test::violations(document) == "");
  CHECK(test::violations(document, links) == "");
  CHECK(links.mentions.size() > 500);

  std::string lines;
  append_mentions_json(lines, ontology, document, links);
  const fs::path mentions = built("gold_mentions.jsonl");
  std::ofstream(mentions, std::ios::binary) << lines;

  const std::string all = score_of_all(mentions, "");
  MESSAGE("with short forms:\n", all, "without:\n", score_of_all(mentions, "--no-anaphora"),
          "undecided: ", links.undecided.size());
  const std::size_t at = all.find("F1 ");
  REQUIRE(all.starts_with("exact"));
  REQUIRE(at != std::string::npos);
  CHECK(std::strtod(all.c_str() + at + 3, nullptr) >= least_exact_f1);
}

TEST_CASE("quality: our score counts as the annotation's own script does") {
  if (!is_there()) {
    MESSAGE("no shared folder: nothing scored");
    return;
  }
  const Ontology ontology = test::our_ontology();
  const std::string text = test::read_file(test::shared_folder() / "corpus" / corpus);
  const Document document = read_text(corpus, text, TextFormat::plain);
  std::string lines;
  append_mentions_json(lines, ontology, document, link(Lexicon::build(ontology), document));
  const std::string gold = gold_lines();
  std::ofstream(built("scored_mentions.jsonl"), std::ios::binary) << lines;
  std::ofstream(built("scored_gold.jsonl"), std::ios::binary) << gold;

  const fs::path map = test::source_folder() / "tests/quality/gold_map.tsv";
  const EntryNames names = read_entry_names(test::read_file(map), map.string());
  std::vector<Annotation> predicted = read_annotations(lines, "mentions");
  for (Annotation& mention : predicted) {
    const auto other = names.find(mention.entry);
    if (other != names.end()) mention.entry = other->second;
  }
  const ScoreOptions options = {
      .by = ScoreBy::kind, .unknown = UnknownEntries::aside, .annotated = annotated_ranges(gold)};
  for (const auto& [script, optional] : {std::pair("", ""), {"--no-anaphora", "anaphora"}}) {
    const std::string theirs =
        run_script(built("scored_gold.jsonl"), built("scored_mentions.jsonl"), script);
    const Score ours =
        score(read_annotations(gold, "gold", {.optional = optional}), predicted, options);
    CHECK(as_the_script(ours) == counts_of(theirs));
    if (optional == std::string("anaphora")) check_floors(ours);
    CHECK(ours.all.exact.right > 300);
    CHECK(theirs.find("outside the split: " + std::to_string(ours.elsewhere) + "\n") !=
          std::string::npos);
  }
}
