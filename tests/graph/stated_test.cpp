// SPDX-License-Identifier: Apache-2.0
//
// Sentences, and what they state: "source relation target", denied ones with "not" behind the
// relation. What a case does not list must not be stated. Each graph's invariants are checked too.
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/small_corpus.hpp"

using namespace crossroads;

namespace {

const Ontology& ontology() {
  static const Ontology one = test::ontology_of(R"xml(
    <kind id="group" label="Armed group" plural="Armed groups"/>
    <kind id="mission" label="Mission" plural="Missions"/>
    <kind id="unit" label="Unit" plural="Units" broader="mission"/>
    <kind id="place" label="Place" plural="Places"/>
    <relation id="deployed-in" from="mission" to="place">
      <cue>in</cue><cue>deployed in</cue>
      <cue pattern="{to} ({from})"/><cue pattern="{from} ({to})"/>
      <cue negated="true">was never in</cue><cue negated="true" pattern="no {from} in {to}"/>
    </relation>
    <relation id="operates-in" from="group" to="place"><cue>in</cue><cue>operating in</cue></relation>
    <relation id="fights" from="mission group" to="group">
      <cue>against</cue><cue>mission against</cue>
      <cue negated="true">is not mandated against</cue>
    </relation>
    <relation id="allied" from="group" to="group" symmetric="true">
      <cue>together with</cue><cue pattern="{from} and {to} alliance"/>
    </relation>
    <relation id="guards" from="place" to="unit" symmetric="true"><cue>beside</cue></relation>
    <relation id="named" from="group" to="group"><cue>is also the</cue></relation>
    <relation id="led" from="group" to="place"><cue pattern="forces of {from} under {to} rule"/></relation>
    <entry id="alpha" kind="group"><label>Alpha</label></entry>
    <entry id="beta" kind="group"><label>Beta</label></entry>
    <entry id="gamma" kind="group"><label>Gamma Group</label></entry>
    <entry id="joint" kind="mission"><label>Joint Force</label><alias>MJTF</alias></entry>
    <entry id="mina" kind="mission"><label>MINA</label></entry>
    <entry id="guard" kind="unit"><label>Guard</label></entry>
    <entry id="north" kind="place"><label>Northland</label></entry>
    <entry id="south" kind="place"><label>Southland</label></entry>)xml");
  return one;
}

struct StatedCase {
  std::string name;
  std::string text;
  std::string expected;
};

std::string stated_in(const std::string& text, const std::string& id = "t.txt") {
  const ConceptGraph graph = test::graph_of(ontology(), {{id, text}});
  std::string all;
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    if (graph.origin(i) != Origin::stated) continue;
    if (!all.empty()) all += "; ";
    all += graph.vertex(graph.source(i)).id + " " + graph.relation(i) +
           (graph.polarity(i) == Polarity::negative ? " not " : " ") +
           graph.vertex(graph.target(i)).id;
  }
  return all;
}

void run(const std::vector<StatedCase>& cases) {
  static std::set<std::string> names;
  for (const StatedCase& c : cases) {
    CAPTURE(c.name);
    CAPTURE(c.text);
    CHECK(names.insert(c.name).second);
    CHECK(stated_in(c.text) == c.expected);
  }
}

/// The words of the only stated edge, as they stand in the text.
struct Words {
  std::string all;
  std::string source;
  std::string target;
  std::string cue;
  std::string rule;
};

Words words_in(const std::string& text) {
  const ConceptGraph graph = test::graph_of(ontology(), {{"t.txt", text}});
  std::vector<StatedWords> found;
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    for (const Evidence& evidence : graph.edge(i).evidence) {
      if (evidence.words) found.push_back(*evidence.words);
    }
  }
  REQUIRE(found.size() == 1);
  const auto at = [&](Span span) { return text.substr(span.begin, span.size()); };
  return {at(found[0].span), at(found[0].source_span), at(found[0].target_span), found[0].cue,
          found[0].rule};
}

}  // namespace

