// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "crossroads/store/graph_json.hpp"
#include "support/check_graph.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;
using Json = nlohmann::ordered_json;

namespace {

/// Reads what was written, and it must be the same graph: the same bytes, its invariants unbroken.
void check_round_trip(const ConceptGraph& graph,
                      const std::vector<LinkedDocument>& documents = {}) {
  const std::string json = write_graph_json(graph);
  const ConceptGraph back = read_graph_json(json, "g.json");
  CHECK(write_graph_json(back) == json);
  CHECK(test::violations(back, documents) == "");
  CHECK(test::edge_names(back, true) == test::edge_names(graph, true));
}

void check_round_trip(std::string_view xml, const std::vector<test::SmallText>& texts) {
  const Ontology ontology = test::ontology_of(xml);
  const std::vector<LinkedDocument> documents = test::linked_texts(ontology, texts);
  for (const EvidenceKind evidence : {EvidenceKind::text, EvidenceKind::reference}) {
    for (const std::uint32_t limit : {50U, 1U}) {
      AssembleOptions options;
      options.evidence = evidence;
      options.evidence_limit = limit;
      options.anaphora = limit == 1 ? Anaphora::on : Anaphora::off;
      check_round_trip(assemble(ontology, documents, options), documents);
    }
  }
}

constexpr std::string_view trees = R"(
  <entry id="a" kind="k"><label>Alder</label></entry>
  <entry id="b" kind="k"><label>black birch</label></entry>
  <entry id="c" kind="k"><label>Cedar</label></entry>)";

const std::string foot = std::string(40, ' ');

}  // namespace

TEST_CASE("graph JSON: a small graph, byte for byte") {
  const ConceptGraph graph = test::graph_of(R"(
    <source id="s" year="2001" url="https://example.org/" seen="at home">A "survey"</source>
    <kind id="group" label="Group" plural="Groups"/><kind id="place" broader="spot"/><kind id="spot"/>
    <relation id="in" label="is in" inverse="holds" from="group" to="place"><cue>in</cue></relation>
    <property id="founded"/>
    <entry id="alpha" kind="group spot"><label>Alpha</label><alias case="exact">Al</alias>
      <definition source="s" locator="p. 1">One.</definition><definition lang="fr" by="X">Deux.</definition>
      <attribute name="founded" since="1999" source="s">1999</attribute>
      <statement relation="in" to="beta" source="s" locator="p. 2" since="2001" until="2002-03-04">Why.</statement>
      <statement relation="related" to="beta" source="s"/></entry>
    <entry id="beta" kind="place"><label>Beta</label></entry>
    <entry id="nil" kind="place"><label>Nil</label></entry>)",
                                            {{"t.txt", "Alpha in Beta.\n\nAl left.\n"}});
  CHECK(write_graph_json(graph) ==
        R"({
"directed":true,
"multigraph":true,
"graph":{"format":"crossroads","version":1,"window":"passage","windows":2,
"manifest":{"built_by":")" +
            graph.built_by() +
            R"(","evidence":"text","evidence_limit":50},
"ontology":{"sha256":")" +
            graph.ontology().sha256 +
            R"(",
"kinds":[
{"id":"group","label":"Group","plural":"Groups"},
{"id":"place","label":"place","plural":"place","broader":"spot"},
{"id":"spot","label":"spot","plural":"spot"}],
"relations":[
{"id":"broader","label":"is narrower than","inverse":"is broader than"},
{"id":"in","label":"is in","inverse":"holds","from":["group"],"to":["place"]},
{"id":"part-of","label":"is part of","inverse":"has as a part"},
{"id":"related","label":"is related to","inverse":"is related to","symmetric":true}],
"sources":[
{"id":"s","title":"A \"survey\"","year":"2001","url":"https://example.org/","seen":"at home"}]},
"documents":[
{"id":"t.txt","title":"t.txt","sha256":")" +
            graph.documents()[0].sha256 + R"(","bytes":25}]},
"nodes":[
{"id":"alpha","kind":"group","kinds":["group","spot"],"label":"Alpha","aliases":["Al"],"definition":{"text":"One.","sources":["s"],"locator":"p. 1"},"definitions":[{"text":"One.","sources":["s"],"locator":"p. 1"},{"text":"Deux.","by":"X","lang":"fr"}],"attributes":[{"name":"founded","value":"1999","since":"1999","sources":["s"]}],"mentions":2,"passages":2},
{"id":"beta","kind":"place","label":"Beta","mentions":1,"passages":1},
{"id":"nil","kind":"place","label":"Nil","mentions":0,"passages":0},
{"id":"text:t.txt","kind":"text","label":"t.txt","document":"t.txt","passages":2},
{"id":"text:t.txt#p1","kind":"passage","document":"t.txt","role":"body","zone":"body","ranges":[[0,14]],"text":"Alpha in Beta."},
{"id":"text:t.txt#p2","kind":"passage","document":"t.txt","role":"body","zone":"body","ranges":[[16,24]],"text":"Al left."}
],
"edges":[
{"source":"alpha","target":"beta","key":"co-mentioned","relation":"co-mentioned","origin":"co-mentioned","symmetric":true,"weight":1,"npmi":0,"evidence_total":1,"evidence":[{"passage":"text:t.txt#p1"}]},
{"source":"alpha","target":"beta","key":"in:curated","relation":"in","origin":"curated","since":"2001","until":"2002-03-04","sources":["s"],"locator":"p. 2","reason":"Why."},
{"source":"alpha","target":"beta","key":"in:stated","relation":"in","origin":"stated","polarity":"positive","modality":"asserted","weight":1,"evidence_total":1,"evidence":[{"passage":"text:t.txt#p1","span":[0,13],"source_span":[0,5],"target_span":[9,13],"cue":"in","rule":"in: in"}]},
{"source":"alpha","target":"beta","key":"related:curated","relation":"related","origin":"curated","symmetric":true,"sources":["s"]},
{"source":"text:t.txt","target":"text:t.txt#p1","key":"contains:structure","relation":"contains","origin":"structure"},
{"source":"text:t.txt","target":"text:t.txt#p2","key":"contains:structure","relation":"contains","origin":"structure"},
{"source":"text:t.txt#p1","target":"alpha","key":"mentions:structure","relation":"mentions","origin":"structure","spans":[[0,5]]},
{"source":"text:t.txt#p1","target":"beta","key":"mentions:structure","relation":"mentions","origin":"structure","spans":[[9,13]]},
{"source":"text:t.txt#p2","target":"alpha","key":"mentions:structure","relation":"mentions","origin":"structure","spans":[[16,18]]}
]
}
)");
  check_round_trip(graph);
}

