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

struct PlainCase {
  std::string name;
  std::string text;
  std::string passages;
};

const std::string foot = "\n" + std::string(40, ' ') + "\n";

const std::vector<PlainCase>& basics() {
  static const std::vector<PlainCase> cases = {
      {"a paragraph", "One line\nand another.\n", "body 0-21: One line and another.\n"},
      {"blank lines part paragraphs", "One.\n\n\nTwo.\n", "body 0-4: One.\nbody 7-11: Two.\n"},
      {"a line of white space is blank", "One.\n \t\nTwo.\n", "body 0-4: One.\nbody 8-12: Two.\n"},
      {"a heading and a byline", "On Bridges\n\nAda Example and Bo Dee\n\nThey stand.\n",
       "heading 0-10: On Bridges\nbyline 12-34: Ada Example and Bo Dee\nbody 36-47: They stand.\n"},
      {"names are a byline only behind a heading", "They stand.\n\nAda Example\n",
       "body 0-11: They stand.\nheading 13-24: Ada Example\n"},
      {"a heading that goes on behind a blank line",
       "On the bridges of the\n\nnorth\n\nThey stand.\n",
       "heading 0-21 23-28: On the bridges of the|north\nbody 30-41: They stand.\n"},
      {"but not behind two", "On the bridges of the\n\n\nnorth\n",
       "heading 0-21: On the bridges of the\nbody 24-29: north\n"},
      {"a numbered heading", "2. Rivers\n\nThey flow.\n",
       "heading 0-9: 2. Rivers\nbody 11-21: They flow.\n"},
      {"a list", "- one\n- two\n  goes on\n* three\n",
       "list-item 0-5: - one\nlist-item 6-21: - two goes on\nlist-item 22-29: * three\n"},
      {"a list right behind its colon", "There are:\n- one\n- two\n",
       "body 0-10: There are:\nlist-item 11-16: - one\nlist-item 17-22: - two\n"},
      {"a number within a paragraph is no item", "It was in\n12. That was late.\n",
       "body 0-28: It was in 12. That was late.\n"},
      {"page numbers", "It ends.\n\n12\n\n- 13 -\n\nIt begins.\n",
       "body 0-8: It ends.\npage-number 10-12: 12\npage-number 14-20: - 13 -\nbody 22-32: It "
       "begins.\n"},
      {"a rule", "One.\n\n* * *\n\nTwo.\n",
       "body 0-4: One.\nseparator 6-11: * * *\nbody 13-17: Two.\n"},
      {"CRLF", "One line\r\nand another.\r\n\r\nTwo.\r\n",
       "body 0-22: One line and another.\nbody 26-30: Two.\n"},
  };
  return cases;
}

