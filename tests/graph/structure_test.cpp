// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/check_graph.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;
using Lines = std::vector<std::string>;

namespace {

ConceptGraph volume_graph() {
  return test::graph_of(test::volume_ontology(), {test::volume()});
}

Lines edges_of(const ConceptGraph& graph, std::string_view relation) {
  Lines lines;
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    if (graph.relation(i) != relation || graph.origin(i) != Origin::structure) continue;
    lines.push_back(graph.vertex(graph.source(i)).id + " " + graph.vertex(graph.target(i)).id);
  }
  return lines;
}

/// A document of one-byte passages, each in the innermost of these sections that holds it.
LinkedDocument made(std::vector<Section> sections, std::size_t passages) {
  Document document;
  document.id = "m.txt";
  document.title = "M";
  for (std::uint32_t i = 0; i < passages; ++i) {
    document.bytes += "x\n";
    document.passages.push_back({{{2 * i, 2 * i + 1}}});
    for (std::uint32_t s = 0; s < sections.size(); ++s) {
      if (sections[s].first <= i && i < sections[s].end) document.passages[i].section = s;
    }
  }
  document.sections = std::move(sections);
  return {std::move(document), {}};
}

Section section(Section::Kind kind, std::uint32_t first, std::uint32_t end,
                std::optional<std::uint32_t> parent = {}) {
  Section made;
  made.kind = kind;
  made.level = parent ? 2 : 1;
  made.title = "t" + std::to_string(first);
  made.first = first;
  made.end = end;
  made.parent = parent;
  return made;
}

}  // namespace

TEST_CASE("structure: sections and articles are nodes, in the order of the text") {
  const ConceptGraph graph = volume_graph();
  Lines nodes;
  for (std::uint32_t i = graph.entry_count(); i < graph.vertices().size(); ++i) {
    const Vertex& vertex = graph.vertex(i);
    std::string line = vertex.id + " " + vertex.kinds.front() + ": " + vertex.label;
    for (const std::string& author : vertex.authors) line += " / " + author;
    nodes.push_back(line + " " + std::to_string(vertex.passages));
  }
  CHECK(nodes == Lines{"text:v.txt text: Two valleys 14",
                       "text:v.txt#a1 article: Two valleys / Ada Quill 3",
                       "text:v.txt#s1 section: Section 1: The north 11",
                       "text:v.txt#a2 article: High water / Bo Marsh / Cy Unknown 6",
                       "text:v.txt#a3 article: Low water / Ada Quill 4"});
  CHECK(edges_of(graph, "contains") == Lines{"text:v.txt text:v.txt#a1", "text:v.txt text:v.txt#s1",
                                             "text:v.txt#s1 text:v.txt#a2",
                                             "text:v.txt#s1 text:v.txt#a3"});
}

TEST_CASE("structure: persons of the ontology wrote what a byline puts under their names") {
  const ConceptGraph graph = volume_graph();
  CHECK(edges_of(graph, "authored") ==
        Lines{"ada text:v.txt#a1", "ada text:v.txt#a3", "bo text:v.txt#a2"});
  const std::string bytes = test::volume().bytes;
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    if (graph.relation(i) != "authored") continue;
    const Edge edge = graph.edge(i);
    REQUIRE(edge.evidence.size() == 1);
    REQUIRE(edge.evidence[0].span.has_value());
    const Span span = *edge.evidence[0].span;
    CHECK(bytes.substr(span.begin, span.size()) == graph.vertex(edge.source).label);
    CHECK(graph.passage(edge.evidence[0].passage).role == Role::byline);
  }
}

TEST_CASE("structure: no relation of that name is needed, and no other kind writes") {
  const ConceptGraph graph = test::graph_of(
      R"(<kind id="boat"/><entry id="ada" kind="boat"><label>Ada Quill</label></entry>)",
      {test::volume()});
  CHECK(graph.find_relation("authored") == nullptr);
  CHECK(edges_of(graph, "authored").empty());
  const auto article = graph.find_vertex("text:v.txt#a1");
  REQUIRE(article.has_value());
  CHECK(graph.vertex(*article).authors == Lines{"Ada Quill"});
}

