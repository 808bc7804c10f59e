// SPDX-License-Identifier: Apache-2.0
//
// What holds in one document only: families of cases. What is expected reads "surface=entry how;",
// how is left out for a form of the ontology.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/link.hpp"
#include "crossroads/text/read.hpp"
#include "link/local/beside.hpp"
#include "support/check_document.hpp"
#include "support/check_links.hpp"
#include "support/entry_of.hpp"

using namespace crossroads;

namespace {

struct Case {
  std::string name;
  std::string text;
  std::string expected;
};

Ontology ontology() {
  Ontology made;
  made.kinds = {{"body", "", "", ""}, {"person", "", "", ""}, {"place", "", "", ""}};
  made.entries = {
      test::entry_of("person", "anna-berg", {"Anna Berg", "Anna K. Berg"}),
      test::entry_of("body", "boundary-panel", {"Independent Panel on Boundary Waters", "IPBW"}),
      test::entry_of("body", "bridge-force", {"United Bridge Force", "UBF"}),
      test::entry_of("person", "carlos-garcia", {"Carlos García Márquez"}),
      test::entry_of("body", "ferry-council", {"Lower Ferry Council", "Ferry Council", "LFC"}),
      test::entry_of("body", "harbour-mission", {"Observer Mission in the Harbour", "OMH"}),
      test::entry_of("person", "jan-de-vries", {"Jan de Vries"}),
      test::entry_of("body", "lake-guard", {"Lake Guard", "LG"}),
      test::entry_of("body", "lake-mission", {"Lake Support Mission", "LSM"}),
      test::entry_of("person", "maria-berg", {"Maria Berg"}),
      test::entry_of("person", "ola-ban", {"Ola Ban"}),
      test::entry_of("place", "port-state", {"Free Port State"}),
      test::entry_of("body", "river-police", {"protection of rivers", "PoR", "POR"}),
      test::entry_of("body", "road-panel", {"Second Panel on Roads"}),
      test::entry_of("person", "rui-cruz", {"Rui Alberto dos Santos Cruz"}),
      test::entry_of("body", "weir-brigade", {"Weir Intervention Brigade"}),
  };
  return made;
}

std::string shown(const Ontology& names, const Document& document, const Links& links) {
  std::string text;
  for (const Mention& mention : links.mentions) {
    text += document.bytes.substr(mention.span.begin, mention.span.size()) + "=" +
            names.entry(mention.entry).id;
    if (mention.decided != Decided::only_name)
      text += " " + std::string(to_string(mention.decided));
    text += "; ";
  }
  if (!text.empty()) text.pop_back();
  return text;
}

void run(const std::vector<Case>& cases, const LinkOptions& options = {}) {
  const Ontology names = ontology();
  const Lexicon lexicon = Lexicon::build(names);
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CAPTURE(c.text);
    const Document document = read_text("t.md", c.text, TextFormat::markdown);
    CHECK(test::violations(document) == "");
    const Links links = link(lexicon, document, options);
    CHECK(test::violations(document, links) == "");
    CHECK(shown(names, document, links) == c.expected);
  }
}

}  // namespace