TEST_CASE("graph JSON: written, read and written again, the bytes are the same") {
  check_round_trip("", {});
  check_round_trip(trees, {});
  check_round_trip("", {{"t.txt", "No ontology."}, {"e.txt", ""}});
  check_round_trip(test::briefing_ontology(), test::briefing_texts());
}

TEST_CASE("graph JSON: passages and mentions that something interrupts") {
  const std::string page =
      "We went a long way in the high grass, up to the first of the black\n\n" + foot +
      "\n1 See alder and black\nbirch.\n\n birch and alder stand in "
      "black\nbirch woods.\n";
  check_round_trip(trees, {{"t.txt", page}});
  const ConceptGraph graph = test::graph_of(trees, {{"t.txt", page}});
  const auto has_parts = [](const PassageMention& mention) { return !mention.parts.empty(); };
  const auto first = graph.passage(0);
  REQUIRE(first.ranges.size() == 2);
  REQUIRE(std::any_of(first.mentions.begin(), first.mentions.end(), has_parts));
  const ConceptGraph back = read_graph_json(write_graph_json(graph), "g.json");
  REQUIRE(back.passage(0).mentions.size() == first.mentions.size());
  for (std::size_t i = 0; i < first.mentions.size(); ++i) {
    CHECK(back.passage(0).mentions[i].span == first.mentions[i].span);
    CHECK(back.passage(0).mentions[i].parts == first.mentions[i].parts);
    CHECK(back.passage(0).mentions[i].entry == first.mentions[i].entry);
  }
}

