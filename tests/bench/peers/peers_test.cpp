// SPDX-License-Identifier: Apache-2.0
// What the comparison of finders leans on: what a name is, and which differences have a reason.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "bench/peers/compare.hpp"
#include "bench/peers/engine.hpp"
#include "bench/peers/reference.hpp"
#include "crossroads/text/read.hpp"
#include "support/work_folder.hpp"

namespace crossroads::bench {
namespace {

std::vector<ListedName> some_names() {
  return {{"blue helmet", "", false},
          {"blue", "", false},
          {"PoC", "", true},
          {"helmet strap", "", false},
          {"Séléka", "", false}};
}

std::string shown(std::string_view text, const Places& places) {
  std::string all;
  for (const Span place : places)
    all += "[" + std::string(text.substr(place.begin, place.size())) + "]";
  return all;
}

struct Case {
  std::string name;
  std::string text;
  std::string found;
};

const std::vector<Case> cases = {
    {"the longest from the left", "A blue helmet strap.", "[blue helmet]"},
    {"where the longer one is cut, the shorter counts", "a blue helmets strap", "[blue]"},
    {"case by the name's rule", "BLUE PoC POC poc", "[BLUE][PoC]"},
    {"letters of all scripts are inside words", "blueé éblue blue\u0308 (blue)", "[blue]"},
    {"so are digits", "blue2 2blue blue-2", "[blue]"},
    {"a name beyond ASCII", "in Séléka’s way, SéLéKA", "[Séléka][SéLéKA]"},
    {"one space is a gap, two are not", "blue  helmet", "[blue]"},
    {"beginning and end", "blue", "[blue]"},
    {"nothing", "", ""},
};

BenchText bench_text(const std::string& source) {
  BenchText text;
  text.source = source;
  text.unbroken = source;
  text.cuts = {{0, static_cast<std::uint32_t>(source.size())}};
  text.documents.push_back(read_cut(text, 0));
  return text;
}

TEST_CASE("the reference finds names as they are written") {
  const Reference reference(some_names());
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(shown(one.text, reference.find(one.text)) == one.found);
  }
}

TEST_CASE("the reference begins and stops where it is told to") {
  const Reference reference(some_names());
  const std::string text = "blue blue helmet strap";
  CHECK(shown(text, reference.find(text, 10)) == "[helmet strap]");
  CHECK(shown(text, reference.find(text, 0, 5)) == "[blue]");
}

TEST_CASE("every finder that is here finds what the reference finds") {
  const test::WorkFolder work("peers");
  const Reference reference(some_names());
  std::vector<std::unique_ptr<Engine>> engines;
  engines.push_back(hyperscan_engine(some_names(), Patterns::literals));
  engines.push_back(hyperscan_engine(some_names(), Patterns::expressions));
  for (const Program program : {Program::pyahocorasick, Program::ripgrep, Program::grep}) {
    engines.push_back(program_engine(some_names(), program, reference, work.at(".")));
  }
  for (const auto& engine : engines) {
    if (engine == nullptr) continue;
    for (const Case& one : cases) {
      if (one.text.empty()) continue;
      CAPTURE(engine->name);
      CAPTURE(one.name);
      const BenchText text = bench_text(one.text);
      CHECK(shown(one.text, engine->find(text, 1).places) == one.found);
    }
  }
}

TEST_CASE("link() finds what the reference finds, and more by its rules") {
  const std::vector<ListedName> names = some_names();
  const Reference reference(names);
  const BenchText text = bench_text("The blue helmet of PoC and the Seleka, and PoC again.\n");
  const Places ours = our_engine(names)->find(text, 1).places;
  const Comparison comparison =
      compare_with_link(text, reference, ours, reference.find(text.unbroken));
  CHECK(comparison.both == 3);
  CHECK(comparison.first == "");
}

struct Difference {
  std::string name;
  std::string text;
  Places ours;
  std::size_t more, covered, left_out, unexplained;
};

TEST_CASE("a difference needs a reason") {
  const Reference reference(some_names());
  const std::vector<Difference> all = {
      {"none", "a blue helmet", {{2, 13}}, 0, 0, 0, 0},
      {"one that link() lacks", "a blue helmet", {}, 0, 0, 0, 1},
      {"one that is no name as it is written",
       "a blue helmet strap",
       {{2, 13}, {14, 19}},
       1,
       0,
       0,
       0},
      {"a shorter one", "a blue helmet", {{2, 6}}, 0, 0, 0, 2},
      {"a plural, over a shorter one", "a blue helmets", {{2, 14}}, 1, 1, 0, 0},
      {"one in a path", "see /srv/blue now", {}, 0, 0, 1, 0},
      {"one in a host's name", "see blue.example now", {}, 0, 0, 1, 0},
      {"one at a sentence's end", "it is blue. Then", {}, 0, 0, 0, 1},
      {"one that is all in capitals", "THE BLUE SKY", {}, 0, 0, 1, 0},
      {"one that a hyphen at a line's end follows", "a blue-\nish sky", {}, 0, 0, 1, 0},
      {"one of two in two passages", "a blue\n\nhelmet strap", {{2, 6}}, 0, 0, 0, 1},
  };
  for (const Difference& one : all) {
    CAPTURE(one.name);
    const BenchText text = bench_text(one.text);
    const Comparison found =
        compare_with_link(text, reference, one.ours, reference.find(text.unbroken));
    CHECK(found.more == one.more);
    CHECK(found.covered == one.covered);
    CHECK(found.left_out == one.left_out);
    CHECK(found.unexplained == one.unexplained);
    CHECK(found.first.empty() == (one.unexplained == 0));
  }
}

TEST_CASE("the first difference of two lists of places") {
  const std::string text = "blue helmet";
  CHECK(first_difference(text, {{0, 4}}, {{0, 4}}) == "");
  CHECK(first_difference(text, {{0, 4}, {5, 11}}, {{0, 4}}) == "not found 5: blue [helmet]");
  CHECK(first_difference(text, {}, {{0, 4}}) == "found and should not 0: [blue] helmet");
}

}  // namespace
}  // namespace crossroads::bench