TEST_CASE("local forms: surnames behind a full name") {
  run({
      {"from there on only", "Berg said. Anna Berg spoke. Berg left.",
       "Anna Berg=anna-berg; Berg=anna-berg person;"},
      {"behind initials", "A. Berg spoke. Berg left.",
       "A. Berg=anna-berg person; Berg=anna-berg person;"},
      {"in another passage", "Anna Berg spoke.\n\n# Later\n\nThen Berg left.",
       "Anna Berg=anna-berg; Berg=anna-berg person;"},
      {"a possessive is outside", "Anna Berg spoke. It was Berg's idea, not Berg’s car.",
       "Anna Berg=anna-berg; Berg=anna-berg person; Berg=anna-berg person;"},
      {"titles stay outside",
       "Anna Berg spoke. Mr. Berg, Dr Berg, President Berg and Secretary-General Berg; SRSG Berg.",
       "Anna Berg=anna-berg; Berg=anna-berg person; Berg=anna-berg person; Berg=anna-berg person; "
       "Berg=anna-berg person; Berg=anna-berg person;"},
      {"with particles", "Jan de Vries spoke. De Vries left, and de Vries came.",
       "Jan de Vries=jan-de-vries; De Vries=jan-de-vries person; de Vries=jan-de-vries person;"},
      {"without its particle it is no name of theirs", "Jan de Vries spoke. Vries left.",
       "Jan de Vries=jan-de-vries;"},
      {"the last of three names, and the last two",
       "Carlos García Márquez spoke. García Márquez left. Márquez wrote.",
       "Carlos García Márquez=carlos-garcia; García Márquez=carlos-garcia person; "
       "Márquez=carlos-garcia person;"},
      {"with a particle before the last two",
       "Rui Alberto dos Santos Cruz spoke. Santos Cruz left.",
       "Rui Alberto dos Santos Cruz=rui-cruz; Santos Cruz=rui-cruz person;"},
      {"the given name alone never", "Anna Berg spoke. Anna left.", "Anna Berg=anna-berg;"},
      {"hyphenated behind it", "Anna Berg spoke. A Berg-led group, the post-Berg years.",
       "Anna Berg=anna-berg; Berg=anna-berg person; Berg=anna-berg person;"},
      {"over a line's end", "Anna Berg spoke. Then\nBerg left.",
       "Anna Berg=anna-berg; Berg=anna-berg person;"},
      {"a first word that is none elsewhere", "Anna Berg spoke later. Later Berg left.",
       "Anna Berg=anna-berg; Berg=anna-berg person;"},
      {"a reference that reads on",
       "Anna Berg spoke.\n\n## References\n\n- Berg leaves, Ferry Press, 2001\n- Road, 2002",
       "Anna Berg=anna-berg; Berg=anna-berg person;"},
      {"a sentence's first word before it", "Anna Berg spoke. When Berg left, she wept.",
       "Anna Berg=anna-berg; Berg=anna-berg person;"},
  });
}

TEST_CASE("local forms: where a surname is not theirs") {
  run({
      {"two bear it", "Anna Berg and Maria Berg spoke. Berg left.",
       "Anna Berg=anna-berg; Maria Berg=maria-berg;"},
      {"a namesake", "Anna Berg spoke. Then Peter Berg came. Berg left.", "Anna Berg=anna-berg;"},
      {"a namesake with a title", "Anna Berg spoke. Then Mr Peter Berg came. Berg left.",
       "Anna Berg=anna-berg;"},
      {"a namesake with an initial", "Anna Berg spoke. Then P. Berg came. Berg left.",
       "Anna Berg=anna-berg;"},
      {"until the full name comes again",
       "Anna Berg spoke. Then Peter Berg came. Berg left. Anna Berg stayed. Berg wept.",
       "Anna Berg=anna-berg; Anna Berg=anna-berg; Berg=anna-berg person;"},
      {"an author in a list of references",
       "Anna Berg spoke.\n\n## References\n\n- Berg, Rivers, 2001\n- Road, 2002",
       "Anna Berg=anna-berg;"},
      {"a sentence that may begin with a name", "Anna Berg spoke. Peter Berg left.",
       "Anna Berg=anna-berg;"},
      {"a namesake who begins a sentence", "Anna Berg spoke. Ulrike Berg came. Berg left.",
       "Anna Berg=anna-berg;"},
      {"a namesake whose name is in lists of words",
       "Anna Berg spoke. Peter Berg came. Berg left. Anna Berg stayed. Berg wept.",
       "Anna Berg=anna-berg; Anna Berg=anna-berg; Berg=anna-berg person;"},
      {"an adverb that may begin a sentence", "Anna Berg spoke. Recently Berg came. Berg left.",
       "Anna Berg=anna-berg; Berg=anna-berg person;"},
      {"a longer name", "Anna Berg spoke. The Berg Plan, the Berg-Hansen report, Lake Berg.",
       "Anna Berg=anna-berg;"},
      {"a firm", "Anna Berg spoke. It was printed by Berg & Sons and by Wiley & Berg.",
       "Anna Berg=anna-berg;"},
      {"the other way round, with another initial",
       "Anna Berg spoke.[^1] \n\n[^1]: Berg, P., A Book.", "Anna Berg=anna-berg;"},
      {"small letters", "Anna Berg spoke of a berg of ice.", "Anna Berg=anna-berg;"},
      {"a word of the text", "Ola Ban spoke of the ban. Ban on arms ends. We heard Ban.",
       "Ola Ban=ola-ban; Ban=ola-ban person;"},
      {"a word of the text in a heading", "Ola Ban spoke of the ban.\n\n# After the Ban\n",
       "Ola Ban=ola-ban;"},
      {"initials without stops", "Anna K. Berg spoke. AK Berg left.", "Anna K. Berg=anna-berg;"},
      {"in an address", "Anna Berg spoke, see www.berg.org/Berg and Berg@berg.org.",
       "Anna Berg=anna-berg;"},
      {"a mere mention by alias opens nothing", "The UBF came. Berg left.", "UBF=bridge-force;"},
  });
}

