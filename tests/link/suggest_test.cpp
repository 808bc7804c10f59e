// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/link.hpp"
#include "crossroads/link/suggest.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/text/read.hpp"

using namespace crossroads;

namespace {

const std::string entries =
    "<kind id='mission' label='Mission'/><kind id='person' label='Person'/>"
    "<kind id='place' label='Place'/><kind id='concept' label='Concept'/>"
    "<entry id='umv' kind='mission'><label>United Mission in the Valley</label>"
    "<alias>UMIVAL</alias></entry>"
    "<entry id='valley' kind='place'><label>Green Valley</label></entry>"
    "<entry id='ada-lind' kind='person'><label>Ada Lind</label></entry>"
    "<entry id='watch' kind='concept'><label>Flood Watch Centre</label><alias>watch</alias>"
    "<alias>RED</alias></entry>";

Ontology ontology(const std::string& more = {}, const std::string& bans = {}) {
  LoadResult loaded = load_ontology({{"t.xml", "<ontology>" + entries + more + "</ontology>"},
                                     {"banned.txt", bans, OntologyContent::bans}});
  for (const Diagnostic& finding : loaded.findings) FAIL_CHECK(format(finding));
  return std::move(loaded.ontology);
}

struct Text {
  std::string id;
  std::string bytes;
};

std::vector<Suggestion> suggestions(const Ontology& of, const std::vector<Text>& texts,
                                    const SuggestOptions& options = {}) {
  const Lexicon lexicon = Lexicon::build(of);
  const Suggester suggester(of);
  Gathered gathered;
  for (const Text& text : texts) {
    const Document document = read_text(text.id, text.bytes, TextFormat::markdown);
    gathered.merge(suggester.gather(document, link(lexicon, document)));
  }
  return suggester.suggest(gathered, options);
}

/// "kind form/short > entry (mentions/passages/documents)", a line each, sorted.
std::string shown(const std::vector<Suggestion>& found) {
  std::vector<std::string> lines;
  for (const Suggestion& s : found) {
    lines.push_back(std::string(to_string(s.kind)) + " " + s.form +
                    (s.short_form.empty() ? "" : "/" + s.short_form) + " > " + s.entry + " (" +
                    std::to_string(s.seen.mentions) + "/" + std::to_string(s.seen.passages) + "/" +
                    std::to_string(s.seen.documents) + ")\n");
  }
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += line;
  return all;
}

std::string shown(const std::string& text, const SuggestOptions& options = {}) {
  return shown(suggestions(ontology(), {{"a.md", text}}, options));
}

}  // namespace

