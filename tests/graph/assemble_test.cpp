// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/store/graph_json.hpp"
#include "support/check_graph.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;
using Lines = std::vector<std::string>;

namespace {

/// The edge of that name (as test::edge_names() gives it).
Edge edge_named(const ConceptGraph& graph, const std::string& name) {
  const Lines names = test::edge_names(graph, true);
  const auto at = std::find(names.begin(), names.end(), name);
  CAPTURE(name);
  REQUIRE(at != names.end());
  return graph.edge(static_cast<std::uint32_t>(at - names.begin()));
}

Lines evidence_of(const ConceptGraph& graph, const std::string& name) {
  Lines ids;
  for (const Evidence& evidence : edge_named(graph, name).evidence) {
    ids.push_back(graph.passage(evidence.passage).id);
  }
  return ids;
}

constexpr std::string_view three = R"(
  <entry id="a" kind="k"><label>Alder</label></entry>
  <entry id="b" kind="k"><label>Birch</label></entry>
  <entry id="c" kind="k"><label>Cedar</label></entry>)";

}  // namespace

TEST_CASE("assemble: nothing") {
  const ConceptGraph graph = test::graph_of("", {});
  CHECK(graph.vertices().empty());
  CHECK(graph.edge_count() == 0);
  CHECK(graph.windows() == 0);
  CHECK(graph.built_by().starts_with("crossroads "));
  CHECK(graph.evidence_limit() == 50);
}

TEST_CASE("assemble: every entry is a node, mentioned or not, and every text") {
  const ConceptGraph graph =
      test::graph_of(three, {{"z.txt", "Birch and birch.\n\nBirch."}, {"e.txt", ""}});
  Lines ids;
  for (const Vertex& vertex : graph.vertices()) {
    ids.push_back(vertex.id + " " + std::to_string(vertex.mentions) + " " +
                  std::to_string(vertex.passages));
  }
  CHECK(ids == Lines{"a 0 0", "b 3 2", "c 0 0", "text:e.txt 0 0", "text:z.txt 0 2"});
  CHECK(graph.edge_count() == 0);
}

TEST_CASE("assemble: what a node keeps of its entry") {
  const ConceptGraph graph = test::graph_of(R"(
    <source id="s">S</source><kind id="k"/><kind id="l"/><property id="p"/>
    <entry id="a" kind="k l"><label lang="fr">Aulne</label><alias>alder tree</alias>
      <label>Alder</label><alias use="hidden">Adler</alias><alias>Alder</alias>
      <definition by="X" source="s">A tree.</definition>
      <attribute name="p" source="s">v</attribute></entry>)",
                                            {});
  const Vertex& vertex = graph.vertex(0);
  CHECK(vertex.kinds == Lines{"k", "l"});
  CHECK(vertex.label == "Alder");
  CHECK(vertex.aliases == Lines{"Aulne", "alder tree"});
  REQUIRE(vertex.definitions.size() == 1);
  CHECK(vertex.definitions[0].by == "X");
  REQUIRE(vertex.attributes.size() == 1);
  CHECK(vertex.attributes[0].value == "v");
  CHECK_FALSE(vertex.document.has_value());
}

TEST_CASE("assemble: what a curator says, with period, sources, locator and reason") {
  const ConceptGraph graph = test::graph_of(R"(
    <source id="s">S</source><source id="t">T</source>
    <entry id="a" kind="k"><label>A1</label>
      <statement relation="part-of" to="b" source="t s" locator="p. 3" since="2001" until="2002-05">As it was
        told.</statement></entry>
    <entry id="b" kind="k"><label>B1</label></entry>)",
                                            {});
  const Edge edge = edge_named(graph, "a part-of:curated b");
  CHECK(edge.origin == Origin::curated);
  CHECK_FALSE(edge.symmetric);
  CHECK(edge.period.since == "2001");
  CHECK(edge.period.until == "2002-05");
  CHECK(edge.curated.sources == Lines{"t", "s"});
  CHECK(edge.curated.locator == "p. 3");
  CHECK(edge.curated.reason == "As it was told.");
}

