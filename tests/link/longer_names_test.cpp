// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/link.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/text/read.hpp"
#include "link/find_names.hpp"
#include "link/longer_names.hpp"

using namespace crossroads;

namespace {

const Ontology& ontology() {
  static const LoadResult loaded = load_ontology({{"t.xml",
                                                   R"(<ontology id="t" version="1">
  <kind id="organization" label="Organization"/>
  <kind id="place" label="Place"/>
  <kind id="concept" label="Concept"/>
  <kind id="unit" label="Unit"/>
  <entry id="un" kind="organization"><label>United Nations</label>
    <alias case="exact">UN</alias></entry>
  <entry id="council" kind="organization"><label>Security Council</label></entry>
  <entry id="rights" kind="concept"><label>Rights Up Front</label></entry>
  <entry id="brigade" kind="unit"><label>Force Intervention Brigade</label></entry>
  <entry id="darfur" kind="place"><label>Darfur</label></entry>
  <entry id="guinea" kind="place"><label>Guinea</label></entry>
  <entry id="mali" kind="place"><label>Mali</label></entry>
  <entry id="rwanda" kind="place"><label>Rwanda</label></entry>
  <entry id="sudan" kind="place"><label>Sudan</label></entry>
</ontology>)"}});
  REQUIRE_FALSE(loaded.has_errors());
  return loaded.ontology;
}

/// The surfaces that are linked, and, in brackets, the longer names of those left out.
std::string linked(const std::string& text, TextFormat format = TextFormat::markdown) {
  static const Lexicon lexicon = Lexicon::build(ontology());
  const Document document = read_text("t.md", text, format);
  Matches found = find_names(lexicon.data(), document);
  const auto parts = leave_out_parts_of_names(lexicon.data(), document, found);
  std::string out;
  const auto add = [&](Span span) {
    if (!out.empty()) out += '|';
    out += document.bytes.substr(span.begin, span.size());
  };
  for (const NameMatch& match : found.matches) add(match.span);
  for (const PartOfName& part : parts) {
    CHECK(part.name.contains(part.match.span));
    add(part.name);
    out += '!';
  }
  return out;
}

}  // namespace

TEST_CASE("longer names: in running text") {
  struct Case {
    std::string name;
    std::string text;
    std::string expected;
  };
  for (const Case& test : std::vector<Case>{
           {"an army", "They were trained by the Rwanda Defence Forces at home.",
            "Rwanda Defence Forces!"},
           {"over a line's end", "They were trained by the Rwanda Defence\nForces at home.",
            "Rwanda Defence\nForces!"},
           {"with of", "A UN Board of Inquiry was convened in spring.", "UN Board of Inquiry!"},
           {"with and", "Grain came from the UN Food and Agriculture Organization by road.",
            "UN Food and Agriculture Organization!"},
           {"an agreement", "Few signed the Darfur Peace Agreement, and later none kept it.",
            "Darfur Peace Agreement!"},
           {"behind its head", "It was refused by the Government of Sudan without a word.",
            "Government of Sudan!"},
           {"with an article", "It went to the Bank for the United Nations and stayed there.",
            "Bank for the United Nations!"},
           {"a post is none", "They met the UN Force Commander and waited.", "UN"},
           {"nor a person", "They met the Security Council President Jane Roe and waited.",
            "Security Council"},
           {"nor small letters", "The UN board and the Mali government agreed at last.", "UN|Mali"},
           {"nor where something parts them", "It is in Mali. Mission costs rose; Sudan, Party and",
            "Mali|Sudan"},
           {"nor a name of its own", "A soldier of the UN Force Intervention Brigade fell there.",
            "UN|Force Intervention Brigade"},
           {"a concept lends no name", "They recall the Rights Up Front Initiative of that year.",
            "Rights Up Front"},
           {"nor a unit", "They served in the Force Intervention Brigade Command over there.",
            "Force Intervention Brigade"},
           {"not in a heading", "# The UN Mission\n\nIt went on for years.", "UN"},
           {"not where all has capitals", "UN Mission And Other Matters Under Review", "UN"},
       }) {
    CAPTURE(test.name);
    CHECK(linked(test.text) == test.expected);
  }
}

TEST_CASE("longer names: rivers, lakes and namesakes of places") {
  struct Case {
    std::string text;
    std::string expected;
  };
  for (const Case& test : std::vector<Case>{
           {"They fished in the Mali River at dawn.", "Mali River!"},
           {"They fished in the Darfur\nDelta at dawn.", "Darfur\nDelta!"},
           {"Ships in the Gulf of Guinea were taken.", "Gulf of Guinea!"},
           {"They fished in Lake Rwanda and in Rwanda.", "Rwanda|Lake Rwanda!"},
           {"Port Sudan was taken in spring.", "Port Sudan!"},
           {"Equatorial Guinea was not.", "Equatorial Guinea!"},
           {"Papua New Guinea is far from there.", "Papua New Guinea!"},
           {"They went to New Guinea by ship.", "New Guinea!"},
           {"They marched to Upper Sudan on foot.", "Upper Sudan!"},
           {"# The Mali Delta\n\nIt is a delta.", "Mali Delta!"},
           {"New Sudan rules were made there.", "Sudan"},
           {"It was over. New Mali talks began.", "Mali"},
           {"# A New Mali\n\nIt is a hope.", "Mali"},
           {"It is the Rwanda Province that they mean.", "Rwanda"},
           {"They fished in a Mali river, in new Mali boats.", "Mali|Mali"},
           {"It is in Mali. River water came; a Lake, Rwanda.", "Mali|Rwanda"},
           {"They were in the gulf of Guinea, in the north of Mali.", "Guinea|Mali"},
           {"It was drawn by the United Nations River team.", "United Nations"},
           {"It was drawn by the UN River team and by New UN staff.", "UN|UN"},
       }) {
    CAPTURE(test.text);
    CHECK(linked(test.text) == test.expected);
  }
}

TEST_CASE("longer names: beside a hyphen") {
  struct Case {
    std::string text;
    std::string expected;
  };
  for (const Case& test : std::vector<Case>{
           {"It was written by UN-Habitat in the end.", "UN-Habitat!"},
           {"Ships sailed to Guinea\u2011Bissau every week.", "Guinea\u2011Bissau!"},
           {"This is UN-mandated, or so it was said.", "UN"},
           {"Troops of the Mali-Sudan pact met, and UN-FARDC teams too.", "Mali|Sudan|UN"},
           {"The UN\u2013Habitat talks were long ones.", "UN"},
           {"It was said to be UN-Led by those who knew.", "UN"},
           {"| Sudan | Mali-Sola |\n|---|---|\n| Rwanda | UN-Habitat |",
            "Sudan|Rwanda|UN|Mali-Sola!"},
           {"Anti-UN feeling was strong over there.", "UN"},
       }) {
    CAPTURE(test.text);
    CHECK(linked(test.text) == test.expected);
  }
}

TEST_CASE("longer names: where a cited work stood") {
  struct Case {
    std::string name;
    std::string item;
    std::string expected;
  };
  for (const Case& test : std::vector<Case>{
           {"a newspaper", "Long rains, Sudan Tribune, 8 August 2017, https://example.org/a",
            "Sudan Tribune!"},
           {"a site", "Forecast, Security Council Report, May 2020, https://example.org/b",
            "Security Council Report!"},
           {"behind words", "Forecast, Windows on Mali, May 2020, https://example.org/c",
            "Windows on Mali!"},
           {"beside a hyphen", "Forecast, UN-Habitat, May 2020, https://example.org/d",
            "UN-Habitat!"},
           {"with a number", "Forecast, Mali 24, May 2020, https://example.org/d", "Mali 24!"},
           {"all of it", "Forecast, United Nations, May 2020, https://example.org/e",
            "United Nations"},
           {"one of two", "Forecast, UN/Wire Daily, May 2020, https://example.org/f", "UN"},
           {"small letters beside", "Forecast, Mali's UN mission, May 2020, https://example.org/g",
            "Mali|UN"},
           {"a title", "UN Naval Force, Daily Wire, May 2020, https://example.org/h", "UN"},
       }) {
    CAPTURE(test.name);
    CHECK(linked("# A\n\nWords come first.\n\n## Sources\n\n- " + test.item + "\n") ==
          test.expected);
  }
  CHECK(
      linked("# A\n\nIt is so.[^1]\n\n[^1]: Jane Roe (2014) ‘War in Mali’, Sudan Quarterly 7 (4): "
             "1–7.\n") == "Mali|Sudan Quarterly!");
}

TEST_CASE("longer names: link() leaves their parts unlinked") {
  const Document document =
      read_text("t.md", "The Rwanda Defence Forces left Rwanda.", TextFormat::markdown);
  const Links links = link(Lexicon::build(ontology()), document);
  REQUIRE(links.mentions.size() == 1);
  CHECK(links.mentions[0].span.begin == 31);
}