TEST_CASE("graph JSON: nasty strings come back as they are") {
  const std::vector<std::string> nasty = {
      "\"quoted\" \\ back\\\\slash / <b>&amp;</b> ]]> -- {x}",
      "line\nfeed\r\nreturn\ttab \x01\x1f\x7f",
      "\u05E9\u05DC\u05D5\u05DD \u202E right to left \u202C \u0645\u0631\u062D\u0628\u0627",
      "\U0001F600\U0001F468\u200D\U0001F469\u200D\U0001F467 e\u0301 \uFEFF \uFFFF \U0010FFFF",
      std::string("a zero \0 within", 15),
      std::string(10'000, 'x'),
      "\u2028\u2029",
      " "};
  GraphParts parts;
  parts.built_by = nasty[0];
  parts.ontology.id = nasty[1];
  parts.ontology.kinds = {{nasty[2], nasty[3], nasty[4], ""}};
  parts.ontology.sources = {{"s", nasty[0], nasty[1], nasty[2], nasty[3]}};
  for (std::size_t i = 0; i < nasty.size(); ++i) {
    Vertex vertex;
    vertex.id = "e" + std::to_string(i) + nasty[i];
    vertex.kinds = {nasty[i], nasty[(i + 1) % nasty.size()]};
    vertex.label = nasty[i];
    vertex.aliases = {nasty[(i + 1) % nasty.size()], nasty[i]};
    vertex.definitions = {{nasty[i], nasty[i], nasty[i], {{nasty[i]}, nasty[i]}}};
    vertex.attributes = {{nasty[i], nasty[i], {"2001", ""}, {{nasty[i]}, nasty[i]}}};
    parts.vertices.push_back(vertex);
    Edge edge;
    edge.target = static_cast<std::uint32_t>(i);
    edge.relation = nasty[i];
    edge.curated = {{nasty[i]}, nasty[i], nasty[i]};
    parts.edges.push_back(edge);
    parts.documents.push_back({nasty[i], nasty[i], "", i});
    Vertex text;
    text.id = text_id(nasty[i]);
    text.kinds = {"text"};
    text.label = nasty[i];
    text.document = static_cast<std::uint32_t>(i);
    parts.vertices.push_back(text);
    parts.passages.push_back({passage_id(nasty[i], 0),
                              static_cast<std::uint32_t>(i),
                              Role::quote,
                              {{0, static_cast<std::uint32_t>(nasty[i].size())}},
                              nasty[i],
                              {}});
  }
  const ConceptGraph graph(std::move(parts));
  CHECK(test::shape_violations(graph) == "");
  const std::string json = write_graph_json(graph);
  const ConceptGraph back = read_graph_json(json, "g.json");
  CHECK(write_graph_json(back) == json);
  for (std::uint32_t i = 0; i < graph.vertices().size(); ++i) {
    CHECK(back.vertex(i).id == graph.vertex(i).id);
    CHECK(back.vertex(i).label == graph.vertex(i).label);
    CHECK(back.vertex(i).aliases == graph.vertex(i).aliases);
    CHECK(back.vertex(i).kinds == graph.vertex(i).kinds);
  }
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) CHECK(back.edge(i) == graph.edge(i));
  for (std::size_t i = 0; i < nasty.size(); ++i) {
    CHECK(back.passages()[i].text == graph.passages()[i].text);
  }
  CHECK(Json::parse(json).dump() == Json::parse(write_graph_json(back)).dump());
}

TEST_CASE("graph JSON: stated edges keep voice, modality and polarity") {
  GraphParts parts;
  parts.documents = {{"t", "t", "", 9}};
  parts.passages = {{"text:t#p1", 0, Role::body, {{0, 9}}, "Alp be Be", {}}};
  Vertex text;
  text.id = text.label = "text:t";
  text.kinds = {"text"};
  text.document = 0;
  parts.vertices.push_back(text);
  for (const char* id : {"a", "b"}) {
    Vertex vertex;
    vertex.id = vertex.label = id;
    vertex.kinds = {"k"};
    parts.vertices.push_back(vertex);
  }
  for (const Polarity polarity : {Polarity::positive, Polarity::negative}) {
    for (unsigned modality = 0; modality < 6; ++modality) {
      Edge edge;
      edge.source = 1;
      edge.target = 2;
      edge.relation = "near";
      edge.origin = Origin::stated;
      edge.polarity = polarity;
      edge.modality = static_cast<Modality>(modality);
      edge.period = {"2001-02", ""};
      edge.weight = edge.evidence_total = 3;
      edge.evidence = {{0, StatedWords{{0, 9}, {0, 3}, {7, 9}, "be", "r", {"X", "Y \"Z\""}}}};
      parts.edges.push_back(edge);
    }
  }
  const ConceptGraph graph(std::move(parts));
  const ConceptGraph back = read_graph_json(write_graph_json(graph), "g.json");
  CHECK(graph.edge_count() == 12);
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) CHECK(back.edge(i) == graph.edge(i));
}

TEST_CASE("graph JSON: the order of nodes and edges does not count, nor what others add") {
  const std::string json =
      write_graph_json(test::graph_of(test::briefing_ontology(), test::briefing_texts()));
  std::mt19937 random(2026);  // NOLINT: the same order each time
  for (int round = 0; round < 10; ++round) {
    Json changed = Json::parse(json);
    std::shuffle(changed["nodes"].begin(), changed["nodes"].end(), random);
    std::shuffle(changed["edges"].begin(), changed["edges"].end(), random);
    for (const char* list : {"nodes", "edges"}) {
      for (Json& item : changed[list]) item["x y"] = {{"deep", {1, 2.5, nullptr, true, "s"}}};
    }
    changed["graph"]["layout"] = "sfdp";
    changed["graph"]["manifest"]["machine"] = nullptr;
    changed["graph"]["ontology"]["licence"] = "none";
    changed["more"] = Json::array({1, Json::object()});
    CHECK(write_graph_json(read_graph_json(changed.dump(round % 3 - 1), "g.json")) == json);
  }
}

