// SPDX-License-Identifier: Apache-2.0
#include "graph/shown_by.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/small_corpus.hpp"

using namespace crossroads;

namespace {

constexpr std::string_view trees = R"(
  <kind id="tree"/>
  <entry id="a" kind="tree"><label>Alder</label></entry>
  <entry id="b" kind="tree"><label>Birch</label></entry>
  <entry id="c" kind="tree"><label>Cedar</label></entry>)";

/// A text with sections, an article, lists, notes, and words that a line's end breaks.
std::string random_text(std::mt19937& random) {
  const std::vector<std::string> words = {"Alder ", "birch ",         "cedar ", "one ", "two. ",
                                          "so.\n",  "under-\nstood ", "3.5 ",   "so: ", "alder. "};
  const auto some = [&](std::size_t most) {
    std::string line;
    for (std::size_t n = 1 + random() % most; n > 0; --n) line += words[random() % words.size()];
    return line;
  };
  std::string text = "# One\n\n";
  std::string notes;
  for (int block = 0; block < 14; ++block) {
    switch (random() % 6) {
      case 0:
        text += "## Part " + std::to_string(block) + "\n\n";
        break;
      case 1:
        text += "# Trees of " + std::to_string(block) + "\n\nBy Ada Quill\n\n";
        break;
      case 2:
        text += "The " + some(3) + "has:\n\n- " + some(4) + "x\n- " + some(4) + "y\n\n";
        break;
      case 3: {
        const std::string mark = "[^" + std::to_string(block) + "]";
        text += "The " + some(6) + "end." + mark + " And " + some(6) + "too.\n\n";
        notes += mark + ": See " + some(4) + "there.\n\n";
        break;
      }
      default:
        text += "The " + some(12) + "is.\n\n";
    }
  }
  return text + notes;
}

/// How many edges list less than there is; what they don't list must be found.
std::size_t check_all_found(const std::vector<LinkedDocument>& documents, const Ontology& ontology,
                            AssembleOptions options) {
  options.evidence_limit = 10'000;
  const ConceptGraph all = assemble(ontology, documents, options);
  options.evidence_limit = 1;
  const ConceptGraph few = assemble(ontology, documents, options);
  REQUIRE(all.edge_count() == few.edge_count());
  const ShownBy shown_by(few);
  std::size_t cut = 0;
  for (std::uint32_t i = 0; i < all.edge_count(); ++i) {
    if (all.origin(i) != Origin::co_mentioned) continue;
    const Edge edge = few.edge(i);
    CAPTURE(few.vertex(edge.source).id + few.vertex(edge.target).id);
    CHECK(shown_by.evidence_of(edge) == all.edge(i).evidence);
    if (edge.evidence_total > 1) ++cut;
  }
  return cut;
}

}  // namespace

TEST_CASE("shown_by: finds what an edge would list, of windows of every unit") {
  const Ontology ontology = test::ontology_of(trees);
  std::mt19937 random(7);
  using Unit = Window::Unit;
  for (const Window window : {Window{Unit::passage}, Window{Unit::sentence}, Window{Unit::words, 3},
                              Window{Unit::article}, Window{Unit::document}}) {
    CAPTURE(to_string(window));
    std::size_t cut = 0;
    for (int round = 0; round < 40; ++round) {
      const auto documents = test::linked_texts(
          ontology, {{"t.md", random_text(random)}, {"u.md", random_text(random)}});
      CAPTURE(documents[0].document.bytes);
      AssembleOptions options;
      options.window = window;
      cut += check_all_found(documents, ontology, options);
      if (window.unit == Unit::sentence || window.unit == Unit::words) continue;
      options.evidence = EvidenceKind::reference;
      cut += check_all_found(documents, ontology, options);
    }
    CHECK(cut > 40);
  }
}

TEST_CASE("shown_by: without their words, passages that name both stand for smaller windows") {
  const Ontology ontology = test::ontology_of(trees);
  const auto documents = test::linked_texts(
      ontology, {{"t.txt", "Alder, birch.\n\nThe alder is. The birch is.\n\nBirch and alder.\n"}});
  const auto passages = [&](EvidenceKind kept) {
    AssembleOptions options;
    options.window = {Window::Unit::sentence};
    options.evidence = kept;
    options.evidence_limit = 1;
    const ConceptGraph graph = assemble(ontology, documents, options);
    std::vector<std::uint32_t> places;
    for (const Evidence& evidence : ShownBy(graph).evidence_of(graph.edge(0))) {
      places.push_back(evidence.passage);
    }
    return places;
  };
  CHECK(passages(EvidenceKind::text) == std::vector<std::uint32_t>{0, 2});
  CHECK(passages(EvidenceKind::reference) == std::vector<std::uint32_t>{0, 1, 2});
}