TEST_CASE("assemble: one statement with several periods gives edges with keys of their own") {
  const ConceptGraph graph = test::graph_of(R"(
    <source id="s">S</source>
    <entry id="a" kind="k"><label>A1</label>
      <statement relation="part-of" to="b" source="s" since="2007"/>
      <statement relation="part-of" to="b" source="s" since="2001" until="2003"/>
      <statement relation="related" to="b" source="s" since="1999"/></entry>
    <entry id="b" kind="k"><label>B1</label></entry>)",
                                            {});
  CHECK(test::edge_names(graph) ==
        Lines{"a part-of:curated:2001/2003 b", "a part-of:curated:2007/ b", "a related:curated b"});
  CHECK(graph.edge(0).period.until == "2003");
  CHECK(graph.edge(1).period.until.empty());
}

TEST_CASE("assemble: a symmetric statement is one edge, the smaller id first") {
  Ontology ontology = test::ontology_of(R"(
    <source id="s">S</source><source id="t">T</source>
    <entry id="a" kind="k"><label>A1</label></entry>
    <entry id="b" kind="k"><label>B1</label>
      <statement relation="related" to="a" source="s"/>
      <statement relation="related" to="a" source="s" since="2001"/></entry>)");
  // The checker refuses it of curators, but an ontology may be made by a program.
  Statement said = ontology.entries[1].statements[0];
  said.to = EntryId{1};
  said.provenance.sources = {"t", "s"};
  ontology.entries[0].statements.push_back(said);
  const ConceptGraph graph = test::graph_of(ontology, {});
  CHECK(test::edge_names(graph) == Lines{"a related:curated:/ b", "a related:curated:2001/ b"});
  CHECK(graph.edge(0).symmetric);
  CHECK(graph.edge(0).curated.sources == Lines{"t", "s"});
  CHECK(graph.edge(1).curated.sources == Lines{"s"});
}

TEST_CASE("assemble: co-mentions are counted by window") {
  const ConceptGraph graph = test::graph_of(
      three, {{"t.txt",
               "Alder, Birch, Alder and Birch.\n\nBirch and alder.\n\nCedar and birch.\n\n"
               "Nothing at all.\n"}});
  CHECK(graph.windows() == 4);
  CHECK(test::edge_names(graph, true) == Lines{"a co-mentioned b", "b co-mentioned c"});
  const Edge edge = edge_named(graph, "a co-mentioned b");
  CHECK(edge.weight == 2);
  CHECK(edge.evidence_total == 2);
  CHECK(edge.symmetric);
  CHECK(edge.npmi == doctest::Approx(npmi(2, 2, 3, 4)));
}

TEST_CASE("assemble: what is a window") {
  // A heading, a body, a rule and a note that names both; the front matter is none.
  const std::string page = "ALDER AND BIRCH\n\nAlder and birch grow here.1\n\n" +
                           std::string(40, '_') + "\n1 See birch and alder.\n";
  ConceptGraph graph = test::graph_of(three, {{"t.txt", page}});
  CHECK(edge_named(graph, "a co-mentioned b").weight == 3);
  const auto count = [&](Role role) {
    return std::count_if(graph.passages().begin(), graph.passages().end(),
                         [&](const GraphPassage& p) { return p.role == role; });
  };
  CHECK(count(Role::separator) == 1);
  CHECK(count(Role::note) == 1);
  CHECK(graph.windows() == graph.passages().size() - 1);

  graph =
      test::graph_of(three, {{"t.md", "---\ntitle: Alder and birch\n---\n\nAlder and cedar.\n"}});
  CHECK(graph.windows() == 1);
  CHECK(test::edge_names(graph, true) == Lines{"a co-mentioned c"});
  CHECK(graph.vertex(1).passages == 0);  // it names nothing
}