const std::vector<PlainCase>& pages() {
  static const std::vector<PlainCase> cases = {
      {"notes at the foot", "It ends.1\n" + foot + "1  See there.\n2  And there.\n",
       "body 0-9: It ends.1\nnote 52-65: 1 See there.\nnote 66-79: 2 And there.\n"},
      {"underscores too", "It ends.1\n\n_____\n1 See there.\n",
       "body 0-9: It ends.1\nseparator 11-16: _____\nnote 17-29: 1 See there.\n"},
      {"a rule of spaces without a note is a blank line", "One.\n" + foot + "Two.\n",
       "body 0-4: One.\nbody 47-51: Two.\n"},
      {"a double-spaced note", "It ends.1\n" + foot + "1  See\n\nthere, at length.\n",
       "body 0-9: It ends.1\nnote 52-58 60-77: 1 See|there, at length.\n"},
      {"a year at a line's start is no note", "It ends.4\n" + foot + "4  See\n\n12 June, there.\n",
       "body 0-9: It ends.4\nnote 52-58 60-75: 4 See|12 June, there.\n"},
      {"a paragraph goes on behind the notes", "It goes\n" + foot + "1  See there.\n on and on.\n",
       "body 0-7 65-75: It goes|on and on.\nnote 50-63: 1 See there.\n"},
      {"a new one begins there", "It ended.\n" + foot + "1  See there.\n And again.\n",
       "body 0-9: It ended.\nnote 52-65: 1 See there.\nbody 67-77: And again.\n"},
      {"a form feed ends the notes", "It goes\n" + foot + "1  See there.\n\fon and on.\n",
       "body 0-7 65-75: It goes|on and on.\nnote 50-63: 1 See there.\n"},
      {"a form feed on a line of its own", "It goes\n" + foot + "1  See there.\n\f\non and on.\n",
       "body 0-7 66-76: It goes|on and on.\nnote 50-63: 1 See there.\n"},
      {"two blank lines end them", "It ended.\n" + foot + "1  See there.\n\n\nAnd again.\n",
       "body 0-9: It ended.\nnote 52-65: 1 See there.\nbody 68-78: And again.\n"},
      {"lines aligned with a note's words are the note's", "It goes\n" + foot + "1 See\n  there.\n",
       "body 0-7: It goes\nnote 50-64: 1 See there.\n"},
      {"an item goes on behind the notes", "- It goes\n" + foot + "1  See there.\n on.\n",
       "list-item 0-9 67-70: - It goes|on.\nnote 52-65: 1 See there.\n"},
      {"a page number behind the notes", "It goes\n" + foot + "1  See there.\n\n12\n\f on.\n",
       "body 0-7 70-73: It goes|on.\nnote 50-63: 1 See there.\npage-number 65-67: 12\n"},
      {"a paragraph goes on behind a page number", "it goes\n\n12\n\non and on.\n",
       "body 0-7 13-23: it goes|on and on.\npage-number 9-11: 12\n"},
      {"a paragraph goes on over a form feed", "It goes\n\n\fon and on.\n",
       "body 0-7 10-20: It goes|on and on.\n"},
      {"not if its sentence ended", "It went.\n\n\fthen on.\n",
       "body 0-8: It went.\nbody 11-19: then on.\n"},
      {"a page that begins with a heading", "It ended.\n Part two\n\nIt began.\n",
       "body 0-9: It ended.\nheading 11-19: Part two\nbody 21-30: It began.\n"},
      {"items that lost their signs", "There are:\n\n one\ngoes on\n\n two\n\nThat is all.\n",
       "body 0-10: There are:\nlist-item 13-24: one goes on\nlist-item 27-30: two\n"
       "body 32-44: That is all.\n"},
      {"and go on on the next page", "There are:\n\n one\n" + foot + "1  See.\n  two\n\n three\n",
       "body 0-10: There are:\nlist-item 13-16: one\nnote 59-66: 1 See.\nlist-item 69-72: two\n"
       "list-item 75-80: three\n"},
      {"endnotes",
       "It ends.2\n\nNotes\n\n1 See there.\n2 See\nelsewhere.\n\nSources\n\nIt began.\n",
       "body 0-9: It ends.2\nheading 11-16: Notes\nnote 18-30: 1 See there.\n"
       "note 31-47: 2 See elsewhere.\nheading 49-56: Sources\nbody 58-67: It began.\n"},
      {"a heading Notes without notes", "Notes\n\nIt began.\n",
       "heading 0-5: Notes\nbody 7-16: It began.\n"},
  };
  return cases;
}

const std::vector<PlainCase>& dumps() {
  static const std::vector<PlainCase> cases = {
      {"a bullet that stands apart from its words",
       "It holds:\n•\n\nstone and\nwood.\n\n•\n\nsand.\n",
       "body 0-9: It holds:\nlist-item 10-13 15-30: •|stone and wood.\n"
       "list-item 32-35 37-42: •|sand.\n"},
      {"a bullet within a block begins an item", "It holds stone.\n• wood\nand sand\n",
       "body 0-15: It holds stone.\nlist-item 16-33: • wood and sand\n"},
      {"numbered headings without a blank line behind them",
       "1. Stone\n1.1 Arches\nThey stand, as arches do, for long.\n1.2 Piers\nPiers stand longer "
       "than that.\n",
       "heading 0-8: 1. Stone\nheading 9-19: 1.1 Arches\n"
       "body 20-55: They stand, as arches do, for long.\nheading 56-65: 1.2 Piers\n"
       "body 66-95: Piers stand longer than that.\n"},
      {"the items of a list are none", "It holds:\n\n1. Stone\n2. Wood, and whatever grows\n",
       "body 0-9: It holds:\nlist-item 11-19: 1. Stone\n"
       "list-item 20-47: 2. Wood, and whatever grows\n"},
      {"a title that is the running head too",
       "Of rivers\nAda Example\n\nThey flow.\n\fOf rivers\n\nSo.\n\fOf rivers\n\nSo.\n",
       "heading 0-9: Of rivers\nbyline 10-21: Ada Example\nbody 23-33: They flow.\n"
       "running-head 35-44: Of rivers\nbody 46-49: So.\nrunning-head 51-60: Of rivers\n"
       "body 62-65: So.\n"},
      {"years in a heading", "4. The war of 2023-2024\n\nIt began.\n",
       "heading 0-23: 4. The war of 2023-2024\nbody 25-34: It began.\n"},
      {"numbers and letters alone are no heading", "4d 49 4d\n\nM\n\nIt began.\n",
       "body 0-8: 4d 49 4d\nbody 10-11: M\nbody 13-22: It began.\n"},
  };
  return cases;
}

