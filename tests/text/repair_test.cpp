// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/text/read.hpp"
#include "crossroads/text/repair.hpp"

using namespace crossroads;

namespace {

struct RepairCase {
  std::string name;
  std::string text;
  std::string expected;
};

const std::string foot = "\n\n" + std::string(40, ' ') + "\n";

}  // namespace

TEST_CASE("repair: the words of a passage") {
  const std::vector<RepairCase> cases = {
      {"lines", "one two\nthree\r\nfour  five.", "one two three four five."},
      {"a broken word", "of peace-\nkeeping.", "of peacekeeping."},
      {"a compound", "of post- \n conflict.", "of post-conflict."},
      {"nothing tells: the hyphen stays", "the Kelamba-\ndominated.", "the Kelamba-dominated."},
      {"a soft hyphen in a line", "of peace\u00ADkeeping.", "of peacekeeping."},
      {"a soft hyphen at its end", "of gender\u00AD\nbased.", "of genderbased."},
      {"a hyphen that breaks nothing", "peace- and\nstatebuilding -\nso.",
       "peace- and statebuilding - so."},
      {"ligatures", "the e\uFB03cient \uFB02ow of \uFB00\uFB01.", "the efficient flow of fffi."},
      {"full-width letters and digits", "\uFF35\uFF2E \uFF12.", "UN 2."},
      {"but not stops", "\u4E2D\u3002\u6587\uFF01", "\u4E2D\u3002\u6587\uFF01"},
      {"raised digits and fractions stay", "m\u00B2 and \u00BD.", "m\u00B2 and \u00BD."},
      {"zero-width spaces", "a\u200Bb\u2060c\uFEFFd.", "abcd."},
      {"joiners stay", "\u0646\u200C\u0645.", "\u0646\u200C\u0645."},
      {"no-break and wide spaces", "a\u00A0 b\u3000c.", "a b c."},
      {"decomposed letters", "Gue\u0301henno.", "Gu\u00E9henno."},
      {"over notes", "the old peace-" + foot + "1  See.\n keeping there.",
       "the old peacekeeping there."},
      {"over notes, between words", "the old" + foot + "1  See.\n keeping there.",
       "the old keeping there."},
  };
  for (const RepairCase& c : cases) {
    CAPTURE(c.name);
    const Document document = read_text("t", c.text, TextFormat::plain);
    CHECK(repaired(document, document.passages[0]) == c.expected);
  }
}

TEST_CASE("repair: a stretch") {
  const Document document = read_text(
      "t", "the old peace-" + foot + "1  See a.\n keeping there.\n\nNext one.", TextFormat::plain);
  REQUIRE(document.passages.size() == 3);
  const Passage& first = document.passages[0];
  const auto end = first.ranges[1].end;
  CHECK(repaired(document, Span{4, end}) == "old peacekeeping there.");
  CHECK(repaired(document, Span{4, 13}) == "old peace");
  CHECK(repaired(document, Span{4, 14}) == "old peace-");
  CHECK(repaired(document, Span{8, first.ranges[1].begin + 4}) == "peacekeep");
  CHECK(repaired(document, first, Span{first.ranges[1].begin, end}) == "keeping there.");
  CHECK(repaired(document, Span{first.ranges[1].begin, end}) == "keeping there.");
  CHECK(repaired(document, document.passages[1].span()) == "1 See a.");
  CHECK(repaired(document, Span{5, 5}).empty());
  CHECK(repaired(document, Span{15, 40}).empty());
}

TEST_CASE("repair: text that stands alone") {
  CHECK(repaired(" of peace-\nkeeping \uFB01t ") == "of peacekeeping fit");
  CHECK(repaired("gender-\nbased, repre-\nsentatives") == "gender-based, representatives");
  CHECK(repaired("").empty());
}

TEST_CASE("repair: a title is shown repaired") {
  const auto title = [](std::string bytes, TextFormat format) {
    return read_text("t", std::move(bytes), format).title;
  };
  CHECK(title("On peace-\nkeeping\n\nIt began.\n", TextFormat::plain) == "On peacekeeping");
  CHECK(title("# The o\uFB03ce #\n", TextFormat::markdown) == "The office");
}