TEST_CASE("stated: phrases between two names") {
  run({
      {"a cue", "Alpha in Northland.", "alpha operates-in north"},
      {"of another relation, by kind", "MINA in Northland.", "mina deployed-in north"},
      {"a longer cue", "MINA deployed in Northland", "mina deployed-in north"},
      {"a narrower kind fits", "The Guard in Northland", "guard deployed-in north"},
      {"case is folded", "Alpha OPERATING In Northland", "alpha operates-in north"},
      {"an article", "Alpha in the Northland", "alpha operates-in north"},
      {"another article", "MINA against an Alpha", "mina fights alpha"},
      {"white space collapses", "Alpha  operating\tin Northland", "alpha operates-in north"},
      {"over a line break", "Alpha\nin\nNorthland", "alpha operates-in north"},
      {"over a line break with CRLF", "Alpha operating\r\n  in Northland",
       "alpha operates-in north"},
      {"an article at a line's end", "Alpha in the\nNorthland", "alpha operates-in north"},
      {"a cue that ends in an article", "Alpha is also the Beta", "alpha named beta"},
      {"more words than the cue", "Alpha was in Northland", ""},
      {"fewer words than the cue", "MINA deployed Northland", ""},
      {"a cue within a word", "Alpha within Northland", ""},
      {"two articles", "Alpha in the a Northland", ""},
      {"no space before the cue", "Alpha-in Northland", ""},
      {"the wrong way round", "Northland in Alpha", ""},
      {"a relation that no name fits", "Northland against Alpha", ""},
      {"the same entry twice", "Alpha against Alpha", ""},
      {"one name only", "in Northland", ""},
      {"a name of several words", "Alpha against the Gamma Group", "alpha fights gamma"},
      {"a form of the same entry", "MJTF in Southland", "joint deployed-in south"},
      {"two in a row", "MINA against Alpha in Northland",
       "alpha operates-in north; mina fights alpha"},
  });
}

TEST_CASE("stated: a text that denies it") {
  run({
      {"a negated cue", "MINA is not mandated against Alpha", "mina fights not alpha"},
      {"a negated pattern before a cue that fits too", "There was no MINA in Northland",
       "mina deployed-in not north"},
      {"a negation that no cue has", "Alpha is not in Northland", ""},
      {"denied and stated", "MINA was never in Northland. MINA in Northland.",
       "mina deployed-in north; mina deployed-in not north"},
      {"the head of a pattern is a word", "From casino MINA deployed in Northland",
       "mina deployed-in north"},
  });
}

TEST_CASE("stated: what parts two names") {
  run({
      {"a full stop", "We saw Alpha. In Northland it rained.", ""},
      {"a comma", "Alpha, in Northland", ""},
      {"a blank line", "We met some of Alpha\n\nIn Northland it rained.", ""},
      {"two list items", "- Alpha\n- in Northland\n", ""},
      {"a name between", "Alpha Beta in Northland", "beta operates-in north"},
      {"a note", "Alpha in1 Northland\n\n" + std::string(40, ' ') + "\n1 in Northland\n", ""},
      {"within a note", "Text.1\n\n" + std::string(40, ' ') + "\n1 Alpha in Northland\n",
       "alpha operates-in north"},
      {"a tail behind a blank line", "We met Alpha and Beta\n\nAlliance building is hard.", ""},
      {"a head before a blank line", "We counted the forces of\n\nAlpha under Southland rule", ""},
  });
}

TEST_CASE("stated: patterns and brackets") {
  run({
      {"the second in brackets", "Northland (MINA)", "mina deployed-in north"},
      {"the first in brackets", "MINA (Northland)", "mina deployed-in north"},
      {"brackets not closed", "Northland (MINA and more)", ""},
      {"brackets over a line", "Northland\n(MINA)", "mina deployed-in north"},
      {"no space before the brackets", "Northland(MINA)", ""},
      {"an acronym in brackets behind its name", "the Joint Force (MJTF) mission against Alpha",
       "joint fights alpha"},
      {"brackets that open earlier", "(see MJTF) mission against Alpha", ""},
      {"head and tail", "the forces of Alpha under Southland rule.", "alpha led south"},
      {"no tail", "the forces of Alpha under Southland.", ""},
      {"no head", "those of Alpha under Southland rule.", ""},
      {"a tail within a word", "forces of Alpha under Southland rulers", ""},
      {"a head within a word", "armforces of Alpha under Southland rule", ""},
      {"a tail alone", "the Alpha and Beta alliance", "alpha allied beta"},
  });
}

