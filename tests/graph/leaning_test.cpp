// SPDX-License-Identifier: Apache-2.0
//
// What a note and a list item are evidence for: together with what they lean on.
#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
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
      const std::size_t dot = document.bytes.find('.', begin);
      const auto stop = dot < end ? static_cast<std::uint32_t>(dot) + 1 : end;
      document.sentences.push_back({{begin, stop}, i});
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

TEST_CASE("leaning: a note counts with the sentence that calls it") {
  const std::vector<Piece> pieces = {{"Alder is tall. Birch is not.1 Cedar is."},
                                     {"1 See Dogwood.", Role::note, 0}};
  CHECK(pairs(graph_of(pieces, true)) == Lines{"a b: 1", "a c: 1", "b c: 1", "b d: 2>1"});
  // Where sentences aren't known, with all of the passage.
  CHECK(pairs(graph_of(pieces)) ==
        Lines{"a b: 1", "a c: 1", "a d: 2>1", "b c: 1", "b d: 2>1", "c d: 2>1"});
}

TEST_CASE("leaning: a note that nothing calls stands alone") {
  CHECK(pairs(graph_of({{"Alder."}, {"1 See Birch and Cedar.", Role::note, {}}})) ==
        Lines{"b c: 2"});
}

TEST_CASE("leaning: a list item counts with its lead-in, and not with other items") {
  CHECK(pairs(graph_of({{"Alder has neighbours:"},
                        {"- Birch", Role::list_item, 0},
                        {"- Cedar", Role::list_item, 0},
                        {"- Dogwood", Role::list_item, {}}})) == Lines{"a b: 2>1", "a c: 3>1"});
}

TEST_CASE("leaning: what only the lead-in names together is said once") {
  const ConceptGraph graph = graph_of({{"Alder and Birch have:"},
                                       {"- Cedar", Role::list_item, 0},
                                       {"- nobody", Role::list_item, 0},
                                       {"- Alder", Role::list_item, 0}});
  CHECK(pairs(graph) == Lines{"a b: 1 4>1", "a c: 2>1", "b c: 2>1"});
  CHECK(graph.windows() == 4);
  CHECK(graph.edge(0).weight == 2);
  CHECK(graph.edge(0).npmi == 1);
}

TEST_CASE("leaning: two that are never named apart have an NPMI of 1") {
  struct Case {
    std::string name;
    std::vector<Piece> pieces;
    std::uint32_t weight;
    double npmi;
  };
  const std::vector<Case> cases = {
      {"a lead-in",
       {{"Alder grows with birch, beside:"},
        {"- Cedar one", Role::list_item, 0},
        {"- Cedar two", Role::list_item, 0},
        {"- Cedar three", Role::list_item, 0},
        {"- Cedar four", Role::list_item, 0}},
       1,
       1},
      {"sentences with notes",
       {{"Alder and birch.1"},
        {"1 See there.", Role::note, 0},
        {"Birch and alder.1"},
        {"1 See here.", Role::note, 2}},
       2,
       1},
      {"a lead-in, and some of its items",
       {{"Alder and birch:"},
        {"- Alder", Role::list_item, 0},
        {"- nobody", Role::list_item, 0},
        {"Nobody."}},
       2,
       1},
      // The lead-in names one alone.
      {"a lead-in with its item",
       {{"Alder:"}, {"- Birch", Role::list_item, 0}, {"Nobody."}},
       1,
       npmi(1, 2, 1, 3)},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const ConceptGraph graph = graph_of(c.pieces, true);
    CHECK(graph.edge(0).weight == c.weight);
    CHECK(graph.edge(0).npmi == doctest::Approx(c.npmi));
  }
}

