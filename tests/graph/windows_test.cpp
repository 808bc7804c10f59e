// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/graph/assemble.hpp"
#include "crossroads/store/graph_json.hpp"
#include "support/check_graph.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;

namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view four =
    R"(<kind id="tree"/>
       <entry id="a" kind="tree"><label>Alder</label></entry>
       <entry id="b" kind="tree"><label>Birch</label></entry>
       <entry id="c" kind="tree"><label>Cedar</label></entry>
       <entry id="d" kind="tree"><label>Downy oak</label></entry>)";

ConceptGraph graph_of(const std::vector<test::SmallText>& texts, Window window) {
  AssembleOptions options;
  options.window = window;
  ConceptGraph graph = test::graph_of(four, texts, options);
  CHECK(graph.window() == to_string(window));
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    const Edge edge = graph.edge(i);
    CHECK(edge.weight > 0);
    CHECK(edge.weight <= graph.windows());
    CHECK(std::abs(edge.npmi) <= 1);
    CHECK(edge.evidence.size() == edge.evidence_total);
  }
  return graph;
}

/// "a-b 2, a-c 1 of 5": pairs with their weights, and the number of windows.
std::string counts(const ConceptGraph& graph) {
  std::string out;
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    if (graph.origin(i) != Origin::co_mentioned) continue;
    out += (out.empty() ? "" : ", ") + graph.vertex(graph.source(i)).id + "-" +
           graph.vertex(graph.target(i)).id + " " + std::to_string(graph.weight(i));
  }
  return out + " of " + std::to_string(graph.windows());
}

constexpr Window sentence{Window::Unit::sentence};
constexpr Window passage{Window::Unit::passage};
constexpr Window article{Window::Unit::article};
constexpr Window whole{Window::Unit::document};
constexpr Window words(std::uint32_t count) {
  return {Window::Unit::words, count};
}

Lines evidence_of(const ConceptGraph& graph, const std::string& source, const std::string& target) {
  Lines passages;
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    const Edge edge = graph.edge(i);
    if (graph.vertex(edge.source).id != source || graph.vertex(edge.target).id != target) continue;
    for (const Evidence& evidence : edge.evidence) {
      passages.push_back(graph.passage(evidence.passage).id);
    }
  }
  return passages;
}

}  // namespace

TEST_CASE("windows: their names") {
  for (const char* name : {"sentence", "passage", "article", "document", "words:2", "words:50"}) {
    CAPTURE(name);
    const auto window = window_from(name);
    REQUIRE(window.has_value());
    CHECK(to_string(*window) == name);
  }
  for (const char* name :
       {"", "page", "words", "words:", "words:1", "words:0", "words:05", "words:-5", "words:5x",
        "words:100001", "words:99999999999", "Sentence"}) {
    CAPTURE(name);
    CHECK_FALSE(window_from(name).has_value());
  }
}

TEST_CASE("windows: what each unit counts") {
  const std::vector<test::SmallText> texts = {
      {"t.txt",
       "The alder grows by the birch. The cedar does not. Alder, birch and cedar do.\n\n"
       "The alder was one, and then another came to the cedar.\n\nNothing was here at all.\n"},
      {"u.txt", "The downy oak grows.\n\nThe alder grows, too.\n"}};
  CHECK(counts(graph_of(texts, sentence)) == "a-b 2, a-c 2, b-c 1 of 7");
  CHECK(counts(graph_of(texts, passage)) == "a-b 1, a-c 2, b-c 1 of 5");
  CHECK(counts(graph_of(texts, whole)) == "a-b 1, a-c 1, a-d 1, b-c 1 of 2");
  // Where no text has sections, a text is one.
  CHECK(counts(graph_of(texts, article)) == counts(graph_of(texts, whole)));
}

TEST_CASE("windows: words") {
  // Windows of four of seven words: 0-3, 1-4, 2-5, 3-6.
  CHECK(counts(graph_of({{"t.txt", "Alder one two birch three four cedar.\n"}}, words(4))) ==
        "a-b 1, b-c 1 of 4");
  CHECK(counts(graph_of({{"t.txt", "Alder one two birch three four cedar.\n"}}, words(5))) ==
        "a-b 1, b-c 1 of 3");
  // A passage that is shorter is one window, and none goes over its end.
  CHECK(counts(graph_of({{"t.txt", "Alder and birch.\n\nCedar it is.\n"}}, words(50))) ==
        "a-b 1 of 2");
  // Signs alone are no words; a broken word is one.
  CHECK(counts(graph_of({{"t.txt", "Alder \u2013 ... under-\nstood birch.\n"}}, words(3))) ==
        "a-b 1 of 1");
  CHECK(counts(graph_of({{"t.txt", "Alder, alder and birch; (alder) one two.\n"}}, words(2))) ==
        "a-b 1 of 6");
  // A name stands where its first word does.
  CHECK(counts(graph_of({{"t.txt", "The alder downy oak is here.\n"}}, words(2))) == "a-d 1 of 5");
}