TEST_CASE("assemble: the best evidence first, and no more than asked for") {
  const std::vector<test::SmallText> texts = {
      {"a.txt", "Alder, birch and cedar.\n\nAlder and birch.1\n\n" + std::string(40, '_') +
                    "\n1 Alder and birch.\n"},
      {"b.txt", "Birch, alder.\n"}};
  const Lines all = {"text:a.txt#p2", "text:b.txt#p1", "text:a.txt#p1", "text:a.txt#p4"};
  const std::string name = "a co-mentioned b";
  CHECK(evidence_of(test::graph_of(three, texts), name) == all);
  for (const std::uint32_t limit : {0U, 1U, 3U, 4U, 5U}) {
    AssembleOptions options;
    options.evidence_limit = limit;
    const ConceptGraph graph = test::graph_of(three, texts, options);
    CHECK(graph.evidence_limit() == limit);
    CHECK(edge_named(graph, name).evidence_total == 4);
    const Lines best(all.begin(), all.begin() + std::min<std::ptrdiff_t>(limit, 4));
    CHECK(evidence_of(graph, name) == best);
  }
}

TEST_CASE("assemble: stated edges list all their evidence, whatever the limit") {
  AssembleOptions options;
  options.evidence_limit = 1;
  const ConceptGraph graph = test::graph_of(
      R"(<kind id="k"/><relation id="near"><cue>near</cue></relation>
         <entry id="a" kind="k"><label>Alder</label></entry>
         <entry id="b" kind="k"><label>Birch</label></entry>)",
      {{"t.txt", "Alder near birch.\n\nAlder near birch.\n\nBirch near alder.\n"}}, options);
  CHECK(edge_named(graph, "a near:stated b").evidence.size() == 2);
  CHECK(edge_named(graph, "b near:stated a").evidence.size() == 1);
}

TEST_CASE("assemble: the order of documents changes nothing") {
  const Ontology ontology = test::ontology_of(test::briefing_ontology());
  std::vector<test::SmallText> texts = test::briefing_texts();
  texts.push_back({"c.txt", "UNMIN in Norvale. UNMIN, the Red Hand and Sudmark.\n"});
  const std::string expected = write_graph_json(test::graph_of(ontology, texts));
  std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  do {
    CHECK(write_graph_json(test::graph_of(ontology, texts)) == expected);
  } while (std::next_permutation(texts.begin(), texts.end(),
                                 [](const auto& a, const auto& b) { return a.id < b.id; }));
}

TEST_CASE("assemble: two documents of one id are refused") {
  const Ontology ontology = test::ontology_of(three);
  const auto documents = test::linked_texts(ontology, {{"t.txt", "Alder"}, {"t.txt", "Birch"}});
  CHECK_THROWS_WITH_AS(assemble(ontology, documents), "two documents have the id 't.txt'", Error);
}

TEST_CASE("assemble: references only keep no word of a text") {
  AssembleOptions options;
  options.evidence = EvidenceKind::reference;
  const ConceptGraph graph =
      test::graph_of(test::briefing_ontology(), test::briefing_texts(), options);
  CHECK_FALSE(graph.texts_kept());
  const std::string json = write_graph_json(graph);
  CHECK(json.find("\"text\":\"A mission with") != std::string::npos);  // the ontology's own words
  CHECK(json.find("Nobody else") == std::string::npos);
  CHECK(json.find("\"cue\"") == std::string::npos);
  CHECK(json.find("met in") == std::string::npos);
  const ConceptGraph full = test::graph_of(test::briefing_ontology(), test::briefing_texts());
  CHECK(test::edge_names(graph, true) == test::edge_names(full, true));
}

TEST_CASE("assemble: the briefing") {
  const ConceptGraph graph = test::graph_of(test::briefing_ontology(), test::briefing_texts());
  CHECK(test::edge_names(graph) ==
        Lines{"norvale borders:curated sudmark", "norvale borders:stated sudmark",
              "red-hand operates-in:stated norvale", "red-hand operates-in:stated sudmark",
              "red-hand operates-in:stated:not sudmark", "river-host operates-in:curated norvale",
              "river-host operates-in:stated sudmark", "unmin deployed-in:curated norvale",
              "unmin deployed-in:stated norvale", "unmin fights:stated red-hand"});
}