TEST_CASE("local forms: what the document defines") {
  run({
      {"a short form of its own",
       "WIB was there. The Weir Intervention Brigade (WIB) came. The WIB left.",
       "Weir Intervention Brigade=weir-brigade; WIB=weir-brigade defined-here; "
       "WIB=weir-brigade defined-here;"},
      {"its plural", "The Weir Intervention Brigade (WIB) came. Two WIBs left.",
       "Weir Intervention Brigade=weir-brigade; WIB=weir-brigade defined-here; "
       "WIBs=weir-brigade defined-here;"},
      {"the short form first", "WIB (Weir Intervention Brigade) came. WIB left.",
       "WIB=weir-brigade defined-here; Weir Intervention Brigade=weir-brigade; "
       "WIB=weir-brigade defined-here;"},
      {"agreed on in words",
       "The Weir Intervention Brigade (hereafter “the Brigade”) came. The Brigade left.",
       "Weir Intervention Brigade=weir-brigade; Brigade=weir-brigade defined-here; "
       "Brigade=weir-brigade defined-here;"},
      {"not where it is a part of a longer name",
       "The Weir Intervention Brigade (hereafter “the Brigade”) came. So did the Fire Brigade.",
       "Weir Intervention Brigade=weir-brigade; Brigade=weir-brigade defined-here;"},
      {"someone who stands beside it", "Anna Berg (WIB) came. WIB left.", "Anna Berg=anna-berg;"},
      {"another thing", "PoR here. The points of return (PoR) are many. PoR there.", ""},
      {"another thing, and the entry in full",
       "The Upper Brown Fox (UBF) came. UBF left. The United Bridge Force stayed.",
       "United Bridge Force=bridge-force;"},
      {"another thing with one word of two", "The Lake Guild (LG) met. The LG spoke.", ""},
      {"the same letters in another case",
       "The points of return (PoR) are many. POR here, PoRs and PORs there.", ""},
      {"the same letters, defined as the entry",
       "The points of return (PoR) are many. The protection of rivers (POR) is hard. POR here.",
       "protection of rivers=river-police; POR=river-police; POR=river-police;"},
      {"a word of the name in it: perhaps the same", "The Upper Bridge Force (UBF) came. UBF left.",
       "UBF=bridge-force; UBF=bridge-force;"},
      {"the same in other words",
       "PoR here. The protection of all rivers (PoR) is hard. PoR there.",
       "PoR=river-police; PoR=river-police; PoR=river-police;"},
      {"only a part of the name", "It was the Bridge Force (UBF) that came.",
       "Bridge Force=bridge-force defined-here; UBF=bridge-force;"},
      {"both, each from its place on",
       "PoR: the protection of rivers (PoR) came first. PoR here. But the points of return (PoR) "
       "differ. PoR there. The protection of rivers (PoR) again, PoR.",
       "PoR=river-police; protection of rivers=river-police; PoR=river-police; PoR=river-police; "
       "protection of rivers=river-police; PoR=river-police; PoR=river-police;"},
  });
}

