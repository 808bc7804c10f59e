// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"
#include "text/words/word_list.hpp"

using namespace crossroads;

namespace {

/// How each reads: "=" joined, "-" hyphenated, "?" either; then what told it, as one letter.
std::string readings(const std::string& text, TextFormat format = TextFormat::plain) {
  const Document document = read_text("t", text, format);
  CHECK(test::violations(document) == "");
  std::string out;
  for (const BrokenWord& word : document.broken_words) {
    if (!out.empty()) out += ' ';
    out += "=-?"[static_cast<int>(word.reading)];
    out += "nwld"[static_cast<int>(word.evidence)];
  }
  return out;
}

struct BrokenCase {
  std::string name;
  std::string text;
  std::string readings;
};

void run(const std::vector<BrokenCase>& cases) {
  for (const BrokenCase& c : cases) {
    CAPTURE(c.name);
    CAPTURE(c.text);
    CHECK(readings(c.text) == c.readings);
  }
}

const std::string foot = "\n\n" + std::string(40, ' ') + "\n";

}  // namespace

TEST_CASE("broken words: what is one") {
  run({
      {"a hyphen at a line's end", "The peace-\nkeeping here.", "=w"},
      {"with spaces and CRLF", "The peace- \r\n  keeping here.", "=w"},
      {"within a line", "The peace-keeping here.", ""},
      {"a dash", "The peace \u2013\nkeeping here.", ""},
      {"not at a word", "The peace -\nkeeping here.", ""},
      {"two hyphens", "The peace--\nkeeping here.", ""},
      {"not before a sign", "The peace-\n(keeping) here.", ""},
      {"not over a blank line", "The peace-\n\nkeeping here.", ""},
      {"the other hyphen", "The peace\u2010\nkeeping here.", "=w"},
      {"behind marks", "The cafe\u0301-\nteria here.", "=w"},
      {"over a page's notes", "the old peace-" + foot + "1  See.\n keeping there.", "=w"},
      {"in the notes", "One.1" + foot + "1  The peace-\nkeeping.", "=w"},
      {"in order of text", "the old peace-" + foot + "1  See post-\nconflict.\n keeping there.",
       "=w -w"},
      {"a heading's", "Of peace-\nkeeping\n\nIt is.", "=w"},
  });
}

TEST_CASE("broken words: the hyphen tells") {
  run({
      {"a soft one joins", "Is it a gender\u00AD\nbased one or gender-based?", "=d"},
      {"a no-break one stays", "The peace\u2011\nkeeping of peacekeeping.", "-d"},
      {"one in a URL", "See https://a.example/peace-\nkeeping for peacekeeping.", "-d"},
      {"one without a scheme", "See www.a.example/peace-\nkeeping for it.", "-d"},
  });
}

TEST_CASE("broken words: the document tells") {
  run({
      {"joined elsewhere", "A frobnitz and a frob-\nnitz.", "=d"},
      {"in another case", "A FROBnitz and a frob-\nnitz.", "=d"},
      {"with a sign behind it", "A frob-\nnitz, or \u2018frobnitz\u2019s\u2019.", "=d"},
      {"hyphenated elsewhere", "A peace-\nkeeping, that is, peace-keeping.", "-d"},
      {"with another hyphen", "A peace\u2010\nkeeping, that is, peace\u2010keeping.", "-d"},
      {"as part of a longer one", "A peace-\nkeeping, or the peace-keeping-force.", "-d"},
      {"the more frequent", "A co-\nop, a coop, a coop, a co-op.", "=d"},
      {"a tie tells nothing", "A co-\nop, a coop, a co-op.", "=w"},
      {"not in a URL", "A post-\nwar one: https://a.example/postwar/post-war-a.", "=w"},
      {"not as part of a word", "A post-\nconflict one, and postconflicts.", "-w"},
      {"not beside another hyphen", "A post-\nconflict one of the postconflict-\nvariety.",
       "-w =w"},
      {"where the joined form has a capital", "The Mac-\nDonald, or MacDonald.", "=d"},
      {"with a note's call", "The con-\nnex12 and the connex.", "=d"},
      {"with letters that are not ASCII",
       "Une r\u00E9s-\nolutivit\u00E9, la R\u00C9SOLUTIVIT\u00C9.", "=d"},
      {"decomposed", "Une r\u00E9s-\nolu, la re\u0301solu.", "=d"},
      {"written with a ligature", "The af-\nfixo, an a\uFB03xo.", "=d"},
      {"in a note", "The frob-\nnitz.1" + foot + "1  A frobnitz.", "=d"},
  });
}

TEST_CASE("broken words: letters tell") {
  run({
      {"a capital behind it", "In Timor-\nLeste.", "-l"},
      {"behind a prefix", "The sub-\nSaharan one.", "-l"},
      {"a digit behind it", "The covid-\n19 years.", "-l"},
      {"a digit before it", "The 17-\nmember panel.", "-l"},
      {"unless it is joined elsewhere", "The M-\n23, that is, M23.", "=d"},
      {"an acronym before it", "The MINUSMA-\nled one.", "-l"},
      {"all of it in capitals tells nothing", "PEACE-\nKEEPING AND POST-\nCONFLICT", "=w -w"},
  });
}

TEST_CASE("broken words: words tell") {
  run({
      {"a word when joined", "We under-\nstand.", "=w"},
      {"an inflected one", "The under-\nstandings of colo-\nnised ones.", "=w =w"},
      {"a name", "In Afghan-\nistan.", "=w"},
      {"two words", "A post-\nconflict one.", "-w"},
      {"the last of three", "A peace-and-\nstate view.", "-w"},
      {"the first is cut off", "The repre-\nsentatives.", "=w"},
      {"neither is a word", "The hypermascu-\nlinities.", "=w"},
      {"the second is no word", "The bunker-\nisations.", "=w"},
      {"perhaps a name", "The Kelamba-\ndominated one.", "?n"},
      {"too long for a word", "The " + std::string(80, 'a') + "-\nkeeping.", "?n"},
  });
}

TEST_CASE("broken words: the list of words") {
  for (const char* word : {"a", "peacekeeping", "defence", "defense", "organisations", "zygotes",
                           "nigeria", "caf\u00E9", "aardvark", "counterrevolutionaries"}) {
    CAPTURE(word);
    CHECK(is_listed_word(word));
  }
  for (const char* word : {"", "peacekeepin", "peacekeepingg", "zzzz", "\xFF", "A", "tion",
                           "legiti", "statebuildin", "0"}) {
    CAPTURE(word);
    CHECK_FALSE(is_listed_word(word));
  }
}