const std::vector<PlainCase>& parts() {
  static const std::vector<PlainCase> cases = {
      {"a table of contents with leaders", "Rivers ........ 3\nStreams ..... 12\n\nThey flow.\n",
       "contents 0-17: Rivers ........ 3\ncontents 18-34: Streams ..... 12\nbody 36-46: They "
       "flow.\n"},
      {"below its heading a page number is enough", "Contents\n\nRivers 3\nStreams 12\n",
       "heading 0-8: Contents\ncontents 10-18: Rivers 3\ncontents 19-29: Streams 12\n"},
      {"a year at the end of a line makes no contents",
       "Streams: 3\n\nThey flowed in 1998\nand then in 2004\n\nSo.\n",
       "heading 0-10: Streams: 3\nheading 12-48: They flowed in 1998 and then in 2004\n"
       "body 50-53: So.\n"},
      {"a table", "river    length\nLoud     12 km\nLow      7 km\n",
       "table 0-15: river length\ntable 16-30: Loud 12 km\ntable 31-44: Low 7 km\n"},
      {"tabs part cells too", "river\tlength\nLoud\t12 km\n",
       "table 0-12: river length\ntable 13-23: Loud 12 km\n"},
      {"one wide gap is no table", "They flow    and flow.\nThey do.\n",
       "body 0-31: They flow and flow. They do.\n"},
      {"a quotation that is set in",
       "It is said that\nthey flow:\n\n     ‘They flow, and\n     they flow on.’\n\nSo.\n",
       "body 0-26: It is said that they flow:\nquote 33-72: ‘They flow, and they flow on.’\n"
       "body 74-77: So.\n"},
      {"captions", "Figure 2: Rivers by length\n\nTable 1. Streams\n\nTable 1 shows streams.\n",
       "caption 0-26: Figure 2: Rivers by length\ncaption 28-44: Table 1. Streams\n"
       "body 46-68: Table 1 shows streams.\n"},
      {"an address alone", "See there.\n\nhttps://example.org/a\n",
       "body 0-10: See there.\naddress 12-33: https://example.org/a\n"},
      {"addresses below a page's notes are the page's",
       "So.1\n" + foot + "1  See there.\n\nhttp://example.org/a\nhttp://example.org/b\n",
       "body 0-4: So.1\nnote 47-60: 1 See there.\naddress 62-82: http://example.org/a\n"
       "address 83-103: http://example.org/b\n"},
      {"what a note leads up to is its own",
       "So.1\n" + foot + "1  Available at:\n\nhttp://example.org/a\n",
       "body 0-4: So.1\nnote 47-63 65-85: 1 Available at:|http://example.org/a\n"},
      {"references that hang",
       "References\n\nDee, B. (1998) On\n   rivers.\nEff, C. (2001) On\n   streams.\n",
       "heading 0-10: References\nreference 12-40: Dee, B. (1998) On rivers.\n"
       "reference 41-70: Eff, C. (2001) On streams.\n"},
      {"references that do not",
       "Bibliography\n\nDee, B. (1998) On\nrivers.\nEff, C. (2001) On\nstreams, long\nones.\n",
       "heading 0-12: Bibliography\nreference 14-39: Dee, B. (1998) On rivers.\n"
       "reference 40-77: Eff, C. (2001) On streams, long ones.\n"},
      {"a heading Sources without references", "Sources\n\nRivers have some.\n",
       "heading 0-7: Sources\nbody 9-26: Rivers have some.\n"},
      {"running heads, with the page's number in them",
       "Of rivers 1\n\nThey flow and\n\fOf rivers 2\n\nflow on.\n\fOf rivers 3\n\nSo.\n",
       "running-head 0-11: Of rivers 1\nbody 13-26 41-49: They flow and|flow on.\n"
       "running-head 28-39: Of rivers 2\nrunning-head 51-62: Of rivers 3\nbody 64-67: So.\n"},
      {"running feet around the page's number, without form feeds",
       "They flow\n\nOf rivers\n\n1\n\nand flow\n\nOf rivers\n\n2\n\non.\n\nOf rivers\n\n3\n",
       "body 0-9 25-33 49-52: They flow|and flow|on.\nrunning-head 11-20: Of rivers\n"
       "page-number 22-23: 1\nrunning-head 35-44: Of rivers\npage-number 46-47: 2\n"
       "running-head 54-63: Of rivers\npage-number 65-66: 3\n"},
      {"three pages far from each other that begin alike have no running head",
       "The Council,\nsaid.\n\fOne.\n\fTwo.\n\f\nThe Council\nran.\n\fOne.\n\fTwo.\n\fThree.\n\f"
       "\nThe Council\nsat.\n",
       "body 0-30: The Council, said. One. Two.\nbody 33-69: The Council ran. One. Two. "
       "Three.\nbody 72-88: The Council sat.\n"},
      {"a line that comes twice is none",
       "Of rivers\n\nThey flow.\n\fOf rivers\n\nThey flow on.\n\n\fSo.\n",
       "heading 0-9: Of rivers\nbody 11-21: They flow.\nheading 23-32: Of rivers\n"
       "body 34-47: They flow on.\nbody 50-53: So.\n"},
  };
  return cases;
}

