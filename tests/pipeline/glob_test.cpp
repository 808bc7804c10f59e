// SPDX-License-Identifier: Apache-2.0
#include "pipeline/glob.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/fake_system.hpp"
#include "support/work_folder.hpp"

using namespace crossroads;
using Lines = std::vector<std::string>;

namespace {

struct Case {
  const char* segment;
  const char* name;
  bool fits;
};

}  // namespace

TEST_CASE("glob: a segment and a name") {
  const std::vector<Case> cases = {
      {"a.txt", "a.txt", true},
      {"a.txt", "a.txtx", false},
      {"*", "a", true},
      {"*", ".a", false},
      {".*", ".a", true},
      {"*.txt", "a.txt", true},
      {"*.txt", ".txt", false},
      {"a*b*c", "aXbYc", true},
      {"a*b*c", "abcb", false},
      {"*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaa", false},
      {"a?c", "abc", true},
      {"a?c", "a\u00E9c", true},
      {"a?c",
       "a\xE9"
       "c",
       true},
      {"a?c", "ac", false},
      {"[a-c]x", "bx", true},
      {"[a-c]x", "dx", false},
      {"[!a-c]x", "dx", true},
      {"[^a-c]x", "ax", false},
      {"[\u00E0-\u00EF]", "\u00E9", true},
      {"[]]", "]", true},
      {"[a", "[a", true},
      {"\\*", "*", true},
      {"\\*", "a", false},
      {"a**b", "aXYb", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.segment);
    CAPTURE(c.name);
    CHECK(fits(c.segment, c.name) == c.fits);
  }
}

TEST_CASE("glob: patterns over folders") {
  const test::WorkFolder folder("glob");
  for (const char* file : {"a.txt", "b.md", "x/a.txt", "x/y/a.txt", "x/.h/a.txt", "[x]/a.txt"}) {
    folder.write(file, "x");
  }
  const auto system = real_system();
  const auto expand = [&](const std::string& pattern) {
    Lines paths;
    for (const std::string& path : expand_pattern(
             *system, folder.at(pattern), [](const Error&) { FAIL("nothing is left out"); })) {
      paths.push_back(folder.without(path));
    }
    return paths;
  };
  CHECK(expand("*.txt") == Lines{"a.txt"});
  CHECK(expand("*/*.txt") == Lines{"[x]/a.txt", "x/a.txt"});
  CHECK(expand("**/*.txt") == Lines{"[x]/a.txt", "a.txt", "x/a.txt", "x/y/a.txt"});
  CHECK(expand("x/**/a.txt") == Lines{"x/a.txt", "x/y/a.txt"});
  CHECK(expand("**/**/y/*") == Lines{"x/y/a.txt"});
  CHECK(expand("*.pdf").empty());
  CHECK(expand("none/*.txt").empty());
  CHECK(expand("a.txt/*").empty());
  CHECK(pattern_folder("a/b/*.txt") == "a/b");
  CHECK(pattern_folder("*.txt") == "");
  CHECK(pattern_folder("/a*/b") == "/");
}

TEST_CASE("glob: what can't be looked at is reported") {
  test::FakeSystem system;
  system.folders = {"f", "f/g", "f/h"};
  system.files = {{"f/g/a.txt", "x"}, {"f/h/a.txt", "x"}};
  Lines left_out;
  const auto expand = [&] {
    return expand_pattern(system, "f/*/a.txt",
                          [&](const Error& error) { left_out.emplace_back(error.what()); });
  };
  system.fail(test::FakeSystem::Operation::kind_of, Error(ErrorKind::input, "f/g: shut"), 2);
  CHECK(expand() == Lines{"f/h/a.txt"});
  system.fail(test::FakeSystem::Operation::kind_of, Error(ErrorKind::input, "f: shut"));
  CHECK(expand().empty());
  CHECK(left_out == Lines{"f/g: shut", "f: shut"});
}

TEST_CASE("glob: folders that lie too deep are told") {
  const test::WorkFolder folder("glob");
  std::string deep;
  for (int i = 0; i < 66; ++i) deep += "d/";
  folder.write(deep + "a.txt", "x");
  folder.write("d/a.txt", "x");
  Lines left_out;
  const Lines paths =
      expand_pattern(*real_system(), folder.at("**/a.txt"),
                     [&](const Error& error) { left_out.push_back(folder.without(error.what())); });
  REQUIRE(paths.size() == 1);
  CHECK(folder.without(paths[0]) == "d/a.txt");
  REQUIRE(left_out.size() == 1);
  CHECK(left_out[0] == deep.substr(0, 65 * 2 - 1) + ": folders are nested more than 64 deep");
}
