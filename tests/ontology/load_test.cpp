// SPDX-License-Identifier: Apache-2.0
// What data folders (cases_test.cpp) can't show: orders of files, look-ups, speed.
#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/checksum.hpp"
#include "crossroads/ontology/load.hpp"
#include "support/dump_ontology.hpp"

using namespace crossroads;

namespace {

Ontology load(const std::string& children) {
  const LoadResult result = load_ontology({{"t.xml", "<ontology>" + children + "</ontology>"}});
  for (const Diagnostic& finding : result.findings) FAIL_CHECK(format(finding));
  return result.ontology;
}

std::string findings_of(const LoadResult& result) {
  std::string text;
  for (const Diagnostic& finding : result.findings) text += format(finding) + "\n";
  return text;
}

const std::string kinds =
    "<kind id='thing'/><kind id='unit' broader='thing'/><kind id='brigade' broader='unit'/>"
    "<kind id='place'/>";

}  // namespace

TEST_CASE("ontology: no files, and an empty one") {
  const LoadResult none = load_ontology({});
  CHECK(none.findings.empty());
  CHECK_FALSE(none.malformed);
  CHECK_FALSE(none.has_errors());
  CHECK(none.ontology.relations.size() == 3);
  CHECK(test::dump(load("")) == test::dump(none.ontology));
}

TEST_CASE("ontology: the order of the files does not matter") {
  std::vector<OntologyFile> files = {
      {"a.xml",
       "<ontology id='x'><kind id='k'/><source id='s'>S</source><entry id='e'><label "
       "lang='fr'>Un</label><alias>One</alias><statement relation='related' to='f' "
       "source='s'/></entry></ontology>"},
      {"b.xml",
       "<ontology version='1'><relation id='related'><cue>b</cue></relation><entry id='e' "
       "kind='k'><label lang='es'>Uno</label><alias>Two</alias><definition>B</definition></entry>"
       "<entry id='f' kind='k'><label>F</label></entry></ontology>"},
      {"c.xml",
       "<ontology id='x'><relation id='related'><cue>c</cue></relation><entry id='e' "
       "kind='k'><alias>Three</alias><definition>C</definition></entry></ontology>"},
  };
  const LoadResult first = load_ontology(files);
  CHECK(findings_of(first).empty());
  CHECK(first.ontology.entries.at(0).label() == "Un");
  std::vector<std::size_t> order = {0, 1, 2};
  while (std::next_permutation(order.begin(), order.end())) {
    const LoadResult other = load_ontology({files[order[0]], files[order[1]], files[order[2]]});
    CHECK(test::dump(other.ontology) == test::dump(first.ontology));
    CHECK(other.ontology.sha256 == first.ontology.sha256);
    CHECK(findings_of(other).empty());
  }
}

TEST_CASE("ontology: findings stand in the order of the files, then of places") {
  const std::string bad = "<ontology>\n<x/>\n<entry id='e' kind='k'/><y/></ontology>";
  const LoadResult result = load_ontology({{"b.xml", bad}, {"a.xml", "<ontology z=''/>"}});
  std::string places;
  for (const Diagnostic& finding : result.findings) places += to_string(finding.at) + " ";
  CHECK(places == "b.xml:2:2 b.xml:3:2 b.xml:3:26 a.xml:1:11 ");
  CHECK(result.has_errors());
  CHECK_FALSE(result.malformed);
}

TEST_CASE("ontology: a warning is no error") {
  const LoadResult result = load_ontology(
      {{"t.xml",
        "<ontology><entry id='a' kind='k'><label>A</label><statement relation='related' "
        "to='b'/></entry><entry id='b' kind='k'><label>B</label></entry></ontology>"}});
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].severity == Severity::warning);
  CHECK_FALSE(result.has_errors());
  CHECK(result.ontology.entries[0].statements.size() == 1);
}