TEST_CASE("suggest: one text") {
  struct Case {
    std::string name;
    std::string text;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"nothing", "", ""},
      {"what the ontology has is no news", "The Green Valley is green. We saw the Green Valley.",
       ""},
      {"a defined acronym of a known entry",
       "The United Mission in the Valley (UMV) came. Then UMV left.", "alias UMV > umv (2/1/1)\n"},
      {"a defined acronym that is known", "The United Mission in the Valley (UMIVAL) came.", ""},
      {"a new name with its acronym",
       "The Council of River Pilots (CRP) met.\n\nLater CRP agreed, and CRP rested.",
       "entry Council of River Pilots/CRP > council-of-river-pilots (3/1/1)\n"},
      {"an acronym that a text means otherwise", "The Reef Emergency Desk (RED) met.",
       "conflict RED > watch (1/1/1)\n"
       "entry Reef Emergency Desk/RED > reef-emergency-desk (1/1/1)\n"},
      {"a phrase in capitals, twice",
       "We met the Harbour Guild. They fear the Harbour Guild of old.\n\nAnd so did we.",
       "entry Harbour Guild > harbour-guild (2/1/1)\n"},
      {"once is not enough", "We met the Harbour Guild of old.", ""},
      {"parts are not counted twice",
       "We met the Office for River Trade. And the Office for River Trade met us.",
       "entry Office for River Trade > office-for-river-trade (2/1/1)\n"},
      {"a name goes over a line's end", "We met the Harbour\nGuild. We saw the Harbour Guild.",
       "entry Harbour Guild > harbour-guild (2/1/1)\n"},
      {"a hyphen at a line's end joins", "We met the Har-\nbour Guild. We saw the Harbour Guild.",
       "entry Harbour Guild > harbour-guild (2/1/1)\n"},
      {"the first word of a sentence is no name",
       "Rivers rise. Rivers fall. However hard we try, Rivers are rivers.", ""},
      {"nor is it part of one, where the rest stands alone",
       "Many Pilots rest. Former Harbour Guild rules hold. We met the Harbour Guild. "
       "It is the Harbour Guild.",
       "entry Harbour Guild > harbour-guild (2/1/1)\n"},
      {"adjectives of peoples", "We met Ruritanian sailors. They are Ruritanian boats, not others.",
       ""},
      {"common nouns in capitals", "The Pilots of the state met the Pilots. All pilots rest.", ""},
      {"and joins where the parts do not stand alone",
       "We met the Board of Sand and Salt. They left the Board of Sand and Salt alone.",
       "entry Board of Sand and Salt > board-of-sand-and-salt (2/1/1)\n"},
      {"and parts where they do",
       "We met Osterby and Lundavik. We saw Osterby. We saw Lundavik. They left Osterby and "
       "Lundavik. We saw Osterby. We saw Lundavik.",
       "entry Lundavik > lundavik (4/1/1)\nentry Osterby > osterby (4/1/1)\n"},
      {"headings are no running text", "# The Harbour Guild\n\nSo.\n\n## The Harbour Guild\n\nSo.",
       ""},
      {"addresses are no names",
       "See https://x.example.org/Harbour and https://x.example.org/Harbour again.", ""},
      {"a family name after the full one",
       "We met Bo Stern there. He said that Stern was glad. We met Bo Stern, and Stern left.",
       "entry Bo Stern > bo-stern (2/1/1)\n"},
      {"a misspelt name in capitals", "We met the United Misson in the Valley.",
       "misspelling United Misson in the Valley > umv (1/1/1)\n"},
      {"a symbol without an entry", "See S/RES/2098 on this. In S/RES/2098 it was said.",
       "document S/RES/2098 > s-res-2098 (2/1/1)\n"},
      {"who is cited",
       "So.[^1] And so.[^2]\n\n[^1]: Bo Stern (2011) ‘Rivers’, Slow Studies 7 (4): 1–7.\n"
       "[^2]: Stern, B. (2012) Sand. Oslo: Fjord.\n",
       "person Bo Stern > bo-stern (2/2/1)\n"},
      {"an ordinary word that floods",
       "We watch the sea. They watch us. We watch you. All watch. We watch. Please watch on.",
       "flood watch > watch (6/1/1)\n"},
      {"which the entry's other names outdo",
       "We watch the Flood Watch Centre. The Flood Watch Centre can watch. They watch us.", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(shown(c.text) == c.expected);
  }
}

TEST_CASE("suggest: places are bytes of the source, and quotes are as printed") {
  const std::string text = "So.\n\nWe met the Harbour\nGuild. They fear the Harbour Guild.\n";
  const std::vector<Suggestion> found = suggestions(ontology(), {{"a.md", text}});
  REQUIRE(found.size() == 1);
  const std::vector<SeenAt>& places = found[0].seen.places;
  REQUIRE(places.size() == 2);
  CHECK(places[0].document == "a.md");
  CHECK(text.substr(places[0].span.begin, places[0].span.size()) == "Harbour\nGuild");
  CHECK(places[0].line == 3);
  CHECK(places[0].quote == "We met the Harbour Guild.");
  CHECK(text.substr(places[1].span.begin, places[1].span.size()) == "Harbour Guild");
  CHECK(places[1].line == 4);
}