TEST_CASE("stated: lists") {
  run({
      {"a list of two", "Alpha and Beta in Northland",
       "alpha operates-in north; beta operates-in north"},
      {"a list of three", "Alpha, Beta, and the Gamma Group in Northland",
       "alpha operates-in north; beta operates-in north; gamma operates-in north"},
      {"or", "Alpha or Beta in Northland", "alpha operates-in north; beta operates-in north"},
      {"and others of the kind", "Alpha, Beta and other armed groups in Northland",
       "alpha operates-in north; beta operates-in north"},
      {"and others, with a comma", "Alpha, and other armed groups operating in Northland",
       "alpha operates-in north"},
      {"others of another kind", "Alpha and other missions in Northland", ""},
      {"a list of two kinds", "MINA and Alpha in Northland", "alpha operates-in north"},
      {"a list over a line", "Alpha,\nBeta in Northland",
       "alpha operates-in north; beta operates-in north"},
      {"a semicolon ends a list", "Alpha; Beta in Northland", "beta operates-in north"},
      {"a list does not share its end", "Alpha in Northland and Southland",
       "alpha operates-in north"},
  });
}

TEST_CASE("stated: symmetric relations") {
  run({
      {"in the order of ids", "Alpha together with Beta", "alpha allied beta"},
      {"against it", "Beta together with Alpha", "alpha allied beta"},
      {"both ways", "Alpha together with Beta. Beta together with Alpha.", "alpha allied beta"},
      {"kinds as declared", "Northland beside the Guard", "guard guards north"},
      {"kinds the other way", "Guard beside Northland", "guard guards north"},
      {"kinds that do not fit", "Northland beside MINA", ""},
  });
}

TEST_CASE("stated: the words, and what fired") {
  Words words = words_in("We saw Alpha operating\nin the Northland today.");
  CHECK(words.all == "Alpha operating\nin the Northland");
  CHECK(words.source == "Alpha");
  CHECK(words.target == "Northland");
  CHECK(words.cue == "operating\nin the");
  CHECK(words.rule == "operates-in: operating in");

  words = words_in("the Joint Force (MJTF) mission against Alpha");
  CHECK(words.all == "(MJTF) mission against Alpha");
  CHECK(words.source == "MJTF");
  CHECK(words.cue == ") mission against");

  words = words_in("Northland (MINA) is cold.");
  CHECK(words.all == "Northland (MINA)");
  CHECK(words.source == "MINA");
  CHECK(words.target == "Northland");
  CHECK(words.rule == "deployed-in: {to} ({from})");

  // The words of a pattern that stand before the first name count too.
  words = words_in("Now the forces of Alpha under Southland rule left.");
  CHECK(words.all == "forces of Alpha under Southland rule");
  CHECK(words.cue == "under");

  // A symmetric edge starts at the smaller id, wherever that stands.
  words = words_in("Beta together with Alpha");
  CHECK(words.source == "Alpha");
  CHECK(words.target == "Beta");
}

TEST_CASE("stated: a list's words go from its member to the end") {
  const std::string text = "Alpha, Beta and other armed groups in Northland";
  const ConceptGraph graph = test::graph_of(ontology(), {{"t.txt", text}});
  std::vector<std::string> words;
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    for (const Evidence& evidence : graph.edge(i).evidence) {
      if (!evidence.words) continue;
      words.push_back(text.substr(evidence.words->span.begin, evidence.words->span.size()));
    }
  }
  CHECK(words == std::vector<std::string>{text, text.substr(7)});
}