TEST_CASE("leaning: what a list repeats of its lead-in makes no pair closer") {
  std::vector<Piece> pieces = {{"Alder and birch:"}};
  for (int i = 0; i < 40; ++i) pieces.push_back({"- Cedar", Role::list_item, 0});
  for (int i = 0; i < 20; ++i) pieces.push_back({i % 2 == 0 ? "Alder." : "Birch."});
  const ConceptGraph graph = graph_of(pieces);
  CHECK(graph.edge(0).weight == 1);
  CHECK(graph.edge(0).npmi == doctest::Approx(npmi(1, 11, 11, 61)));
  // Each item could have named birch beside the lead-in's alder, and names cedar.
  CHECK(graph.edge(1).weight == 40);
  CHECK(graph.edge(1).npmi == doctest::Approx(npmi(40, 51, 40, 61)));
}

TEST_CASE("leaning: what is said to lean on no passage is refused") {
  const Ontology ontology = test::ontology_of(trees);
  const auto refusal = [&](std::vector<Piece> pieces, auto change) {
    LinkedDocument linked = document_of(pieces, false);
    change(linked.document);
    try {
      assemble(ontology, {linked});
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::input);
      return std::string(error.what());
    }
    return std::string();
  };
  const std::vector<Piece> pieces = {
      {"Alder:1"}, {"- Birch", Role::list_item, 0}, {"1 Cedar.", Role::note, 0}};
  CHECK(refusal(pieces, [](Document&) {}).empty());
  CHECK(refusal(pieces, [](Document& d) { d.passages[1].lead_in = 3; }) ==
        "'t.txt' has no passage 4, that is to be a lead-in");
  CHECK(refusal(pieces, [](Document& d) { d.notes[0].passage = 99; }) ==
        "'t.txt' has no passage 100, that is to be a note");
  CHECK(refusal(pieces, [](Document& d) { d.notes[0].caller = 3; }) ==
        "'t.txt' has no passage 4, that is to be what calls a note");
}

TEST_CASE("leaning: what leans on another passage is the last evidence") {
  CHECK(pairs(graph_of({{"Alder:"},
                        {"- Birch", Role::list_item, 0},
                        {"1 Alder, Birch, Cedar.", Role::note, {}},
                        {"Birch and Alder."}})) == Lines{"a b: 4 3 2>1", "a c: 3", "b c: 3"});
}

namespace {

/// For each entry that a graph names, the windows that do: passages with what they lean on.
std::map<std::uint32_t, std::set<std::uint32_t>> windows_by_entry(const ConceptGraph& graph) {
  std::map<std::uint32_t, std::set<std::uint32_t>> windows;
  for (std::uint32_t i = 0; i < graph.passages().size(); ++i) {
    const GraphPassage& passage = graph.passage(i);
    for (const PassageMention& mention : passage.mentions) windows[mention.entry].insert(i);
    if (passage.lead_in) {
      for (const PassageMention& mention : graph.passage(*passage.lead_in).mentions) {
        windows[mention.entry].insert(i);
      }
    }
    if (!passage.note || !passage.note->caller) continue;
    const NoteCaller& caller = *passage.note->caller;
    for (const PassageMention& mention : graph.passage(caller.passage).mentions) {
      if (caller.sentence.contains(mention.span)) windows[mention.entry].insert(i);
    }
  }
  return windows;
}

}  // namespace

TEST_CASE("leaning: whatever leans on whatever, shares stay shares") {
  int never_apart = 0;
  std::mt19937 random(3);
  const std::vector<std::string> names = {"Alder", "Birch", "Cedar", "Dogwood", "Elm"};
  for (int round = 0; round < 600; ++round) {
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
    auto windows = windows_by_entry(graph);
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
      const Edge edge = graph.edge(i);
      CHECK(edge.npmi >= -1);
      CHECK(edge.npmi <= 1);
      CHECK(edge.weight == edge.evidence_total);
      // 1 if and only if the same windows name both.
      const bool same = windows[edge.source] == windows[edge.target];
      CHECK((edge.npmi > 1 - 1e-9) == same);
      if (same && edge.weight < windows[edge.source].size()) ++never_apart;
    }
  }
  CHECK(never_apart > 10);
}