TEST_CASE("structure: a passage knows the innermost part that holds it") {
  const ConceptGraph graph = volume_graph();
  for (const GraphPassage& passage : graph.passages()) {
    REQUIRE(passage.section.has_value());
    const Vertex& part = graph.vertex(*passage.section);
    CHECK(part.span.begin <= passage.ranges.front().begin);
    CHECK(passage.ranges.back().end <= part.span.end);
  }
  const auto holds = [&](const std::string& part) {
    return std::count_if(graph.passages().begin(), graph.passages().end(),
                         [&](const auto& p) { return graph.vertex(*p.section).id == part; });
  };
  CHECK(holds("text:v.txt#s1") == 1);  // its heading
  CHECK(holds("text:v.txt#a3") == 4);  // with its note
}

TEST_CASE("structure: what calls a note, and what introduces a list") {
  const ConceptGraph graph = volume_graph();
  const GraphPassage& note = graph.passages().back();
  REQUIRE(note.role == Role::note);
  REQUIRE(note.note.has_value());
  CHECK(note.note->mark == "1");
  REQUIRE(note.note->caller.has_value());
  CHECK(graph.passage(note.note->caller->passage).text.starts_with("In summer"));
  const Span call = note.note->caller->call.value_or(Span());
  CHECK(test::volume().bytes.substr(call.begin, call.size()) == "1");
  std::size_t items = 0;
  for (const GraphPassage& passage : graph.passages()) {
    if (passage.role != Role::list_item) continue;
    ++items;
    REQUIRE(passage.lead_in.has_value());
    CHECK(graph.passage(*passage.lead_in).text == "UNMIN is to fight:");
  }
  CHECK(items == 2);
}

TEST_CASE("structure: more than nine parts stand in the order of the text, not of their ids") {
  std::vector<Section> sections;
  for (std::uint32_t i = 0; i < 12; ++i) {
    sections.push_back(section(Section::Kind::section, i, i + 1));
  }
  const Ontology ontology = test::ontology_of("");
  const std::vector<LinkedDocument> documents = {made(sections, 12)};
  const ConceptGraph graph = assemble(ontology, documents);
  CHECK(test::violations(graph, documents) == "");
  CHECK(graph.vertex(2).id == "text:m.txt#s2");
  CHECK(graph.vertex(10).id == "text:m.txt#s10");
  for (std::uint32_t i = 0; i < graph.vertices().size(); ++i) {
    CHECK(graph.find_vertex(graph.vertex(i).id) == i);
  }
}

TEST_CASE("structure: parts within parts, one of them as long as what holds it") {
  const auto kind = Section::Kind::section;
  const std::vector<LinkedDocument> documents = {
      made({section(kind, 0, 4), section(Section::Kind::article, 0, 4, 0), section(kind, 1, 3, 1),
            section(kind, 4, 5)},
           6)};
  const ConceptGraph graph = assemble(test::ontology_of(""), documents);
  CHECK(test::violations(graph, documents) == "");
  CHECK(edges_of(graph, "contains") == Lines{"text:m.txt text:m.txt#s1", "text:m.txt text:m.txt#s3",
                                             "text:m.txt#s1 text:m.txt#a1",
                                             "text:m.txt#a1 text:m.txt#s2"});
  CHECK(graph.vertex(*graph.find_vertex("text:m.txt#s1")).passages == 4);
  CHECK_FALSE(graph.passages().back().section.has_value());
  CHECK(graph.parent(*graph.find_vertex("text:m.txt#s2")) == graph.find_vertex("text:m.txt#a1"));
  CHECK_FALSE(graph.parent(*graph.find_vertex("text:m.txt")).has_value());
}

TEST_CASE("structure: pages, by the byte") {
  LinkedDocument linked = made({}, 6);
  linked.document.pages = {{2, "i"}, {6, "1"}};
  const ConceptGraph graph = assemble(test::ontology_of(""), {linked});
  CHECK(graph.page_at(0, 0).empty());
  CHECK(graph.page_at(0, 2) == "i");
  CHECK(graph.page_at(0, 5) == "i");
  CHECK(graph.page_at(0, 6) == "1");
  CHECK(graph.page_at(0, 4000) == "1");
}