TEST_CASE("windows: articles, else outermost sections, else the text") {
  const Ontology ontology = test::ontology_of(four);
  std::vector<LinkedDocument> documents = test::linked_texts(
      ontology, {{"t.txt",
                  "The alder is first.\n\nA birch follows.\n\nThen the cedar is there.\n\n"
                  "Next the downy oak is.\n\nAn alder comes again.\n\nThe birch is last.\n"}});
  Document& document = documents[0].document;
  REQUIRE(document.passages.size() == 6);
  using Kind = Section::Kind;
  document.sections = {{Kind::section, 1, "One", 1, 5, {}, {}},
                       {Kind::article, 2, "Two", 2, 4, 0, {}},
                       {Kind::section, 3, "Three", 3, 4, 1, {}},
                       {Kind::section, 1, "Four", 5, 6, {}, {}}};
  document.passages[1].section = 0;
  document.passages[2].section = 1;
  document.passages[3].section = 2;
  document.passages[4].section = 0;
  document.passages[5].section = 3;
  AssembleOptions options;
  options.window = article;
  CHECK(counts(assemble(ontology, documents, options)) == "a-b 1, c-d 1 of 4");
}

TEST_CASE("windows: the evidence of larger ones names both, then one") {
  const std::string text =
      "The alder is one, cedar too.\n\nThe alder is one.\n\nThe birch is two.\n\n"
      "Both alder and birch are here.\n";
  CHECK(evidence_of(graph_of({{"t.txt", text}}, whole), "a", "b") ==
        Lines{"text:t.txt#p4", "text:t.txt#p2", "text:t.txt#p3", "text:t.txt#p1"});
  CHECK(evidence_of(graph_of({{"t.txt", text}}, sentence), "a", "b") == Lines{"text:t.txt#p4"});
  AssembleOptions options;
  options.window = whole;
  options.evidence_limit = 2;
  const ConceptGraph graph = test::graph_of(four, {{"t.txt", text}}, options);
  CHECK(evidence_of(graph, "a", "b") == Lines{"text:t.txt#p4", "text:t.txt#p2"});
  CHECK(read_graph_json(write_graph_json(graph), "g.json").window() == "document");
}

namespace {

/// Every window by itself, as the set of what it names.
std::vector<std::set<EntryId>> windows_one_by_one(const LinkedDocument& linked,
                                                  std::uint32_t size) {
  const Document& document = linked.document;
  std::vector<std::set<EntryId>> windows;
  for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
    const std::string text = text_of(document, document.passages[i]);
    const std::uint32_t begin = document.passages[i].span().begin;
    std::vector<std::set<EntryId>> named;  // by word
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
      if (end > at && text.find_first_not_of(".,", at) < end) {
        named.emplace_back();
        for (const Mention& mention : linked.links.mentions) {
          if (mention.span.begin >= begin + at && mention.span.begin < begin + end) {
            named.back().insert(mention.entry);
          }
        }
      }
      at = end + 1;
    }
    for (std::size_t first = 0; first == 0 || first + size <= named.size(); ++first) {
      windows.emplace_back();
      for (std::size_t word = first; word < std::min(first + size, named.size()); ++word) {
        windows.back().insert(named[word].begin(), named[word].end());
      }
    }
  }
  return windows;
}

}  // namespace

TEST_CASE("windows: sliding ones agree with each window by itself") {
  const Ontology ontology = test::ontology_of(four);
  const Lines pieces = {"alder ", "birch ",  "cedar ", "downy oak ", "one ",
                        "two, ",  "three\n", ", ",     ". ",         "x.\n\n"};
  std::mt19937 random(20130328);
  for (int round = 0; round < 300; ++round) {
    std::string text = "The ";
    for (int i = 0; i < 40; ++i) text += pieces[random() % pieces.size()];
    const auto size = static_cast<std::uint32_t>(2 + random() % 8);
    CAPTURE(text);
    CAPTURE(size);
    const auto documents = test::linked_texts(ontology, {{"t.txt", text + "is here, then.\n"}});
    AssembleOptions options;
    options.window = words(size);
    const ConceptGraph graph = assemble(ontology, documents, options);
    CHECK(test::violations(graph, documents) == "");
    const auto windows = windows_one_by_one(documents[0], size);
    CHECK(graph.windows() == windows.size());
    const auto naming = [&](EntryId a, EntryId b) {
      return static_cast<std::uint64_t>(
          std::count_if(windows.begin(), windows.end(),
                        [&](const auto& w) { return w.contains(a) && w.contains(b); }));
    };
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
      const Edge edge = graph.edge(i);
      const auto a = static_cast<EntryId>(edge.source);
      const auto b = static_cast<EntryId>(edge.target);
      CHECK(edge.weight == naming(a, b));
      CHECK(edge.npmi ==
            doctest::Approx(npmi(naming(a, b), naming(a, a), naming(b, b), windows.size())));
    }
    for (std::uint32_t a = 0; a < 4; ++a) {
      for (std::uint32_t b = a + 1; b < 4; ++b) {
        const bool named = naming(static_cast<EntryId>(a), static_cast<EntryId>(b)) > 0;
        const Lines edges = test::edge_names(graph, true);
        const std::string name = graph.vertex(a).id + " co-mentioned " + graph.vertex(b).id;
        CHECK((std::find(edges.begin(), edges.end(), name) != edges.end()) == named);
      }
    }
  }
}