TEST_CASE("suggest: a long sentence is quoted around the name") {
  std::string text = "We met";
  for (int i = 0; i < 60; ++i) text += " one and";
  const std::vector<Suggestion> found = suggestions(
      ontology(), {{"a.md", text + " the Harbour Guild" + text.substr(6) + " the Harbour Guild."}});
  REQUIRE(found.size() == 1);
  const std::string& quote = found[0].seen.places.at(0).quote;
  CHECK(quote.starts_with("… "));
  CHECK(quote.ends_with(" …"));
  CHECK(quote.find("Harbour Guild") != std::string::npos);
  CHECK(quote.size() < 260);
}

TEST_CASE("suggest: the order of the documents changes nothing") {
  std::vector<Text> texts = {
      {"a.md", "We met the Harbour Guild. They saw the Harbour Guild. Bo Stern did."},
      {"b.md", "We met the Harbour Guild. They fear Osterby and Lundavik. We fear Bo Stern."},
      {"c.md", "The Council of River Pilots (CRP) met in Osterby. We saw Osterby. CRP did."},
      {"d.md", "The Council of River Pilots (CRP) knows Osterby and Lundavik. We watch CRP."}};
  const auto all = [](const std::vector<Suggestion>& found) {
    std::string text;
    for (const Suggestion& s : found) {
      text += shown({s}) + std::to_string(s.worth);
      for (const SeenAt& place : s.seen.places) {
        text += place.document + std::to_string(place.span.begin) + place.quote + "\n";
      }
    }
    return text;
  };
  const Ontology of = ontology();
  const std::string first = all(suggestions(of, texts));
  CHECK(first.find("entry Harbour Guild > harbour-guild (3/2/2)") != std::string::npos);
  while (std::next_permutation(texts.begin(), texts.end(),
                               [](const Text& a, const Text& b) { return a.id < b.id; })) {
    REQUIRE(all(suggestions(of, texts)) == first);
  }
}

TEST_CASE("suggest: what was decided is not offered again") {
  const std::vector<Text> texts = {
      {"a.md",
       "The United Mission in the Valley (UMV) met the Harbour Guild. The Harbour Guild "
       "said so of the Harbour Guild. We watch. We watch. We watch. We watch. We watch."}};
  CHECK(shown(suggestions(ontology(), texts)) ==
        "alias UMV > umv (1/1/1)\nentry Harbour Guild > harbour-guild (3/1/1)\n"
        "flood watch > watch (5/1/1)\n");
  SuggestOptions left;
  left.left = {{"Harbour Guild", "", {}}, {"UMV", "umv", {}}};
  CHECK(shown(suggestions(ontology("", "watch\twatch\n"), texts, left)).empty());
  // Of another entry it may still be one.
  left.left = {{"UMV", "watch", {}}};
  left.kinds = {SuggestionKind::alias};
  CHECK(shown(suggestions(ontology(), texts, left)) == "alias UMV > umv (1/1/1)\n");
  const std::string accepted =
      "<entry id='guild' kind='concept'><label>Harbour Guild</label></entry>";
  CHECK(shown(suggestions(ontology(accepted), texts)) ==
        "alias UMV > umv (1/1/1)\nflood watch > watch (5/1/1)\n");
}

TEST_CASE("suggest: undecided forms flood, each candidate a line") {
  const std::string twin =
      "<entry id='twin' kind='concept'><label>Twin</label>"
      "<alias>RED</alias></entry>";
  CHECK(shown(suggestions(ontology(twin), {{"a.md", "It is RED. It was RED."}})) ==
        "flood RED > twin (2/1/1)\nflood RED > watch (2/1/1)\n");
}

TEST_CASE("suggest: ids of names") {
  CHECK(id_of_name("Council of River Pilots") == "council-of-river-pilots");
  CHECK(id_of_name("Lord's Army") == "lords-army");
  CHECK(id_of_name("Møller & Åse") == "moller-ase");
  CHECK(id_of_name("S/RES/2098") == "s-res-2098");
  CHECK(id_of_name("漢字").empty());
}