TEST_CASE("local forms: what a document defines otherwise is told") {
  const Ontology names = ontology();
  const Lexicon lexicon = Lexicon::build(names);
  const Document document =
      read_text("t.md", "The points of return (PoR) are many. PoR.", TextFormat::markdown);
  const Links links = link(lexicon, document);
  REQUIRE(links.redefined.size() == 1);
  const Redefined& redefined = links.redefined.front();
  CHECK(bytes_of(document, redefined.short_form) == "PoR");
  CHECK(bytes_of(document, redefined.long_form) == "points of return");
  CHECK(redefined.passage == 0);
  REQUIRE(redefined.entries.size() == 1);
  CHECK(names.entry(redefined.entries.front()).id == "river-police");
}

TEST_CASE("local forms: anaphora") {
  const LinkOptions on{.anaphora = Anaphora::on};
  run(
      {
          {"the end of a name", "The Ferry Council met. The Council voted.",
           "Ferry Council=ferry-council; Council=ferry-council anaphora;"},
          {"behind an acronym", "The LFC met.\n\nSo did the others.\n\nThis Council voted.",
           "LFC=ferry-council; Council=ferry-council anaphora;"},
          {"before a preposition",
           "The Independent Panel on Boundary Waters met. Then the Panel left.",
           "Independent Panel on Boundary Waters=boundary-panel; Panel=boundary-panel anaphora;"},
          {"two words", "The Weir Intervention Brigade came. The Intervention Brigade left.",
           "Weir Intervention Brigade=weir-brigade; Intervention Brigade=weir-brigade anaphora;"},
          {"a possessive is outside", "The Ferry Council met. It is the Council’s vote.",
           "Ferry Council=ferry-council; Council=ferry-council anaphora;"},
          {"small letters", "The Independent Panel on Boundary Waters met. Then the panel left.",
           "Independent Panel on Boundary Waters=boundary-panel; panel=boundary-panel anaphora;"},
          {"the own name goes on",
           "The OMH left. The Mission in the Harbour is over, the Mission in Harbour too.",
           "OMH=harbour-mission; Mission=harbour-mission anaphora; Mission=harbour-mission "
           "anaphora;"},
          {"small letters, and the own name goes on",
           "The Independent Panel on Boundary Waters met. The panel on boundary waters left.",
           "Independent Panel on Boundary Waters=boundary-panel; panel=boundary-panel anaphora;"},
          {"what is asked of it", "The Ferry Council met. We urged the Council to vote.",
           "Ferry Council=ferry-council; Council=ferry-council anaphora;"},
          {"of several the nearest, where it alone is near",
           "The LSM came.\n\nMore text.\n\nMore text.\n\nThe OMH left. The Mission is over.",
           "LSM=lake-mission; OMH=harbour-mission; Mission=harbour-mission anaphora;"},
      },
      on);
  run(
      {
          {"not before", "The Council met. The Ferry Council voted.",
           "Ferry Council=ferry-council;"},
          {"without an article", "The Ferry Council met. Council voted; a new council.",
           "Ferry Council=ferry-council;"},
          {"part of a longer name",
           "The Ferry Council met. The Council of Elders, the Council President.",
           "Ferry Council=ferry-council;"},
          {"behind a preposition",
           "The Observer Mission in the Harbour left. The mission in Ostia began. The Mission in "
           "Ostia began. It was a mission against Kano, this mission against Kano.",
           "Observer Mission in the Harbour=harbour-mission;"},
          {"then the other one is meant",
           "The OMH left. The Mission to Ostia began. The Mission is over.",
           "OMH=harbour-mission;"},
          {"behind a preposition, and longer than the own name",
           "The OMH left. The Mission in the Harbour of Ostia began.", "OMH=harbour-mission;"},
          {"of what has no name", "The Ferry Council met. The Council of elders met, too.",
           "Ferry Council=ferry-council;"},
          {"another one that the ontology lacks",
           "The Ferry Council met. The Elders Council met, too. The Council voted.",
           "Ferry Council=ferry-council;"},
          {"two are near", "The LSM and the OMH came. The Mission is over.",
           "LSM=lake-mission; OMH=harbour-mission;"},
          {"two are far",
           "The LSM and the OMH came.\n\nMore text.\n\nMore text.\n\nThe Mission is over.",
           "LSM=lake-mission; OMH=harbour-mission;"},
          {"small letters for any",
           "The Independent Panel on Boundary Waters met. Each panel is its own. Then the panel "
           "left.",
           "Independent Panel on Boundary Waters=boundary-panel;"},
          {"small letters where the name was never in full", "The IPBW met. Then the panel left.",
           "IPBW=boundary-panel;"},
          {"small letters of something else",
           "The Independent Panel on Boundary Waters met. Then the panel of experts left.",
           "Independent Panel on Boundary Waters=boundary-panel;"},
          {"small letters too far",
           "The Independent Panel on Boundary Waters met.\n\nText.\n\nText.\n\nText.\n\nThe panel "
           "left.",
           "Independent Panel on Boundary Waters=boundary-panel;"},
          {"a word of which only one name is made, in small letters",
           "The Weir Intervention Brigade came. The brigade left.",
           "Weir Intervention Brigade=weir-brigade;"},
          {"capitals for any",
           "The LSM came. All Missions end; a Mission may not. The Mission is over.",
           "LSM=lake-mission;"},
          {"a place", "The Free Port State paid. The State was rich.",
           "Free Port State=port-state;"},
      },
      on);
  run({{"switched off", "The Ferry Council met. The Council voted.",
        "Ferry Council=ferry-council;"}});
}

