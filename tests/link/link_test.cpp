// SPDX-License-Identifier: Apache-2.0
//
// Families of cases. Names are entries 0, 1, 2 … in their order; a name that begins with "=" is one
// of the entry before it. What is expected reads "begin-end=entry", candidates apart by "|".
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/link.hpp"
#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"
#include "support/check_links.hpp"
#include "support/naive_linker.hpp"

using namespace crossroads;

namespace {

struct LinkCase {
  std::string name;
  std::vector<std::string> forms;
  std::string text;
  std::string expected;
};

Lexicon lexicon_of(const std::vector<std::string>& forms) {
  Ontology ontology;
  for (const std::string& text : forms) {
    const bool alias = text[0] == '=';
    if (!alias) ontology.entries.emplace_back();
    Form form;
    form.text = text.substr(alias ? 1 : 0);
    form.is_label = !alias;
    ontology.entries.back().forms.push_back(form);
  }
  return Lexicon::build(ontology);
}

Links checked_links(const LinkCase& c, TextFormat format) {
  const Document document = read_text("t.txt", c.text, format);
  CHECK(test::violations(document) == "");
  Links links = link(lexicon_of(c.forms), document);
  CHECK(test::violations(document, links) == "");
  return links;
}

/// Names of cases are unique over all families.
void check_name(const LinkCase& c) {
  static std::set<std::string> names;
  CHECK(names.insert(c.name).second);
}

void run(const std::vector<LinkCase>& cases, TextFormat format = TextFormat::plain) {
  for (const LinkCase& c : cases) {
    CAPTURE(c.name);
    CAPTURE(c.text);
    check_name(c);
    CHECK(test::shown(checked_links(c, format)) == c.expected);
  }
}

/// The same, for what is decided by definition: of other mentions and places nothing is shown.
void run_defined(const std::vector<LinkCase>& cases) {
  for (const LinkCase& c : cases) {
    CAPTURE(c.name);
    CAPTURE(c.text);
    check_name(c);
    Links links = checked_links(c, TextFormat::plain);
    std::erase_if(links.mentions,
                  [](const Mention& mention) { return mention.decided != Decided::defined_here; });
    links.undecided.clear();
    CHECK(test::shown(links) == c.expected);
  }
}

const std::string foot = "\n\n" + std::string(40, ' ') + "\n";

}  // namespace

TEST_CASE("link: basics") {
  run({
      {"a name", {"ford"}, "The ford is deep.", "4-8=0"},
      {"at both ends", {"ford"}, "ford and ford", "0-4=0 9-13=0"},
      {"no name", {"ford"}, "The bridge.", ""},
      {"not within a word", {"ford"}, "afford fordXs Fordham", ""},
      {"several words", {"stone bridge"}, "A stone  bridge.", "2-15=0"},
      {"not over another sign", {"stone bridge"}, "stone, bridge; stone/bridge", ""},
      {"signs of the name itself",
       {"S/2000/809", "U.N."},
       "S/2000/809 of the U.N. here",
       "0-10=0 18-22=1"},
      {"an alias", {"ford", "=crossing"}, "crossing", "0-8=0"},
      {"the same form twice is no doubt", {"ford", "=Ford"}, "ford", "0-4=0"},
      {"digits", {"resolution 2098"}, "Resolution 2098 and resolution 20981", "0-15=0"},
      {"an empty text", {"ford"}, "", ""},
      {"no forms", {}, "The ford.", ""},
      {"quotes and brackets are outside",
       {"ford"},
       "(ford) \"ford\" \u201Cford\u201D",
       "1-5=0 8-12=0 17-21=0"},
      {"a bracketed short form is a second mention",
       {"stone bridge", "=SBK"},
       "stone bridge (SBK)",
       "0-12=0 14-17=0"},
  });
}

TEST_CASE("link: overlap") {
  run({
      {"the longer wins", {"stone", "stone bridge"}, "stone bridge", "0-12=1"},
      {"the leftmost wins over the longer",
       {"old stone", "stone bridge keeper"},
       "old stone bridge keeper",
       "0-9=0"},
      {"what is left is looked at again",
       {"old stone", "stone bridge", "bridge"},
       "old stone bridge",
       "0-9=0 10-16=2"},
      {"a longer one that fails falls back",
       {"stone", "stone bridge keeper"},
       "stone bridge",
       "0-5=0"},
      {"a name in a name", {"bridge"}, "bridge bridge", "0-6=0 7-13=0"},
      {"a longer exact one with another case falls back",
       {"stone", "stone BRIDGE"},
       "stone bridge",
       "0-5=0"},
  });
}