TEST_CASE("ontology: malformed is what is not read at all") {
  CHECK(load_ontology({{"t.xml", ""}}).malformed);
  CHECK(load_ontology({{"t.xml", "<ontology>"}}).malformed);
  CHECK(load_ontology({{"t.xml", "<graph/>"}}).malformed);
  CHECK(load_ontology({{"t.xml", "<ontology/>"}, {"u.xml", "<a><b></a>"}}).malformed);
  XmlLimits limits;
  limits.depth = 1;
  CHECK(load_ontology({{"t.xml", "<ontology><kind id='k'/></ontology>"}}, limits).malformed);
}

TEST_CASE("ontology: the checksum is of contents, not of names and order") {
  const auto sum = [](const std::vector<OntologyFile>& files) {
    return load_ontology(files).ontology.sha256;
  };
  const std::string a = "<ontology/>";
  const std::string b = "<ontology id='b'/>";
  CHECK(sum({{"1", a}, {"2", b}}) == sum({{"3", b}, {"4", a}}));
  CHECK(sum({{"1", a}, {"2", b}}) != sum({{"1", a}}));
  CHECK(sum({{"1", a}}) == sha256(sha256(a) + "\n"));
}

TEST_CASE("ontology: look-ups by id") {
  const Ontology ontology = load(kinds +
                                 "<source id='s'>S</source><property id='p'/><relation id='r'/>"
                                 "<entry id='b' kind='thing'><label>B</label></entry>"
                                 "<entry id='a' kind='place'><label>A</label></entry>"
                                 "<entry id='a.1' kind='place'><label>A1</label></entry>"
                                 "<entry id='a-1' kind='place'><label>A-1</label></entry>");
  std::string order;
  for (const Entry& entry : ontology.entries) order += entry.id + " ";
  CHECK(order == "a a-1 a.1 b ");
  for (std::uint32_t i = 0; i < ontology.entries.size(); ++i) {
    const auto found = ontology.find_entry(ontology.entries[i].id);
    REQUIRE(found);
    CHECK(index(*found) == i);
    CHECK(ontology.entry(*found).id == ontology.entries[i].id);
  }
  for (const char* absent : {"", "c", "A", "a.", "a.2", "\xFF"}) {
    CAPTURE(absent);
    CHECK_FALSE(ontology.find_entry(absent));
    CHECK_FALSE(ontology.find_relation(absent));
    CHECK(ontology.find_kind(absent) == nullptr);
    CHECK(ontology.find_source(absent) == nullptr);
    CHECK(ontology.find_property(absent) == nullptr);
  }
  for (const char* relation : {"broader", "part-of", "r", "related"}) {
    CAPTURE(relation);
    const auto found = ontology.find_relation(relation);
    REQUIRE(found);
    CHECK(ontology.relation(*found).id == relation);
  }
  REQUIRE(ontology.find_kind("unit") != nullptr);
  CHECK(ontology.find_kind("unit")->broader == "thing");
  REQUIRE(ontology.find_source("s") != nullptr);
  CHECK(ontology.find_source("s")->title == "S");
  REQUIRE(ontology.find_property("p") != nullptr);
  CHECK(ontology.find_property("p")->type == PropertyType::text);
}

TEST_CASE("ontology: a kind is its wider kinds too") {
  const Ontology ontology = load(kinds +
                                 "<entry id='e' kind='brigade'><label>E</label></entry>"
                                 "<entry id='f' kind='place unit'><label>F</label></entry>");
  CHECK(ontology.is_a("brigade", "brigade"));
  CHECK(ontology.is_a("brigade", "unit"));
  CHECK(ontology.is_a("brigade", "thing"));
  CHECK_FALSE(ontology.is_a("thing", "brigade"));
  CHECK_FALSE(ontology.is_a("brigade", "place"));
  CHECK_FALSE(ontology.is_a("brigade", ""));
  CHECK_FALSE(ontology.is_a("unheard", "thing"));
  const Entry& e = ontology.entries.at(0);
  const Entry& f = ontology.entries.at(1);
  CHECK(ontology.is_any_of(e, {}));
  CHECK(ontology.is_any_of(e, {"place", "thing"}));
  CHECK_FALSE(ontology.is_any_of(e, {"place"}));
  CHECK(ontology.is_any_of(f, {"place"}));
  CHECK(ontology.is_any_of(f, {"thing"}));
  CHECK_FALSE(ontology.is_any_of(f, {"brigade"}));
}