TEST_CASE("local forms: places stay in order and apart, whatever the text") {
  const std::vector<std::string> pieces = {"Anna Berg ",
                                           "Berg ",
                                           "Maria Berg ",
                                           "Mr. ",
                                           "the ",
                                           "The ",
                                           "Council",
                                           " ",
                                           ". ",
                                           "\n\n",
                                           "\n",
                                           "Ferry Council ",
                                           "LFC ",
                                           "Panel",
                                           "panel ",
                                           "Independent Panel on Boundary Waters ",
                                           "Mission ",
                                           "Lake Support Mission ",
                                           "OMH",
                                           "’s ",
                                           "- ",
                                           "# ",
                                           "García Márquez ",
                                           "(",
                                           ")",
                                           "Carlos García Márquez",
                                           "Márquez",
                                           "PoR",
                                           "points of return (PoR) ",
                                           "Weir Brigade (WB) ",
                                           "WB ",
                                           "[^1]",
                                           "\n\n[^1]: Berg, P. ",
                                           "Weir Intervention Brigade (WIB)",
                                           "WIB"};
  const Ontology names = ontology();
  const Lexicon lexicon = Lexicon::build(names);
  std::mt19937 random(20251125);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t size = random() % 40;
    for (std::size_t i = 0; i < size; ++i) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    const Document document = read_text("t.md", text, TextFormat::markdown);
    const Links links = link(lexicon, document, {.anaphora = Anaphora::on});
    REQUIRE(test::violations(document, links) == "");
    const Links without = link(lexicon, document);
    REQUIRE(test::violations(document, without) == "");
    // Anaphora only adds.
    for (const Mention& mention : without.mentions) {
      REQUIRE(std::any_of(links.mentions.begin(), links.mentions.end(), [&](const Mention& other) {
        return other.span == mention.span && other.entry == mention.entry;
      }));
    }
  }
}