TEST_CASE("link: case") {
  run({
      {"any case by default", {"stone bridge"}, "STONE Bridge", "0-12=0"},
      {"acronyms as written", {"CAR"}, "a car, a Car, the CAR", "18-21=0"},
      {"a capital and a digit", {"M23", "R2P"}, "m23 M23 r2p R2P", "4-7=0 12-15=1"},
      {"mixed case", {"PoC"}, "POC poc PoC", "8-11=0"},
      {"the plural s only where it is a form",
       {"CAN", "=CANs"},
       "CANs CAN can cans",
       "0-4=0 5-8=0"},
      {"a hyphen ends a run", {"Al-Shabaab"}, "al-shabaab AL-SHABAAB", "0-10=0 11-21=0"},
      {"an exact word makes all of it exact", {"UN mission"}, "UN mission, UN Mission", "0-10=0"},
  });
}

TEST_CASE("link: line breaks and hyphens at lines' ends") {
  run({
      {"over a line break", {"stone bridge"}, "stone\nbridge", "0-12=0"},
      {"over CRLF", {"stone bridge"}, "stone\r\nbridge", "0-13=0"},
      {"with spaces on both sides", {"stone bridge"}, "stone \n  bridge", "0-15=0"},
      {"never over a blank line", {"stone bridge"}, "One stone\n\nbridge.", ""},
      {"a broken word", {"peacekeeping"}, "peace-\nkeeping", "0-14=0"},
      {"a broken compound", {"peace-keeping"}, "peace-\nkeeping", "0-14=0"},
      {"broken within a longer name", {"stone bridge"}, "sto-\nne brid- \r\nge", "0-18=0"},
      {"broken twice", {"peacekeeping"}, "pea-\nce-\nkeeping", "0-16=0"},
      {"broken to both", {"peacekeeping", "peace-keeping"}, "peace-\nkeeping", "0-14=0|1"},
      {"the longer reading wins",
       {"a-b c", "ab", "xy z", "x-y"},
       "a-\nb c x-\ny z",
       "0-6=0 7-13=2"},
      {"no hyphen, no joining", {"Stonebridge"}, "stone\nbridge stone-\nbridge", "13-26=0"},
      {"a hyphen and a space", {"peacekeeping", "peace-keeping"}, "peace- keeping", ""},
      {"not the end of a broken word", {"keeping"}, "peace-\nkeeping", ""},
      {"not its beginning", {"peace"}, "peace-\nkeeping", ""},
      {"before a capital it is a compound", {"anti"}, "anti-\nBalaka", "0-4=0"},
      {"after it too", {"Balaka"}, "anti-\nBalaka", "6-12=0"},
      {"an exact name is believed", {"UN"}, "UN-\nled", "0-2=0"},
      {"an exact name that is broken", {"MINUSMA"}, "MINUS-\nMA", "0-9=0"},
      {"the hyphens of Unicode",
       {"peace-keeping", "peacekeeping"},
       "peace\u2010keeping peace\u2011\nkeeping",
       "0-15=0 16-32=0"},
      {"broken at a blank line", {"peacekeeping"}, "It is peace-\n\nkeeping.", ""},
  });
}

TEST_CASE("link: broken words are looked up as they read") {
  run({
      // The document itself tells, and whether the ontology agrees is no matter.
      {"joined elsewhere", {"Peace-Keeping", "keeping"}, "peace-\nkeeping of peacekeeping", ""},
      {"hyphenated elsewhere",
       {"Peacekeeping", "peace"},
       "peace-\nkeeping or peace-keeping",
       "0-5=1 18-23=1"},
      {"a compound's parts are names",
       {"gender", "based"},
       "gender-\nbased on gender-based",
       "0-6=0 8-13=1 17-23=0 24-29=1"},
      {"joined, and nothing of it is a name", {"Link"}, "Link-\nages and linkages", ""},
      {"a soft hyphen joins", {"UN", "led"}, "UN\u00AD\nled", ""},
      // Then the ontology's names.
      {"the ontology has the word", {"statebuilding", "building"}, "state-\nbuilding", "0-15=0"},
      {"the ontology has the compound", {"re-form", "form"}, "re-\nform", "0-8=0"},
      {"the compound's beginning", {"Vice-President of all", "Vice"}, "Vice-\nPresident", "0-4=1"},
      // Then a list of words.
      {"a word of the list", {"under", "standing"}, "under-\nstanding", ""},
      {"two words of the list", {"post", "conflict"}, "post-\nconflict", "0-4=0 6-14=1"},
      {"a half that is no word", {"sentatives"}, "repre-\nsentatives", ""},
      // Nothing tells.
      {"a name before a word", {"dominated", "Hutu"}, "Kelamba-\ndominated", ""},
      {"an acronym before a word", {"M23", "led"}, "M23-\nled", "0-3=0 5-8=1"},
  });
}

