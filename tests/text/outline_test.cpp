// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"
#include "support/dump_document.hpp"

using namespace crossroads;

namespace {

struct OutlineCase {
  std::string name;
  std::string text;
  std::string outline;
};

const std::vector<OutlineCase>& plain() {
  static const std::vector<OutlineCase> cases = {
      {"a title is no section", "On Bridges\n\nThey stand.\n", ""},
      {"a title and a byline are an article that holds the rest",
       "On Bridges\n\nAda Example\n\nThey stand.\n\nWooden ones\n\nThey fall.\n",
       "article On Bridges {Ada Example} p1-p5\n section Wooden ones p4-p5\n"},
      {"articles of a volume, its editor's preface first",
       "On Bridges\n\nEd Itor\n\nA preface.\n\nSection 1: Stone\n\nArches\n\nAda Example\n\nThey "
       "stand.\n\nPiers\n\nBo Dee and Cy Eff\n\nThey stand too.\n\nSection 2: Wood\n\nIt "
       "falls.\n",
       "article On Bridges {Ed Itor} p1-p3\nsection Section 1: Stone p4-p10\n"
       " article Arches {Ada Example} p5-p7\n article Piers {Bo Dee} {Cy Eff} p8-p10\n"
       "section Section 2: Wood p11-p12\n"},
      {"decimal numbers nest by their depth",
       "On Bridges\n\n1. Stone\n\nIt stands.\n\n1.1 Arches\n\nThey stand.\n\n1.2 Piers\n\nToo."
       "\n\n2. Wood\n\nIt falls.\n",
       "section 1. Stone p2-p7\n section 1.1 Arches p4-p5\n section 1.2 Piers p6-p7\n"
       "section 2. Wood p8-p9\n"},
      {"a report's Roman numbers, letters and plain headings",
       "On Bridges\n\nI. Stone\n\nIt stands.\n\nA. Arches\n\nSo.\n\nRound ones\n\nSo.\n\nB. "
       "Piers\n\nSo.\n\nII. Wood\n\nIt falls.\n",
       "section I. Stone p2-p9\n section A. Arches p4-p7\n  section Round ones p6-p7\n"
       " section B. Piers p8-p9\nsection II. Wood p10-p11\n"},
      {"the letter I behind H", "T\n\nSo.\n\nH. Ha\n\nIt is.\n\nI. Ii\n\nIt is.\n",
       "section H. Ha p3-p4\nsection I. Ii p5-p6\n"},
      {"a year is no number", "On Bridges\n\n1. Stone\n\nSo.\n\n1998 was wet\n\nSo.\n",
       "section 1. Stone p2-p5\n section 1998 was wet p4-p5\n"},
      {"headings that have no number by custom stand beside those that have",
       "On Bridges\n\nIntroduction\n\nSo.\n\n1. Stone\n\nSo.\n\nConclusions\n\nSo.\n",
       "section Introduction p2-p3\nsection 1. Stone p4-p5\nsection Conclusions p6-p7\n"},
      {"an introduction at the start is no title", "Introduction\n\nIt begins.\n",
       "section Introduction p1-p2\n"},
      {"parts hold chapters, annexes stand beside chapters",
       "T\n\nPart I: Stone\n\nChapter 1: Arches\n\nSo.\n\nAnnex A: Data\n\nSo.\n",
       "section Part I: Stone p2-p6\n section Chapter 1: Arches p3-p4\n"
       " section Annex A: Data p5-p6\n"},
      {"two capitals are no byline where they are a heading's",
       "Peace Operations Report\n\nExecutive Summary\n\nThe mission began.\n\nNatural "
       "Resources\n\nSo it was.\n",
       "section Executive Summary p2-p3\nsection Natural Resources p4-p5\n"},
      {"a chronology's years are headings",
       "On rivers\n\n2012\n\nIt rained.\n\n2013\n\nIt did "
       "not.\n",
       ""},
      {"a heading with a word broken at its line's end",
       "On the stone brid-\n\nges\n\nThey stand.\n", ""},
  };
  return cases;
}

const std::vector<OutlineCase>& notes() {
  static const std::string foot = "\n" + std::string(40, ' ') + "\n";
  static const std::vector<OutlineCase> cases = {
      {"a note and its call", "It ends.1\n" + foot + "1  See there.\n",
       "note 1: p2 called in p1 at 8\n"},
      {"a note belongs to the article that cites it, wherever it stands",
       "One\n\nAda Example\n\nIt begins.1\n\nTwo\n\nBo Dee\n\nIt goes on.2\n" + foot +
           "1  See.\n2  See.\n",
       "article One {Ada Example} p1-p3\narticle Two {Bo Dee} p4-p8\n"
       "note 1: p7 called in p3 at 28 in One\nnote 2: p8 called in p6 at 55 in Two\n"},
      {"numbers that look like calls",
       "M23 and P5 met in 2013,12 men in 5.3 boats, no.2 of vol.1, at noon.1\n" + foot +
           "1  See.\n",
       "note 1: p2 called in p1 at 67\n"},
      {"behind a name in capitals, where nothing better calls it",
       "They met UNPROFOR1 there.\n" + foot + "1  See.\n", "note 1: p2 called in p1 at 17\n"},
      {"behind a closing quote, a comma and a bracket",
       "‘So’,1 (so)2 and so.”3\n" + foot + "1  See.\n2  See.\n3  See.\n",
       "note 1: p2 called in p1 at 9\nnote 2: p3 called in p1 at 15\n"
       "note 3: p4 called in p1 at 27\n"},
      {"raised and in brackets", "So it is² and was.[3]\n" + foot + "2  See.\n3  See.\n",
       "note 2: p2 called in p1 at 8\nnote 3: p3 called in p1 at 19\n"},
      {"a space before the call", "It was so. 1 It is.\n" + foot + "1  See.\n",
       "note 1: p2 called in p1 at 11\n"},
      {"a note without a text", "So.1 So.2 So.3\n" + foot + "1  See.\n3  See.\n",
       "note 1: p2 called in p1 at 3\nnote 2: called in p1 at 8\nnote 3: p3 called in p1 at 13\n"
       "! note 2 is called at byte 8 and has no text\n"},
      {"a note that nothing calls", "So.1\n" + foot + "1  See.\n2  See.\n",
       "note 1: p2 called in p1 at 3\nnote 2: p3\n! note 2, at byte 55, is called nowhere\n"},
      {"a power of a unit calls nothing",
       "So.1 It covers 450 km² and 3 m³. So.2\n" + foot + "1  See.\n2  See.\n",
       "note 1: p2 called in p1 at 3\nnote 2: p3 called in p1 at 38\n"},
      {"references that have numbers are named, not called",
       "So [1] and so.[2] So it is [3].\n\nReferences\n\n[1] Dee, B. (1998) On rivers.\n\n[2] Eff, "
       "C. (1999) On streams.\n",
       "section References p2-p4\n"},
      {"numbers that begin again with each page",
       "So.1\n" + foot + "1  See.\n\fSo.1 So.2\n" + foot + "1  See.\n2  See.\n",
       "note 1: p2 called in p1 at 3\nnote 1: p4 called in p3 at 59\nnote 2: p5 called in p3 at "
       "64\n"},
      {"numbers that begin again among the notes of one page",
       "So.1\n\nTwo\n\nBo Dee\n\nSo.1\n" + foot + "1  See.\n1  See there.\n",
       "article Two {Bo Dee} p2-p6\nnote 1: p5 called in p1 at 3\n"
       "note 1: p6 called in p4 at 22 in Two\n"},
      {"texts all lost", "So.1 It was so.2 So it was.3\n",
       "note 1: called in p1 at 3\nnote 2: called in p1 at 15\nnote 3: called in p1 at 27\n"
       "! note 1 is called at byte 3 and has no text\n! note 2 is called at byte 15 and has no "
       "text\n! note 3 is called at byte 27 and has no text\n"},
      {"two numbers alone tell nothing", "So.1 It was so.2\n", ""},
      {"a note that is cut off",
       "So.1 So.2\n" + foot + "1  See the long account of it.\n2  See the short account of the\n",
       "note 1: p2 called in p1 at 3\nnote 2: p3 called in p1 at 8 (cut)\n"
       "! note 2 is cut off at byte 114\n"},
  };
  return cases;
}

const std::vector<OutlineCase>& markdown() {
  static const std::vector<OutlineCase> cases = {
      {"levels, a byline in emphasis, notes by name",
       "# On bridges\n\n*By Ada Example and Bo Dee*\n\nSo.[^a]\n\n## Stone\n\nSo.[^b]\n\n### "
       "Arches\n\nSo.\n\n[^a]: See.\n[^c]: See.\n",
       "article On bridges {Ada Example} {Bo Dee} p1-p9\n section Stone p4-p9\n"
       "  section Arches p6-p9\nnote a: p8 called in p3 at 46 in On bridges\n"
       "note b: called in p5 at 65 in Stone\nnote c: p9 in Arches\n"
       "! note b is called at byte 65 and has no text\n! note c, at byte 99, is called nowhere\n"},
      {"a note that is called twice", "# T\n\nSo.[^1]\n\nAgain.[^1]\n\n[^1]: See.\n",
       "note 1: p4 called in p2 at 8\nnote 1: p4 called in p3 at 20\n"},
      {"two names of places are no byline", "# T\n\nSo.\n\n## Where\n\nSierra Leone\n",
       "section Where p3-p4\n"},
      {"a level that is skipped", "# T\n\n#### Deep\n\nSo.\n\n## High\n\nSo.\n",
       "section Deep p2-p3\nsection High p4-p5\n"},
      {"several headings of the first level are sections", "# One\n\nSo.\n\n# Two\n\nSo.\n",
       "section One p1-p2\nsection Two p3-p4\n"},
      {"marks and links are not shown", "# T\n\n## The *[second](http://x.y)* `one` ##\n\nSo.\n",
       "section The second one p2-p3\n"},
  };
  return cases;
}

void run(const std::vector<OutlineCase>& cases, TextFormat format) {
  std::set<std::string> names;
  for (const OutlineCase& c : cases) {
    CAPTURE(c.name);
    CHECK(names.insert(c.name).second);
    const Document document = read_text("t", c.text, format);
    CHECK(test::violations(document) == "");
    CHECK(test::dump_outline(document) == c.outline);
  }
}

std::string authors(const std::string& byline) {
  const Document document =
      read_text("t", "Title\n\n" + byline + "\n\nIt begins.\n", TextFormat::plain);
  std::string names;
  for (const Section& section : document.sections) {
    for (const Author& author : section.authors) {
      CHECK(!author.span.empty());
      names += "{" + author.name + "}";
    }
  }
  return names;
}

}  // namespace