TEST_CASE("graph JSON: edges may be called links, and members may come in any order") {
  const std::string json =
      write_graph_json(test::graph_of(test::briefing_ontology(), test::briefing_texts()));
  const Json whole = Json::parse(json);
  const Json changed = {
      {"links", whole["edges"]}, {"nodes", whole["nodes"]}, {"graph", whole["graph"]}};
  CHECK(write_graph_json(read_graph_json(changed.dump(), "g.json")) == json);
  // NetworkX's own names sort, and it writes no key order of ours.
  CHECK(write_graph_json(read_graph_json(nlohmann::json::parse(json).dump(), "g.json")) == json);
}

TEST_CASE("graph JSON: numbers have six decimals, and no minus before a zero") {
  GraphParts parts;
  for (const char* id : {"a", "b"}) {
    Vertex vertex;
    vertex.id = vertex.label = id;
    vertex.kinds = {"k"};
    parts.vertices.push_back(vertex);
  }
  Edge edge;
  edge.target = 1;
  edge.relation = "co-mentioned";
  edge.origin = Origin::co_mentioned;
  for (const auto& [npmi, expected] :
       std::vector<std::pair<double, std::string>>{{-1e-9, "0"},
                                                   {1.0 / 3, "0.333333"},
                                                   {-2.0 / 3, "-0.666667"},
                                                   {1, "1"},
                                                   {0.41, "0.41"},
                                                   {1e-6, "1e-06"}}) {
    edge.npmi = npmi;
    parts.edges = {edge};
    const std::string json = write_graph_json(ConceptGraph(parts));
    CHECK(json.find("\"npmi\":" + expected + "}") != std::string::npos);
    CHECK(write_graph_json(read_graph_json(json, "g.json")) == json);
  }
}

TEST_CASE("graph JSON: sections, articles, authors, lists, notes and pages come back") {
  const Ontology ontology = test::ontology_of(test::volume_ontology());
  std::vector<LinkedDocument> documents =
      test::linked_texts(ontology, {test::volume(), {"w.md", "# Lone\n\nUNMIN.\n"}});
  Document& volume = documents[0].document;
  volume.pages = {{0, "i"}, {100, "ii \"q\""}};
  volume.metadata = {{"Ada Quill", "Bo \"B\" Marsh"}, "2011-03", "en", "https://example.org/v"};
  volume.original = Original{"00ff", 4096, "application/pdf", "pdftotext 22.12.0"};
  volume.notes.at(0).cut = true;
  volume.notes.at(0).mark = "*";
  for (const EvidenceKind evidence : {EvidenceKind::text, EvidenceKind::reference}) {
    AssembleOptions options;
    options.evidence = evidence;
    check_round_trip(assemble(ontology, documents, options), documents);
  }
  const ConceptGraph back =
      read_graph_json(write_graph_json(assemble(ontology, documents)), "g.json");
  const GraphDocument& document = back.documents()[0];
  CHECK(document.metadata.authors == volume.metadata.authors);
  CHECK(document.metadata.date == "2011-03");
  CHECK(document.metadata.language == "en");
  CHECK(document.metadata.source == "https://example.org/v");
  REQUIRE(document.original.has_value());
  CHECK(document.original->sha256 == "00ff");
  CHECK(document.original->bytes == 4096);
  CHECK(document.original->media_type == "application/pdf");
  CHECK(document.original->converter == "pdftotext 22.12.0");
  CHECK(back.page_at(0, 100) == "ii \"q\"");
  CHECK_FALSE(back.documents()[1].original.has_value());
  const auto note = std::find_if(back.passages().begin(), back.passages().end(),
                                 [](const GraphPassage& p) { return p.note.has_value(); });
  REQUIRE(note != back.passages().end());
  CHECK(note->note->cut);
  CHECK(note->note->mark == "*");
  CHECK(back.vertex(*back.find_vertex("text:v.txt")).authors == volume.metadata.authors);
}

TEST_CASE("graph JSON: every passage is contained by one node, the innermost") {
  const ConceptGraph graph = test::graph_of(test::volume_ontology(), {test::volume()});
  const Json json = Json::parse(write_graph_json(graph));
  std::map<std::string, std::string> parents;
  for (const Json& edge : json["edges"]) {
    if (edge["relation"] != "contains") continue;
    CHECK(parents.emplace(edge["target"], edge["source"]).second);
  }
  std::size_t contained = 0;
  for (const Json& node : json["nodes"]) {
    const std::string kind = node["kind"];
    if (kind != "passage" && kind != "section" && kind != "article") continue;
    ++contained;
    if (kind == "passage") CHECK(parents.at(node["id"]) == node["section"]);
  }
  CHECK(contained == parents.size());
  CHECK(parents.at("text:v.txt#a2") == "text:v.txt#s1");
}
