// SPDX-License-Identifier: Apache-2.0
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "crossroads/link/link.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/text/read.hpp"

using namespace crossroads;

namespace {

Ontology ontology() {
  const LoadResult result = load_ontology({{"t.xml",
                                            R"(<ontology id="t" version="1">
  <kind id="concept" label="Concept" plural="Concepts"/>
  <kind id="place" label="Place" plural="Places"/>
  <entry id="bridge" kind="concept"><label>stone bridge</label></entry>
  <entry id="ford" kind="place"><label>The "Ford"</label><alias>Ford</alias></entry>
</ontology>)"}});
  REQUIRE_FALSE(result.has_errors());
  return result.ontology;
}

std::string mentions(const Ontology& of, const Document& document) {
  std::string out;
  append_mentions_json(out, of, document, link(Lexicon::build(of), document));
  return out;
}

}  // namespace

TEST_CASE("mentions: the exact lines") {
  const Ontology known = ontology();
  const std::string rule(40, ' ');
  const std::string text = "Ford Roads\n\nA stone\n\n" + rule +
                           "\n1  Near Ford.\n bridge, the \u2018Ford\u2019s\u2019 own.\n";
  const Document document = read_text("dir/t.txt", text, TextFormat::plain);
  CHECK(
      mentions(known, document) ==
      R"({"document":"dir/t.txt","start":0,"end":4,"surface":"Ford","entry":"ford","kind":"place","label":"The \"Ford\"","passage":"text:dir/t.txt#p1","zone":"heading","decided":"only-name"})"
      "\n"
      R"({"document":"dir/t.txt","start":14,"end":83,"surface":"stone\n\n)" +
          rule +
          R"(\n1  Near Ford.\n bridge","entry":"bridge","kind":"concept","label":"stone bridge","passage":"text:dir/t.txt#p2","zone":"body","decided":"only-name","parts":[[14,19],[77,83]]})"
          "\n"
          R"({"document":"dir/t.txt","start":70,"end":74,"surface":"Ford","entry":"ford","kind":"place","label":"The \"Ford\"","passage":"text:dir/t.txt#p3","zone":"note","decided":"only-name"})"
          "\n"
          R"({"document":"dir/t.txt","start":92,"end":96,"surface":"Ford","entry":"ford","kind":"place","label":"The \"Ford\"","passage":"text:dir/t.txt#p2","zone":"body","decided":"only-name"})"
          "\n");
}

TEST_CASE("mentions: by what they were decided") {
  const LoadResult loaded = load_ontology({{"t.xml",
                                            R"(<ontology id="t" version="1">
  <entry id="front" kind="group"><label>United Front</label><alias shared="true">RUF</alias></entry>
  <entry id="rights" kind="concept"><label>Rights First</label><alias shared="true">RUF</alias></entry>
</ontology>)"}});
  REQUIRE_FALSE(loaded.has_errors());
  const Document document = read_text("t.txt", "United Front (RUF)", TextFormat::plain);
  std::vector<std::string> decided;
  std::istringstream lines(mentions(loaded.ontology, document));
  for (std::string line; std::getline(lines, line);) {
    const auto mention = nlohmann::json::parse(line);
    CHECK(mention["entry"] == "front");
    decided.push_back(mention["decided"]);
  }
  CHECK(decided == std::vector<std::string>{"only-name", "defined-here"});
}

TEST_CASE("mentions: read back, each surface is the bytes at its place") {
  const Ontology known = ontology();
  const Document document = read_text(
      "t.md", "# \u00C9: a stone-\n\n> Stone\r\nbridge \"x\"\\\tFORD\u0001 stone\u00A0bridge",
      TextFormat::markdown);
  std::istringstream lines(mentions(known, document));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto mention = nlohmann::json::parse(line);
    const auto start = mention.at("start").get<std::size_t>();
    const auto end = mention.at("end").get<std::size_t>();
    CHECK(mention.at("surface") == document.bytes.substr(start, end - start));
    CHECK(mention.at("zone") == "body");
    CHECK_FALSE(mention.contains("parts"));
  }
  CHECK(count == 3);
}

TEST_CASE("mentions: nothing found, nothing written; what is there stays") {
  const Ontology known = ontology();
  const Document document = read_text("t.txt", "No name here.", TextFormat::plain);
  std::string out = "before";
  append_mentions_json(out, known, document, link(Lexicon::build(known), document));
  CHECK(out == "before");
}
