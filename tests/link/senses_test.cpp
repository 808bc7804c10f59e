// SPDX-License-Identifier: Apache-2.0
//
// How forms of several entries are decided, rule by rule, with an ontology made for it: two
// committees that are called "RC", and two persons of one name.
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/link.hpp"
#include "crossroads/link/review.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/text/anchor.hpp"
#include "crossroads/text/read.hpp"
#include "link/sense/rarity.hpp"
#include "link/sense/stems.hpp"
#include "support/check_links.hpp"

using namespace crossroads;

namespace {

Ontology made() {
  const std::string xml = R"(<ontology id="t" version="1">
    <kind id="body" label="Body"/> <kind id="place" label="Place"/> <kind id="person" label="Person"/>
    <relation id="in" label="is in" from="body person" to="place"/>
    <entry id="river" kind="body"><label>River Commission</label><alias shared="true" case="exact">RC</alias>
      <definition>It measures floods and dredges channels.</definition>
      <statement relation="in" to="zwolle" since="1950"/></entry>
    <entry id="relief" kind="body"><label>Relief Council</label>
      <alias shared="true" case="exact">RC</alias>
      <definition>It feeds refugees and repairs shelters.</definition>
      <note type="scope">Not the River Commission, which dredges.</note>
      <statement relation="in" to="quimper" since="1990"/></entry>
    <entry id="zwolle" kind="place"><label>Zwolle</label></entry>
    <entry id="quimper" kind="place"><label>Quimper</label></entry>
    <entry id="harbour" kind="body"><label>Harbour Office</label>
      <statement relation="in" to="quimper"/></entry>
    <entry id="anna-berg" kind="person"><label>Anna Berg</label>
      <definition>A writer on dykes.</definition><statement relation="in" to="zwolle"/></entry>
    <entry id="arne-berg" kind="person"><label>Arne Berg</label>
      <definition>A historian of famines.</definition><statement relation="in" to="quimper"/></entry>
    <entry id="old" kind="body"><label>Salt Tax Office</label>
      <alias shared="true" until="1960">STO</alias></entry>
    <entry id="new" kind="body"><label>Student Travel Office</label>
      <alias shared="true" since="1985">STO</alias></entry>
  </ontology>)";
  LoadResult result = load_ontology({{"t.xml", xml}});
  for (const Diagnostic& finding : result.findings) {
    if (finding.severity == Severity::error) MESSAGE(format(finding));
  }
  REQUIRE_FALSE(result.has_errors());
  return std::move(result.ontology);
}

struct Linked {
  Document document;
  Links links;
};

Linked linked(const std::string& text, const std::string& date = "") {
  static const Ontology ontology = made();
  static const Lexicon lexicon = Lexicon::build(ontology);
  Linked result{read_text("t.md", text, TextFormat::markdown), {}};
  result.document.metadata.date = date;
  result.links = link(lexicon, result.document, {.reasons = Reasons::on});
  CHECK(test::violations(result.document, result.links) == "");
  // Without reasons the answer is the same.
  const Links plain = link(lexicon, result.document);
  CHECK(plain.decisions.empty());
  REQUIRE(plain.mentions.size() == result.links.mentions.size());
  for (std::size_t i = 0; i < plain.mentions.size(); ++i) {
    CHECK(plain.mentions[i].entry == result.links.mentions[i].entry);
    CHECK(plain.mentions[i].decided == result.links.mentions[i].decided);
  }
  return result;
}

/// "entry by what" for each place of a form of several entries; "-" where nothing decides.
std::string decided(const std::string& text, const std::string& date = "") {
  static const Ontology ontology = made();
  std::string out;
  for (const Decision& decision : linked(text, date).links.decisions) {
    if (!out.empty()) out += "; ";
    out += decision.entry
               ? ontology.entry(*decision.entry).id + " " + std::string(to_string(decision.decided))
               : "-";
  }
  return out;
}

struct Case {
  std::string name;
  std::string text;
  std::string expected;
  std::string date = {};
};

}  // namespace

