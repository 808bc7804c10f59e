// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/query/quote.hpp"
#include "support/check_graph.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;

namespace {

constexpr std::string_view trees = R"(
  <relation id="near"><cue>near</cue></relation>
  <entry id="a" kind="k"><label>Alder</label></entry>
  <entry id="b" kind="k"><label>black birch</label></entry>)";

std::uint32_t edge_of(const ConceptGraph& graph, Origin origin) {
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    if (graph.origin(i) == origin) return i;
  }
  FAIL("no such edge");
  return 0;
}

std::string best_quote(const ConceptGraph& graph, Origin origin) {
  const Edge edge = graph.edge(edge_of(graph, origin));
  const Quote found = quote(graph, edge, edge.evidence.at(0));
  CHECK(found.passage == edge.evidence[0].passage);
  return found.text;
}

std::string co_mention(const std::string& text) {
  return best_quote(test::graph_of(trees, {{"t.txt", text}}), Origin::co_mentioned);
}

/// One passage of three ranges, with what interrupts it between the first two.
ConceptGraph three_ranges(const std::string& text) {
  GraphParts parts;
  parts.texts_kept = !text.empty();
  parts.documents = {{"t", "t", "", 99}};
  parts.passages = {{"text:t#p1", 0, Role::body, {{10, 15}, {30, 35}, {36, 41}}, text, {}}};
  return ConceptGraph(std::move(parts));
}

}  // namespace

TEST_CASE("quote: of a stated edge, the words that state it") {
  const ConceptGraph graph =
      test::graph_of(trees, {{"t.txt", "We saw an alder near\nblack birch, and left."}});
  CHECK(best_quote(graph, Origin::stated) == "alder near\nblack birch");
}

TEST_CASE("quote: of a co-mention, from one name to the other where they are nearest") {
  CHECK(co_mention("An alder and a black birch.") == "alder and a black birch");
  CHECK(co_mention("A black birch, then an alder.") == "black birch, then an alder");
  CHECK(co_mention("Alder, much more of it, black birch, then alder. Black birch") ==
        "alder. Black birch");
  CHECK(co_mention("Alder, alder, alder; black birch and so on and alder.") ==
        "alder; black birch");
}

TEST_CASE("quote: of a co-mention over an interruption, what holds the first of the two") {
  const std::string page = "We went a long way in the high grass, up to an alder where we\n\n" +
                           std::string(40, ' ') + "\n1 See there.\n\n sat under a black birch.\n";
  CHECK(co_mention(page) == "We went a long way in the high grass, up to an alder where we");
}

TEST_CASE("quote: over white space between ranges the bytes are the source's") {
  const std::string note =
      "Text.1\n\n" + std::string(40, ' ') + "\n1 Alder here.\n\n  And black birch.\n";
  const ConceptGraph graph = test::graph_of(trees, {{"t.txt", note}});
  for (std::uint32_t i = 0; i < graph.passages().size(); ++i) {
    const GraphPassage& passage = graph.passage(i);
    const Span whole{passage.ranges.front().begin, passage.ranges.back().end};
    CHECK(quote_at(graph, i, whole).text == note.substr(whole.begin, whole.size()));
    CHECK(quote_at(graph, i, whole).parts.empty());
  }
}

TEST_CASE("quote: over several ranges") {
  const ConceptGraph graph = three_ranges("abcde\nfghij\nklmno");
  Quote found = quote_at(graph, 0, {10, 41});
  CHECK(found.text == "abcde\nfghij\nklmno");
  CHECK(found.parts == std::vector<Span>{{10, 15}, {30, 35}, {36, 41}});
  found = quote_at(graph, 0, {12, 33});
  CHECK(found.text == "cde\nfgh");
  CHECK(found.parts == std::vector<Span>{{12, 15}, {30, 33}});
  found = quote_at(graph, 0, {31, 35});
  CHECK(found.text == "ghij");
  CHECK(found.parts.empty());
  CHECK(found.span == Span{31, 35});
  CHECK(quote_at(graph, 0, {36, 41}).text == "klmno");
}

TEST_CASE("quote: with references only there is a place and no text") {
  const ConceptGraph graph = three_ranges("");
  const Quote found = quote_at(graph, 0, {12, 33});
  CHECK(found.text.empty());
  CHECK(found.span == Span{12, 33});
  CHECK(found.parts == std::vector<Span>{{12, 15}, {30, 33}});

  AssembleOptions options;
  options.evidence = EvidenceKind::reference;
  const ConceptGraph built =
      test::graph_of(trees, {{"t.txt", "An alder near black birch."}}, options);
  const Edge edge = built.edge(edge_of(built, Origin::stated));
  const Quote words = quote(built, edge, edge.evidence.at(0));
  CHECK(words.text.empty());
  CHECK(words.span == Span{3, 25});
}

TEST_CASE("quote: a text that is shorter than its ranges say gives what there is") {
  const ConceptGraph graph = three_ranges("abc");
  CHECK(quote_at(graph, 0, {10, 41}).text.starts_with("abc"));
  CHECK(quote_at(graph, 0, {36, 41}).text.empty());
}
