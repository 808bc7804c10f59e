// SPDX-License-Identifier: Apache-2.0
//
// The checker of invariants itself: each number or place that is changed by hand is found.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/store/graph_json.hpp"
#include "support/check_graph.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;

namespace {

struct Change {
  std::string old;
  std::string put;
  std::string found;
};

}  // namespace

TEST_CASE("check_graph: finds what is wrong") {
  const Ontology ontology = test::ontology_of(
      R"(<relation id="in"><cue>in</cue></relation>
         <entry id="a" kind="k"><label>Alder</label></entry>
         <entry id="b" kind="k"><label>Birch</label></entry>)");
  const auto documents =
      test::linked_texts(ontology, {{"t.txt", "Alder in birch.\n\nBirch is it.\n\nOr not.\n"}});
  const std::string json = write_graph_json(assemble(ontology, documents));
  CHECK(test::violations(read_graph_json(json, "g.json"), documents) == "");
  const std::vector<Change> changes = {
      {"\"windows\":3", "\"windows\":4", "windows: 3"},
      {"\"mentions\":1", "\"mentions\":2", "a: mentions"},
      {"\"passages\":1", "\"passages\":2", "a: passages"},
      {"\"weight\":1,\"npmi\"", "\"weight\":2,\"npmi\"", "a co-mentioned b: weight"},
      {"\"npmi\":0.", "\"npmi\":0.1", "a co-mentioned b: npmi"},
      {"\"evidence\":[{\"passage\":\"text:t.txt#p1\"",
       "\"evidence\":[{\"passage\":\"text:t.txt#p2\"",
       "a co-mentioned b: other passages are better"},
      {"\"source_span\":[0,5]", "\"source_span\":[0,4]",
       "a in:stated b: an end is not named there"},
      {"\"cue\":\"in\",", "", "a in:stated b: no cue"},
      {"\"weight\":1,\"evidence_total\":1,\"evidence\":[{\"passage\":\"text:t.txt#p1\",\"span\"",
       "\"weight\":1,\"evidence_total\":2,\"evidence\":[{\"passage\":\"text:t.txt#p1\",\"span\"",
       "a in:stated b: counts"},
      {"\"origin\":\"stated\"", "\"origin\":\"curated\"", "evidence for what a curator says"},
      {"\"text\":\"Birch is it.\"", "\"text\":\"Birch is so.\"", "text:t.txt#p2: text"},
      {"\"role\":\"body\"", "\"role\":\"quote\"", "text:t.txt#p1: is not the document's"},
      {"\"bytes\":", "\"bytes\":1", "t.txt: is not listed as it is"},
      {"\"spans\":[[17,22]]", "\"spans\":[[17,21]]",
       "text:t.txt#p2: mentions are not the document's"},
  };
  for (const Change& c : changes) {
    CAPTURE(c.old);
    std::string changed = json;
    const std::size_t at = changed.find(c.old);
    REQUIRE(at != std::string::npos);
    changed.replace(at, c.old.size(), c.put);
    const std::string found = test::violations(read_graph_json(changed, "g.json"), documents);
    CHECK_MESSAGE(found.find(c.found) != std::string::npos, found);
  }
}
