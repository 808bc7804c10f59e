// SPDX-License-Identifier: Apache-2.0
#include "support/small_corpus.hpp"

#include <doctest/doctest.h>

#include <utility>

#include "crossroads/link/link.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/text/read.hpp"
#include "support/check_graph.hpp"

namespace crossroads::test {

Ontology ontology_of(std::string_view xml) {
  const std::string whole = "<ontology>" + std::string(xml) + "</ontology>";
  LoadResult result = load_ontology({{"t.xml", whole}});
  for (const Diagnostic& finding : result.findings) {
    if (finding.severity == Severity::error) FAIL_CHECK(format(finding));
  }
  return std::move(result.ontology);
}

std::vector<LinkedDocument> linked_texts(const Ontology& ontology,
                                         const std::vector<SmallText>& texts) {
  const Lexicon lexicon = Lexicon::build(ontology);
  std::vector<LinkedDocument> linked;
  for (const SmallText& text : texts) {
    Document document = read_text(text.id, text.bytes, format_of(text.id));
    Links links = link(lexicon, document);
    linked.push_back({std::move(document), std::move(links)});
  }
  return linked;
}

ConceptGraph graph_of(const Ontology& ontology, const std::vector<SmallText>& texts,
                      const AssembleOptions& options) {
  const std::vector<LinkedDocument> documents = linked_texts(ontology, texts);
  ConceptGraph graph = assemble(ontology, documents, options);
  CHECK(violations(graph, documents) == "");
  return graph;
}

ConceptGraph graph_of(std::string_view xml, const std::vector<SmallText>& texts,
                      const AssembleOptions& options) {
  return graph_of(ontology_of(xml), texts, options);
}

std::vector<std::string> edge_names(const ConceptGraph& graph, bool co_mentions) {
  std::vector<std::string> lines;
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    const Edge edge = graph.edge(i);
    if (edge.origin == Origin::co_mentioned && !co_mentions) continue;
    lines.push_back(graph.vertex(edge.source).id + " " + edge.key + " " +
                    graph.vertex(edge.target).id);
  }
  return lines;
}

std::string_view briefing_ontology() {
  return R"xml(
  <source id="mandate" year="2011">The mandate</source>
  <source id="survey">A survey of the valley</source>
  <kind id="actor" label="Actor"/>
  <kind id="mission" label="Mission" plural="Missions" broader="actor"/>
  <kind id="group" label="Armed group" plural="Armed groups" broader="actor"/>
  <kind id="place" label="Place" plural="Places"/>
  <relation id="deployed-in" label="is deployed in" inverse="hosts" from="mission" to="place">
    <cue>in</cue>
    <cue pattern="{to} ({from})"/>
  </relation>
  <relation id="operates-in" label="operates in" from="group" to="place">
    <cue>in</cue>
    <cue>operating in</cue>
    <cue negated="true">has left</cue>
  </relation>
  <relation id="fights" label="fights" from="actor" to="actor"><cue>fought</cue></relation>
  <relation id="borders" label="borders" from="place" to="place" symmetric="true">
    <cue>borders</cue>
  </relation>
  <property id="established" type="date" of="mission"/>
  <property id="ended" type="date" of="mission group"/>
  <entry id="norvale" kind="place"><label>Norvale</label>
    <statement relation="borders" to="sudmark" source="survey"/></entry>
  <entry id="sudmark" kind="place"><label>Sudmark</label><alias>the South</alias></entry>
  <entry id="unmin" kind="mission"><label>Mission in the North</label><alias>UNMIN</alias>
    <definition source="mandate">A mission with "blue" helmets &amp; a mandate.</definition>
    <attribute name="established" source="mandate">2011</attribute>
    <statement relation="deployed-in" to="norvale" source="mandate survey" since="2011-03"/></entry>
  <entry id="red-hand" kind="group"><label>Red Hand</label><alias shared="true">RH</alias></entry>
  <entry id="river-host" kind="group"><label>River Host</label><alias shared="true">RH</alias>
    <attribute name="ended">2009</attribute>
    <statement relation="operates-in" to="norvale" source="survey" until="2009"/></entry>
  <entry id="unseen" kind="place"><label>Nowhere</label></entry>)xml";
}

std::vector<SmallText> briefing_texts() {
  return {{"b.txt",
           "Norvale and its neighbours\n\nUNMIN fought the Red Hand in Norvale. Nobody else was "
           "there.\n\nThe Red Hand has left Sudmark, and Norvale borders Sudmark.\n"},
          {"a.md",
           "# A briefing\n\nThe *Red Hand* and\nUNMIN met in Sudmark.\n\n- Norvale (UNMIN)\n- Red "
           "Hand, River Host and other armed groups operating in the South\n"}};
}

std::string_view volume_ontology() {
  return R"xml(
  <kind id="person" label="Person"/><kind id="expert" label="Expert" broader="person"/>
  <kind id="mission" label="Mission"/><kind id="group" label="Armed group"/>
  <relation id="fights" label="fights" from="mission" to="group"><cue>is to fight</cue></relation>
  <entry id="ada" kind="person"><label>Ada Quill</label><alias>A. Quill</alias></entry>
  <entry id="bo" kind="expert"><label>Bo Marsh</label></entry>
  <entry id="unmin" kind="mission"><label>UNMIN</label></entry>
  <entry id="red-hand" kind="group"><label>Red Hand</label></entry>
  <entry id="river-host" kind="group"><label>River Host</label></entry>)xml";
}

SmallText volume() {
  return {"v.txt",
          "Two valleys\n\nAda Quill\n\nThis volume looks at what a mission can do in two valleys "
          "far from each other.\n\nSection 1: The north\n\nHigh water\n\nBo Marsh and Cy "
          "Unknown\n\nUNMIN is to fight:\n\n- the Red Hand;\n- the River Host.\n\nThe water was "
          "high in spring, and all the bridges were under it.\n\nLow water\n\nAda Quill\n\nIn "
          "summer nobody came. UNMIN left the valley then.1 The Red Hand did not leave it at "
          "all.\n\n" +
              std::string(40, ' ') + "\n1 On this see what the River Host wrote.\n"};
}

}  // namespace crossroads::test