TEST_CASE("ontology: a circle of kinds ends look-ups all the same") {
  const LoadResult result = load_ontology(
      {{"t.xml", "<ontology><kind id='a' broader='b'/><kind id='b' broader='a'/></ontology>"}});
  CHECK(result.has_errors());
  CHECK(result.ontology.is_a("a", "b"));
  CHECK_FALSE(result.ontology.is_a("a", "c"));
}

TEST_CASE("ontology: relations admit narrower kinds") {
  const std::string entries =
      "<source id='s'>S</source><entry id='a' kind='brigade'><label>A</label>"
      "<statement relation='r' to='b' source='s'/></entry>"
      "<entry id='b' kind='place'><label>B</label></entry>";
  CHECK(load(kinds + "<relation id='r' from='thing' to='place'/>" + entries)
            .entries.at(0)
            .statements.size() == 1);
}

TEST_CASE("ontology: the label shown is the English one, or the first") {
  const auto label = [](const std::string& forms) {
    return load("<entry id='e' kind='k'>" + forms + "</entry>").entries.at(0).label();
  };
  CHECK(label("<label>A</label><label lang='fr'>B</label>") == "A");
  CHECK(label("<alias>C</alias><label lang='fr'>B</label><label lang='EN'>A</label>") == "A");
  CHECK(label("<alias>C</alias><label lang='fr'>B</label><label lang='de'>A</label>") == "B");
  CHECK(label("<label until='1999'>B</label><label since='1999'>A</label>") == "A");
  CHECK(label("<label since='1999'>A</label><label until='1999'>B</label>") == "A");
  CHECK(label("<label until='1999'>B</label><label since='2000' until='2005'>A</label>"
              "<label lang='fr'>C</label>") == "A");
}

TEST_CASE("ontology: what one mistake leaves") {
  // The attribute in error goes, its element stays, and nothing that names the element is blamed.
  const LoadResult result =
      load_ontology({{"t.xml",
                      "<ontology><kind id='k' broadr='x'/><source id='s' yaer='2001'>S</source>"
                      "<entry id='a' kind='k' deprecated='yes'><label since='x'>A</label></entry>"
                      "<entry id='b' kind='k'><label>B</label><statement relation='related' to='a' "
                      "source='s' until='?'/></entry></ontology>"}});
  CHECK(result.findings.size() == 5);
  CHECK(test::dump(result.ontology) ==
        "ontology\nsource s \"S\"\nkind k \"k\" \"k\"\n"
        "relation broader \"is narrower than\" inverse \"is broader than\"\n"
        "relation part-of \"is part of\" inverse \"has as a part\"\n"
        "relation related \"is related to\" inverse \"is related to\" symmetric\n"
        "entry a kind k\n  label en \"A\"\n"
        "entry b kind k\n  label en \"B\"\n  statement related a source s\n");
}

TEST_CASE("ontology: time grows with the bytes, also where all stands in one line") {
  for (const char* between : {"", "\n"}) {
    std::string text = "<ontology><kind id='k'/><source id='s'>S</source>";
    for (int i = 0; i < 40'000; ++i) {
      const std::string id = "e" + std::to_string(i);
      text += "<entry id='" + id + "' kind='k'><label>L" + id +
              "</label><alias>\u00C9</alias><alias x=''>B</alias><statement relation='part-of' "
              "to='f' source='s'/></entry>" +
              between;
    }
    const auto begin = std::chrono::steady_clock::now();
    const LoadResult result = load_ontology({{"t.xml", text + "</ontology>"}});
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    MESSAGE(text.size(), " bytes with ", result.findings.size(), " findings in ", took.count(),
            " s");
    CHECK(result.findings.size() == 80'000);
    CHECK(result.ontology.entries.size() == 40'000);
    CHECK(took.count() < 60);  // many minutes if each place were looked for from the start
  }
}