TEST_CASE("outline: sections and articles of plain text") {
  run(plain(), TextFormat::plain);
}
TEST_CASE("outline: notes and what calls them") {
  run(notes(), TextFormat::plain);
}
TEST_CASE("outline: Markdown") {
  run(markdown(), TextFormat::markdown);
}

TEST_CASE("outline: bylines") {
  CHECK(authors("Ada Example") == "{Ada Example}");
  CHECK(authors("By Ada Example, Bo Dee & Cy de la Eff") == "{Ada Example}{Bo Dee}{Cy de la Eff}");
  CHECK(authors("Ada Example og Bjørn Åse") == "{Ada Example}{Bjørn Åse}");
  CHECK(authors("Martin Luther Ring, Jr, and Bo Dee") == "{Martin Luther Ring, Jr}{Bo Dee}");
  CHECK(authors("Ada Example (NUPI) and Bo Dee*") == "{Ada Example}{Bo Dee}");
}

TEST_CASE("outline: the title is a heading that not every text has") {
  const auto title = [](const std::string& text) {
    return read_text("t", text, TextFormat::markdown).title;
  };
  CHECK(title("So.\n\n# Notes\n\nSo.\n") == "t");
  CHECK(title("# Introduction\n\nSo.\n\n# Rivers\n") == "Rivers");
  CHECK(title("# Report [draft] on C#\n\nSo.\n") == "Report [draft] on C#");
  CHECK(title("# A [link](http://x.y) ##\n\nSo.\n") == "A link");
}

TEST_CASE("outline: what a list leans on") {
  const Document document =
      read_text("t", "It holds:\n\n- one;\n- two.\n\nIt ended.\n\n- three\n", TextFormat::plain);
  REQUIRE(document.passages.size() == 5);
  CHECK(document.passages[1].lead_in == 0U);
  CHECK(document.passages[2].lead_in == 0U);
  CHECK(!document.passages[4].lead_in);
}

TEST_CASE("outline: pages and their labels") {
  const auto labels = [](const std::string& text) {
    const Document document = read_text("t", text, TextFormat::plain);
    CHECK(test::violations(document) == "");
    std::string all;
    for (const Page& page : document.pages) {
      all += std::to_string(page.begin) + ":" + page.label + " ";
    }
    return all;
  };
  CHECK(labels("One.\n\fTwo.\n") == "0:1 6:2 ");
  CHECK(labels("One.\n\n7\n\fTwo.\n\n8\n\fThree.\n\n9\n") == "0:7 9:8 18:9 ");
  CHECK(labels("One.\n\n7\n\nTwo.\n\n8\n\nThree.\n") == "0:7 7:8 16:9 ");
  CHECK(labels("One.\n") == "");
}