TEST_CASE("stated: passages that state an edge are its weight, places its evidence") {
  const ConceptGraph graph =
      test::graph_of(ontology(), {{"t.txt",
                                   "Alpha in Northland, and again Alpha in Northland.\n\nAlpha in "
                                   "Northland.\n"}});
  REQUIRE(test::edge_names(graph) == std::vector<std::string>{"alpha operates-in:stated north"});
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    if (graph.origin(i) != Origin::stated) continue;
    CHECK(graph.edge(i).weight == 2);
    CHECK(graph.edge(i).evidence_total == 3);
    CHECK(graph.edge(i).evidence.size() == 3);
  }
}

TEST_CASE("stated: two cues that fire on the same words are one piece of evidence") {
  const ConceptGraph graph = test::graph_of(
      R"(<relation id="in"><cue>in</cue><cue pattern="{from} in {to}"/></relation>
         <entry id="a" kind="k"><label>Alpha</label></entry>
         <entry id="b" kind="k"><label>Beta</label></entry>)",
      {{"t.txt", "Alpha in Beta"}});
  CHECK(test::edge_names(graph) == std::vector<std::string>{"a in:stated b"});
  CHECK(graph.edge(1).evidence.size() == 1);
  CHECK(graph.edge(1).evidence.at(0).words->rule == "in: in");
}

TEST_CASE("stated: Markdown, where signs stand beside names") {
  CHECK(stated_in("**Alpha** in Northland", "t.md") == "");
  CHECK(stated_in("> Alpha\n> in Northland", "t.md") == "");
  CHECK(stated_in("Alpha in Northland", "t.md") == "alpha operates-in north");
}

TEST_CASE("stated: over a lead-in, of each item's first name") {
  CHECK(stated_in("MINA is deployed in:\n\n- Northland;\n- the Southland.\n") == "");
  run({
      {"lead-in", "The MINA was deployed in:\n\n- Northland;\n- the Southland.\n", ""},
      {"lead-in, cue",
       "Some say that MINA deployed in:\n\n- Northland;\n- the Southland, and Alpha in it.\n",
       "mina deployed-in north; mina deployed-in south"},
      {"lead-in, list of sources", "They fought. Alpha and Beta operating in:\n\n- Northland\n",
       "alpha operates-in north; beta operates-in north"},
      {"lead-in, denied", "Alpha is not mandated against:\n\n- Beta\n- Gamma Group\n",
       "alpha fights not beta; alpha fights not gamma"},
      {"lead-in, words between", "Alpha operating in these:\n\n- Northland\n", ""},
      {"lead-in, words before the name", "Alpha operating in:\n\n- all of Northland\n", ""},
      {"lead-in, another name stands between", "Alpha in all, Beta too:\n\n- Northland\n", ""},
      {"lead-in, kinds that do not fit", "Northland deployed in:\n\n- Alpha\n", ""},
      {"items do not lean on each other", "They came:\n\n- Alpha operating in\n- Northland\n", ""},
  });
}

TEST_CASE("stated: the words of a lead-in and those of the item, each in its passage") {
  const std::string text = "Some say that MINA deployed in:\n\n- Northland;\n- the Southland.\n";
  const ConceptGraph graph = test::graph_of(ontology(), {{"t.txt", text}});
  std::vector<std::string> found;
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    for (const Evidence& evidence : graph.edge(i).evidence) {
      if (!evidence.words) continue;
      REQUIRE(evidence.with.has_value());
      const Span with = evidence.with->span;
      const Span span = evidence.words->span;
      found.push_back(text.substr(with.begin, with.size()) + "|" +
                      text.substr(span.begin, span.size()) + "|" + evidence.words->cue);
      CHECK(graph.passage(evidence.passage).role == Role::list_item);
    }
  }
  CHECK(found == std::vector<std::string>{"MINA deployed in:|Northland|deployed in:",
                                          "MINA deployed in:|Southland|deployed in:"});
}