TEST_CASE("link: notes in between") {
  run({
      {"over a page's notes",
       {"stone bridge"},
       "the old stone" + foot + "1  See.\n bridge there.",
       "8-71=0"},
      {"a broken word over them",
       {"stonework"},
       "the old stone-" + foot + "1  See.\n work there.",
       "8-70=0"},
      {"the note's own names",
       {"stone bridge", "See"},
       "the old stone" + foot + "1  See.\n bridge there.",
       "8-71=0 59-62=1"},
      {"not where a new paragraph begins",
       {"end bridge"},
       "It is the end." + foot + "1  See.\n Bridge there.",
       ""},
      {"a double-spaced note",
       {"stone bridge"},
       "It was.1" + foot + "1  A stone\n\nbridge.",
       "56-69=0"},
      {"not from text to note", {"stone see"}, "the old stone" + foot + "1  See.", ""},
  });
  const LinkCase cut{
      "parts", {"stone bridge"}, "the old stone" + foot + "1  See.\n bridge there.", ""};
  const Links links = checked_links(cut, TextFormat::plain);
  REQUIRE(links.mentions.size() == 1);
  CHECK(links.mentions[0].parts == std::vector<Span>{{8, 13}, {65, 71}});
}

TEST_CASE("link: addresses") {
  run({
      {"not in a URL", {"UN", "ford"}, "UN http://www.UN.org/ford/UN UN", "0-2=0 29-31=0"},
      {"not without a scheme", {"UN"}, "www.UN.org, UN", "12-14=0"},
      {"not in an e-mail address", {"UN"}, "jo@UN.org UN@a.b UN", "17-19=0"},
      {"not from the text into one", {"see http"}, "see http://a.b", ""},
      {"a handle is a name", {"UN"}, "@UN", "1-3=0"},
      {"behind a bracket", {"UN"}, "(http://UN.org) (UN)", "17-19=0"},
      {"a path is text", {"UN"}, "and/UN or A/UN/2", "4-6=0 12-14=0"},
  });
  run({{"the words of a Markdown link",
        {"stone bridge", "a"},
        "[stone bridge](https://a.b)",
        "1-13=0"},
       {"an address in angle brackets", {"ford"}, "<https://ford.b> ford", "17-21=0"}},
      TextFormat::markdown);
}

TEST_CASE("link: possessives") {
  run({
      {"an apostrophe and s are outside",
       {"UN"},
       "UN's UN\u2019s UN\u02BCs UN'",
       "0-2=0 5-7=0 12-14=0 18-20=0"},
      {"unless the name has them",
       {"Lord's Army"},
       "Lord's Army, Lord\u2019s Army",
       "0-11=0 13-26=0"},
      {"an s without one", {"UN"}, "UNs", "0-3=0"},
      {"a name in quotes of U+02BC", {"messiness"}, "\u02BCmessiness\u02BC", "2-11=0"},
      {"a name with an apostrophe",
       {"N'Djamena"},
       "N'Djamena N\u2019Djamena Ndjamena",
       "0-9=0 10-21=0"},
  });
}

TEST_CASE("link: what nothing decides") {
  run({
      {"one form of two entries", {"ford", "Ford"}, "a Ford", "2-6=0|1"},
      {"nothing shorter is tried",
       {"stone", "stone bridge", "Stone Bridge"},
       "stone bridge",
       "0-12=1|2"},
      {"a longer one is not in doubt", {"ford", "Ford", "ford lane"}, "ford lane", "0-9=2"},
      {"case decides", {"RUF", "ruf"}, "ruf Ruf", "0-3=1 4-7=1"},
      {"or does not", {"RUF", "ruf"}, "RUF", "0-3=0|1"},
  });
}

TEST_CASE("link: what the document defines") {
  const std::vector<std::string> forms = {"united front", "=RUF", "rights first", "=RUF"};
  run_defined({
      {"a short form in brackets", forms, "RUF? The united front (RUF). RUF.",
       "0-3=0 23-26=0 29-32=0"},
      {"of the other one", forms, "rights first (RUF) and RUF", "14-17=1 23-26=1"},
      {"over a line's end", forms, "united\nfront\n(RUF)", "14-17=0"},
      {"in quotation marks", forms, "united front (\u201CRUF\u201D)", "17-20=0"},
      {"with more in the brackets", forms, "united front (RUF, once)", "14-17=0"},
      {"both defined: each at its place", forms, "united front (RUF), rights first (RUF). RUF.",
       "14-17=0 34-37=1"},
      {"over marks of emphasis", forms, "**united front** (*RUF*)", "19-22=0"},
      {"over a possessive", forms, "united front\u2019s (RUF)", "18-21=0"},
      {"not by a possessive", forms, "united front (RUF\u2019s rival)", ""},
      {"not without brackets", forms, "united front, RUF", ""},
      {"not where the brackets say more", forms, "united front (see RUF)", ""},
      {"not where more is in the short form", forms, "united front (RUF movement)", ""},
      {"not by another entry",
       {"ford", "united front", "=RUF", "rights first", "=RUF"},
       "ford (RUF), united front",
       ""},
      {"not over a blank line", forms, "united front\n\n(RUF)", ""},
  });
}

