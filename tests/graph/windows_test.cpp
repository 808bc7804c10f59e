// SPDX-License-Identifier: Apache-2.0
//
// What a note and a list item are evidence for: together with what they lean on.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/link.hpp"
#include "support/check_graph.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;
using Lines = std::vector<std::string>;

namespace {

constexpr std::string_view trees = R"(
  <entry id="a" kind="k"><label>Alder</label></entry>
  <entry id="b" kind="k"><label>Birch</label></entry>
  <entry id="c" kind="k"><label>Cedar</label></entry>
  <entry id="d" kind="k"><label>Dogwood</label></entry>)";

/// Passages by hand: text, role, and what each leans on.
struct Piece {
  std::string text;
  Role role = Role::body;
  std::optional<std::uint32_t> leans_on = {};
};

LinkedDocument document_of(const std::vector<Piece>& pieces, bool sentences) {
  Document document;
  document.id = "t.txt";
  document.title = "T";
  for (std::uint32_t i = 0; i < pieces.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(document.bytes.size());
    document.bytes += pieces[i].text + "\n\n";
    Passage passage{{{begin, begin + static_cast<std::uint32_t>(pieces[i].text.size())}},
                    pieces[i].role};
    if (pieces[i].role == Role::list_item) passage.lead_in = pieces[i].leans_on;
    document.passages.push_back(passage);
  }
  for (std::uint32_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].role == Role::note) {
      Footnote note;
      note.mark = "1";
      note.passage = i;
      note.caller = pieces[i].leans_on;
      if (note.caller) {
        const Span caller = document.passages[*note.caller].span();
        const auto at = static_cast<std::uint32_t>(document.bytes.find('1', caller.begin));
        note.call = Span{at, at + 1};
      }
      document.notes.push_back(note);
    }
    if (!sentences) continue;
    std::uint32_t begin = document.passages[i].span().begin;
    const std::uint32_t end = document.passages[i].span().end;
    while (begin < end) {
      const auto stop = static_cast<std::uint32_t>(document.bytes.find('.', begin)) + 1;
      document.sentences.push_back({{begin, std::min(stop, end)}, i});
      begin = stop + (document.bytes[stop] == '1' ? 2 : 1);
    }
  }
  return {std::move(document), {}};
}

ConceptGraph graph_of(const std::vector<Piece>& pieces, bool sentences = false) {
  const Ontology ontology = test::ontology_of(trees);
  LinkedDocument linked = document_of(pieces, sentences);
  linked.links = link(Lexicon::build(ontology), linked.document);
  const std::vector<LinkedDocument> documents = {linked};
  ConceptGraph graph = assemble(ontology, documents);
  CHECK(test::violations(graph, documents) == "");
  return graph;
}

/// "a b: 2 3>1": a and b are named together in passage 2, and in 3 with 1.
Lines pairs(const ConceptGraph& graph) {
  const auto number = [&](std::uint32_t passage) {
    const std::string& id = graph.passage(passage).id;
    return id.substr(id.find("#p") + 2);
  };
  Lines lines;
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    const Edge edge = graph.edge(i);
    std::string line = graph.vertex(edge.source).id + " " + graph.vertex(edge.target).id + ":";
    for (const Evidence& evidence : edge.evidence) {
      line += " " + number(evidence.passage);
      if (evidence.with) line += ">" + number(evidence.with->passage);
    }
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("windows: a note counts with the sentence that calls it") {
  const std::vector<Piece> pieces = {{"Alder is tall. Birch is not.1 Cedar is."},
                                     {"1 See Dogwood.", Role::note, 0}};
  CHECK(pairs(graph_of(pieces, true)) == Lines{"a b: 1", "a c: 1", "b c: 1", "b d: 2>1"});
  // Where sentences aren't known, with all of the passage.
  CHECK(pairs(graph_of(pieces)) ==
        Lines{"a b: 1", "a c: 1", "a d: 2>1", "b c: 1", "b d: 2>1", "c d: 2>1"});
}

TEST_CASE("windows: a note that nothing calls stands alone") {
  CHECK(pairs(graph_of({{"Alder."}, {"1 See Birch and Cedar.", Role::note, {}}})) ==
        Lines{"b c: 2"});
}

TEST_CASE("windows: a list item counts with its lead-in, and not with other items") {
  CHECK(pairs(graph_of({{"Alder has neighbours:"},
                        {"- Birch", Role::list_item, 0},
                        {"- Cedar", Role::list_item, 0},
                        {"- Dogwood", Role::list_item, {}}})) == Lines{"a b: 2>1", "a c: 3>1"});
}

TEST_CASE("windows: what only the lead-in names together is said once") {
  const ConceptGraph graph = graph_of({{"Alder and Birch have:"},
                                       {"- Cedar", Role::list_item, 0},
                                       {"- nobody", Role::list_item, 0},
                                       {"- Alder", Role::list_item, 0}});
  CHECK(pairs(graph) == Lines{"a b: 1 4>1", "a c: 2>1", "b c: 2>1"});
  CHECK(graph.windows() == 4);
  CHECK(graph.edge(0).weight == 2);
  CHECK(graph.edge(0).npmi == doctest::Approx(npmi(2, 4, 4, 4)));
}

TEST_CASE("windows: what leans on another passage is the last evidence") {
  CHECK(pairs(graph_of({{"Alder:"},
                        {"- Birch", Role::list_item, 0},
                        {"1 Alder, Birch, Cedar.", Role::note, {}},
                        {"Birch and Alder."}})) == Lines{"a b: 4 3 2>1", "a c: 3", "b c: 3"});
}

TEST_CASE("windows: whatever leans on whatever, shares stay shares") {
  std::mt19937 random(3);
  const std::vector<std::string> names = {"Alder", "Birch", "Cedar", "Dogwood", "Elm"};
  for (int round = 0; round < 200; ++round) {
    CAPTURE(round);
    std::vector<Piece> pieces;
    for (std::uint32_t i = 0; i < 8; ++i) {
      Piece piece;
      const Role roles[] = {Role::body, Role::list_item, Role::note};
      piece.role = roles[random() % 3];
      for (std::size_t n = random() % 4; n > 0; --n) piece.text += names[random() % 5] + ".1 ";
      piece.text += "End.1";
      const std::uint32_t on = random() % 8;
      if (on < i) piece.leans_on = on;
      pieces.push_back(piece);
    }
    const ConceptGraph graph = graph_of(pieces, round % 2 == 0);
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
      const double npmi = graph.edge(i).npmi;
      CHECK(npmi >= -1);
      CHECK(npmi <= 1);
    }
  }
}