void run(const std::vector<PlainCase>& cases) {
  std::set<std::string> names;
  for (const PlainCase& c : cases) {
    CAPTURE(c.name);
    CHECK(names.insert(c.name).second);
    const Document document = read_text("t.txt", c.text, TextFormat::plain);
    CHECK(test::violations(document) == "");
    CHECK(test::dump(document) == c.passages);
  }
}

}  // namespace

TEST_CASE("plain text: paragraphs, headings, lists") {
  run(basics());
}
TEST_CASE("plain text: pages and notes") {
  run(pages());
}

TEST_CASE("plain text: contents, tables, quotes, captions, references, running heads") {
  run(parts());
}

TEST_CASE("plain text: what converters of PDFs leave") {
  run(dumps());
}

TEST_CASE("plain text: a report's numbered paragraphs are no list") {
  const std::string long_words = " " + std::string(80, 'x') + "\n" + std::string(80, 'y') + ".\n\n";
  const std::string text =
      "Stone\n\n1. One" + long_words + "2. Two" + long_words + "Wood\n\n3. Three" + long_words;
  const auto roles = [](const std::string& bytes) {
    std::string all;
    for (const Passage& passage : read_text("t", bytes, TextFormat::plain).passages) {
      all += std::string(to_string(passage.role)) + " ";
    }
    return all;
  };
  CHECK(roles(text) == "heading body body heading body ");
  // Where numbers begin again, or the items are short, it is a list.
  CHECK(roles("Stone\n\n1. One" + long_words + "Wood\n\n1. Two" + long_words) ==
        "heading list-item heading list-item ");
  CHECK(roles("Stone\n\n1. One of\nthem.\n\nWood\n\n2. Two of\nthem.\n") ==
        "heading list-item heading list-item ");
}

TEST_CASE("plain text: CRLF gives the same passages") {
  for (const auto* cases : {&basics(), &pages(), &parts(), &dumps()}) {
    for (const PlainCase& c : *cases) {
      CAPTURE(c.name);
      if (c.text.find('\r') != std::string::npos) continue;
      std::string text;
      for (const char character : c.text)
        text += character == '\n' ? "\r\n" : std::string(1, character);
      const Document lf = read_text("t.txt", c.text, TextFormat::plain);
      const Document crlf = read_text("t.txt", text, TextFormat::plain);
      CHECK(test::violations(crlf) == "");
      REQUIRE(lf.passages.size() == crlf.passages.size());
      for (std::size_t i = 0; i < lf.passages.size(); ++i) {
        CHECK(lf.passages[i].role == crlf.passages[i].role);
        CHECK(lf.passages[i].ranges.size() == crlf.passages[i].ranges.size());
      }
    }
  }
}