TEST_CASE("link: Unicode, as it is now") {
  run({
      {"letters with marks", {"S\u00E9l\u00E9ka"}, "S\u00C9L\u00C9KA", "0-8=0"},
      {"composed and decomposed are one", {"S\u00E9l\u00E9ka"}, "Se\u0301le\u0301ka", "0-10=0"},
      {"also where case counts", {"\u00C9UN"}, "E\u0301UN", "0-5=0"},
      {"a letter without its mark is the same", {"S\u00E9l\u00E9ka"}, "Seleka", "0-6=0"},
      {"nor does a mark count that the name has not", {"Sele"}, "Sele\u0301", "0-6=0"},
      {"both small sigmas",
       {"\u03C3\u03BF\u03C6\u03CC\u03C2"},
       "\u03A3\u039F\u03A6\u038C\u03A3",
       "0-10=0"},
      {"sharp s is ss", {"Stra\u00DFe"}, "STRASSE STRA\u00DFE", "0-7=0 8-15=0"},
      {"dotted capital I is i", {"izmir"}, "\u0130ZMIR IZMIR", "0-6=0 7-12=0"},
      {"full-width letters are plain ones", {"UN"}, "\uFF35\uFF2E", "0-6=0"},
      {"also in a name with signs", {"U.N."}, "\uFF35\uFF0E\uFF2E\uFF0E", "0-9=0"},
      {"ligatures", {"office", "ruffle"}, "O\uFB03ce, ru\uFB04e", "0-6=0 8-14=1"},
      {"a ligature where case counts", {"UNfi"}, "UN\uFB01 un\uFB01", "0-5=0"},
      {"a decomposed name", {"Gu\u00E9henno"}, "Gue\u0301henno", "0-10=0"},
      {"raised digits are others", {"m2"}, "M\u00B2", ""},
      {"no-break hyphens", {"Al-Shabaab"}, "Al\u2011Shabaab", "0-12=0"},
      {"a dash for a hyphen",
       {"civil-military"},
       "civil\u2013military civil \u2013 military",
       "0-16=0"},
      {"also at a line's end", {"civil-military"}, "civil\u2013\nmilitary", "0-17=0"},
      {"a long dash is none", {"civil-military"}, "civil\u2014military", ""},
      {"apostrophes",
       {"O'Brien"},
       "O\u2019Brien O\u02BCBrien O\u2018Brien O\uFF07Brien",
       "0-9=0 10-18=0 19-28=0 29-38=0"},
      {"a no-break space", {"stone bridge"}, "stone\u00A0bridge", "0-13=0"},
      {"a soft hyphen",
       {"peacekeeping"},
       "peace\u00ADkeeping peace\u00AD\nkeeping",
       "0-14=0 15-30=0"},
      {"a zero-width space", {"stone bridge"}, "stone \u200Bbridge", "0-15=0"},
      {"a script without spaces is one word", {"\u4E2D"}, "\u4E2D\u6587 \u4E2D", "7-10=0"},
  });
}

TEST_CASE("link: regression") {
  run({
      // The run that holds "](https://" was taken for an address from its first letter on, so the
      // last word of every Markdown link was lost.
      {"a name that a URL follows without a space", {"Brigade"}, "Brigade](https://a.b)", "0-7=0"},
      // A heading set over two lines with a blank one between was two headings.
      {"a name over a double-spaced title",
       {"the long bridge"},
       "Of the\n\nlong bridge\n\nIt stands.",
       "3-19=0"},
      {"a name over a title's line",
       {"the old bridge"},
       "On the building of the old\n\nbridge\n\nIt stands.",
       "19-34=0"},
  });
}

TEST_CASE("link: no text takes quadratic time") {
  const Lexicon lexicon = lexicon_of({"abc", "a-b", "b a b a b", "abab"});
  for (const std::string& unit :
       {std::string("a-\n"), std::string("a"), std::string("b a "), std::string("a@"),
        std::string("://"), std::string("-\n"), std::string("www."), std::string("'"),
        std::string("\u00AD"), std::string("a-\r\n b")}) {
    std::string text;
    while (text.size() < 400'000) text += unit;
    const Document document = read_text("t.md", text, TextFormat::markdown);
    const Links links = link(lexicon, document);
    CHECK(test::violations(document, links) == "");
  }
  std::string note = "One.\n" + foot + "1  A note\n\n";
  while (note.size() < 1'000'000) note += "abc\n\n";
  const Document document = read_text("t.txt", note, TextFormat::plain);
  CHECK(document.passages.size() == 2);
  CHECK(link(lexicon, document).mentions.size() > 150'000);
}