TEST_CASE("senses: what decides") {
  const std::vector<Case> cases = {
      {"nothing", "The RC met.", "-"},
      {"a word of its definition alone is too little", "The RC spoke of floods.", "-"},
      {"two words of its definition", "The RC dredges channels.", "river context"},
      {"in other inflections", "The RC fed a refugee and had shelters repaired.", "relief context"},
      {"a neighbour", "The RC met in Quimper.", "relief context"},
      {"another of its names", "The Relief Council is old. The RC met.", "relief context"},
      {"a neighbour of a neighbour, and a word",
       "The Harbour Office and the RC met about refugees.", "relief context"},
      {"both say something", "From Zwolle to Quimper the RC is known.", "-"},
      {"what a note says of the other says nothing", "The RC dredges.", "-"},
      {"a heading", "# Shelters for refugees\n\nThe RC met.", "relief context"},
      {"the sentence against the passage", "The RC dredges channels at Zwolle. Quimper is far.",
       "river context"},
      {"defined", "The River Commission (RC) met. The RC, in Quimper, met again.",
       "river defined-here; river defined-here"},
      {"defined for both, by section",
       "# One\n\nThe River Commission (RC) met. The RC met.\n\n# Two\n\nThe Relief Council (RC) "
       "met. The RC met.",
       "river defined-here; river defined-here; relief defined-here; relief defined-here"},
      {"one sense a document", "The RC dredges channels at Zwolle.\n\n# Later\n\nThe RC met.",
       "river context; river context"},
      {"but not against what is near",
       "The RC dredges channels at Zwolle.\n\n# Later\n\nThe RC was seen in shelters.",
       "river context; -"},
      {"two senses a document, nothing carries",
       "The RC dredges channels at Zwolle.\n\n# B\n\nThe RC feeds refugees in Quimper.\n\n# "
       "C\n\nThe RC met.",
       "river context; relief context; -"},
      {"persons of one name", "A. Berg writes of dykes near Zwolle.", "anna-berg context"},
      {"or not", "A. Berg writes.", "-"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(decided(c.text, c.date) == c.expected);
  }
}

TEST_CASE("senses: dates") {
  const std::vector<Case> cases = {
      {"no date", "The STO met.", "-"},
      {"before the one's name", "The STO met.", "old date", "1950"},
      {"after the other's", "The STO met.", "new date", "2001-05"},
      {"between both", "The STO met.", "-", "1970"},
      {"a sentence about another time", "In 1955 the STO met.", "-", "2001"},
      {"a sentence about the same", "In 2000 the STO met.", "new date", "2001"},
      {"before one was there", "The RC met.", "river date", "1960"},
      {"before both were", "The RC met.", "-", "1900"},
      {"what there is once stays", "The RC met.", "-", "1995"},
      {"a year near", "In 1971 the RC dredged.", "river context"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(decided(c.text, c.date) == c.expected);
  }
}

TEST_CASE("senses: a decision tells its reasons, the strongest first") {
  const std::string text = "The RC dredges channels at Zwolle.";
  const Linked result = linked(text);
  REQUIRE(result.links.decisions.size() == 1);
  const Decision& decision = result.links.decisions[0];
  CHECK(decision.span == Span{4, 6});
  REQUIRE(decision.candidates.size() == 2);
  const Candidate& river = decision.candidates[0];
  CHECK(river.entry == *decision.entry);
  REQUIRE(river.reasons.size() == 4);  // two words, and that they are beside each other
  std::int32_t sum = 0;
  for (const Reason& reason : river.reasons) sum += reason.score;
  CHECK(sum == river.score);
  CHECK(river.reasons[0].kind == Reason::Kind::neighbour);
  CHECK(river.reasons[0].span == Span{27, 33});
  CHECK(river.reasons[1].kind == Reason::Kind::word);
  CHECK(decision.candidates[1].reasons.empty());
}

TEST_CASE("senses: review lists what is open, at its place") {
  const Ontology ontology = made();
  std::string out;
  const Linked open = linked("The RC met. The RC met.");
  append_review_json(out, ontology, open.document, open.links);
  CHECK(
      out ==
      R"({"document":"t.md","quote":"RC","before":"The ","after":" met. The RC met.","occurrence":1,)"
      R"("start":4,"end":6,"passage":"text:t.md#p1","state":"undecided","entry":null,"candidates":[)"
      R"({"entry":"relief","kind":"body","label":"Relief Council","score":0,"reasons":[]},)"
      R"({"entry":"river","kind":"body","label":"River Commission","score":0,"reasons":[]}]})"
      "\n"
      R"({"document":"t.md","quote":"RC","before":"The RC met. The ","after":" met.","occurrence":1,)"
      R"("start":16,"end":18,"passage":"text:t.md#p1","state":"undecided","entry":null,"candidates":[)"
      R"({"entry":"relief","kind":"body","label":"Relief Council","score":0,"reasons":[]},)"
      R"({"entry":"river","kind":"body","label":"River Commission","score":0,"reasons":[]}]})"
      "\n");
  out.clear();
  const Linked narrow = linked("The RC dredges channels.");
  append_review_json(out, ontology, narrow.document, narrow.links);
  CHECK(out.find(R"("state":"narrow","entry":"river")") != std::string::npos);
  CHECK(out.find(R"({"kind":"word","score":17,"quote":"dredges","start":7,"end":14})") !=
        std::string::npos);
  out.clear();
  const Linked clear = linked("The River Commission and the RC are one. The RC dredges channels.");
  append_review_json(out, ontology, clear.document, clear.links);
  CHECK(out == "");
}

TEST_CASE("senses: many anchors are those of each place") {
  const Document document = read_text("t.txt", "ab a ba aa ab a ba a\n\nab a", TextFormat::plain);
  const auto size = static_cast<std::uint32_t>(document.bytes.size());
  AnchorFinder anchors(document);
  for (std::uint32_t begin = 0; begin < size; ++begin) {
    for (std::uint32_t end = begin + 1; end <= std::min(begin + 3, size); ++end) {
      CHECK(anchors.anchor_of({begin, end}) == anchor_of(document, {begin, end}));
    }
  }
}

TEST_CASE("senses: an anchor finds its place again") {
  const std::string line = "It was said again and again that the RC met in town and nowhere else. ";
  const Document document = read_text("t.txt", line + line + line, TextFormat::plain);
  AnchorFinder anchors(document);
  for (std::uint32_t i = 0; i < 3; ++i) {
    const auto at = static_cast<std::uint32_t>(i * line.size() + line.find("RC"));
    const Anchor anchor = anchor_of(document, {at, at + 2});
    CHECK(anchors.anchor_of({at, at + 2}) == anchor);
    CHECK(anchor.quote == "RC");
    CHECK(anchor.before == document.bytes.substr(at - 32, 32));
    CHECK(anchor.after == document.bytes.substr(at + 2, 32));
    CHECK(anchor.occurrence == i + 1);
    CHECK(find_anchor(document, anchor) == Span{at, at + 2});
  }
  const Document other = read_text("t.txt", "Now first. " + line, TextFormat::plain);
  const auto at = static_cast<std::uint32_t>(line.find("RC"));
  CHECK(find_anchor(other, anchor_of(document, {at, at + 2})) == std::nullopt);
  const Document later = read_text("t.txt", "New. " + line + line + line, TextFormat::plain);
  const auto second = static_cast<std::uint32_t>(line.size() + line.find("RC"));
  const Anchor anchor = anchor_of(document, {second, second + 2});
  const auto found = find_anchor(later, anchor);
  REQUIRE(found);
  CHECK(found->begin == 5 + second);
}

TEST_CASE("senses: stems and rarity") {
  const std::vector<std::vector<std::string>> same = {
      {"violate", "violated", "violates", "violating", "violation", "violations"},
      {"peacekeeper", "peacekeepers", "peacekeeping"},
      {"rebel", "rebels"},
      {"deploy", "deployed", "deployment", "deploys"},
      {"country", "countries"},
      {"fighter", "fighters", "fighting"},
  };
  for (const std::vector<std::string>& words : same) {
    for (const std::string& word : words) CHECK(stem_of(word) == stem_of(words[0]));
  }
  for (const auto& [a, b] : {std::pair("united", "unity"), {"mission", "miss"}, {"force", "for"}}) {
    CHECK(stem_of(a) != stem_of(b));
  }
  const std::vector<std::vector<std::string>> peoples = {{"rwanda", "rwandan", "rwandese"},
                                                         {"lebanon", "lebanese"},
                                                         {"liberia", "liberian"},
                                                         {"sudan", "sudanese"},
                                                         {"leone", "leonean"},
                                                         {"mali", "malian"},
                                                         {"haiti", "haitian"}};
  for (const std::vector<std::string>& words : peoples) {
    for (const std::string& word : words) CHECK(name_key(word) == name_key(words[0]));
  }
  CHECK(log2_16(1) == 0);
  CHECK(log2_16(2) == 16);
  CHECK(log2_16(3) == 25);
  CHECK(log2_16(std::uint64_t{1} << 40U) == 640);
  CHECK(rarity(1, 1) == 96);
  CHECK(rarity(1, 1000) == 128);
  CHECK(rarity(1000, 1000) == 0);
}
