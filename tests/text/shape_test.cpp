// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "text/plain/shape.hpp"

using namespace crossroads;

namespace {

using Strings = std::vector<std::string>;

template <class Predicate>
void check_all(Predicate holds, bool expected, const Strings& texts) {
  for (const std::string& text : texts) {
    CAPTURE(text);
    CHECK(holds(text) == expected);
  }
}

}  // namespace

TEST_CASE("shape: the marks of list items") {
  const std::vector<std::pair<std::string, std::size_t>> marked = {
      {"- one", 2},  {"* one", 2},       {"+ one", 2},      {"\u2022 one", 4},
      {"-\tone", 2}, {"\u2013  one", 5}, {"1. one", 3},     {"12) one", 4},
      {"a) one", 3}, {"b. one", 3},      {"\uF0B7 one", 4},
  };
  for (const auto& [line, size] : marked) {
    CAPTURE(line);
    CHECK(list_marker(line) == size);
  }
  for (const char* line :
       {"", "-", "- ", "-one", "1.one", "1 one", "2013. one", "A. one", "one", "1."}) {
    CAPTURE(line);
    CHECK(list_marker(line) == 0);
  }
}

TEST_CASE("shape: the marks of notes") {
  const auto mark = [](std::string_view line) -> std::pair<unsigned, std::size_t> {
    const auto found = note_mark(line);
    return found ? std::pair(found->number, found->size) : std::pair(0U, std::size_t{0});
  };
  CHECK(mark("1  See there.") == std::pair(1U, std::size_t{3}));
  CHECK(mark("12 See there.") == std::pair(12U, std::size_t{3}));
  CHECK(mark("12. See there.") == std::pair(12U, std::size_t{4}));
  CHECK(mark("3) See there.") == std::pair(3U, std::size_t{3}));
  CHECK(mark("[104] See there.") == std::pair(104U, std::size_t{6}));
  for (const char* line :
       {"", "1", "1 ", "0 zero", "2013 was", "[1 See", "[1]See", "1See", "x 1"}) {
    CAPTURE(line);
    CHECK(mark(line).first == 0);
  }
}

TEST_CASE("shape: what ends a sentence") {
  check_all(ends_sentence, true,
            {"It ended.", "Did it?", "It did!", "namely:", "first;", "and so on\u2026", "ended.\"",
             "\u2018ended.\u2019", "(It ended.)", "It ended.12", "ended.\u201D3", "**ended.**"});
  check_all(ends_sentence, false,
            {"", "It went", "it went,", "12", "in 2013", "ended.2013", "(it)"});
}

TEST_CASE("shape: headings") {
  check_all(
      looks_like_heading, true,
      {"Background", "1. Background", "WHAT WAS DONE", "What was done?", "\u00C9tat des lieux",
       "Part 2: the second", "## Background", "\u2018Robust\u2019 mandates",
       // 100 characters, 200 bytes: Greek capitals.
       [] {
         std::string text;
         for (int i = 0; i < 100; ++i) text += "\u0391";
         return text;
       }()});
  check_all(looks_like_heading, false,
            {"", "background", "It ended.", "one, two,", "See http://example.org/x", "---",
             std::string(101, 'A')});
}

TEST_CASE("shape: lists of names") {
  check_all(looks_like_names, true,
            {"Ada Example", "Ada Example and Bo de Vries", "A. B. Example, C. Dee & E. Eff",
             "Åsa Ødegård"});
  check_all(looks_like_names, false,
            {"", "Ada", "Ada Example 2013", "Ada example", "Note: Ada Bee", "Executive Summary",
             "Natural Resources", "The Mission To Congo", "Troop Contributors", "North Kivu",
             "India, Pakistan and Nepal", "I. Stone", "Protection"});
}

TEST_CASE("shape: page numbers and rules") {
  check_all(looks_like_page_number, true, {"1", "123", "- 12 -", "2113"});
  check_all(looks_like_page_number, false, {"", "-", "12345", "12.", "xii", "page 12"});
  check_all(looks_like_rule, true,
            {"---", "___", "* * *", "=====", "\u2014\u2014\u2014", "- - -", "____________"});
  check_all(looks_like_rule, false, {"", "--", "-- x", "-_-", "\u2014", "   ", "- a"});
}

TEST_CASE("shape: small beginnings") {
  check_all(begins_small, true, {"a", "\u00E9t\u00E9", "\u03B1"});
  check_all(begins_small, false, {"", "A", "1a", "\u2018a", "\u4E2D"});
}
