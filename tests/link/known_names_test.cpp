// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/ontology/load.hpp"
#include "link/suggest/known_names.hpp"

using namespace crossroads;

namespace {

Ontology ontology() {
  LoadResult loaded = load_ontology(
      {{"t.xml",
        "<ontology>"
        "<entry id='north' kind='place'><label>Northern Valley</label></entry>"
        "<entry id='umv' kind='mission'><label>United Mission in the Valley</label>"
        "<alias>UMIVAL</alias></entry>"
        "<entry id='umh' kind='mission'><label>United Mission in the Hills</label></entry>"
        "<entry id='panel' kind='document'><label>High-Level Independent Panel on Rivers</label>"
        "<alias>stabilization programme</alias></entry>"
        "<entry id='res' kind='document'><label>Resolution 1325 on Women</label></entry>"
        "<entry id='twin-a' kind='place'><label>Korbelstrand</label></entry>"
        "<entry id='twin-b' kind='place'><label>Korbalstrand</label></entry>"
        "</ontology>"}});
  REQUIRE_FALSE(loaded.has_errors());
  return std::move(loaded.ontology);
}

std::string shown(const KnownNames& names, const Ontology& of, const std::string& name) {
  const auto near = names.near(name);
  if (!near) return "-";
  const char* how = near->difference == NameDifference::spelling       ? "spelling"
                    : near->difference == NameDifference::missing_word ? "missing"
                                                                       : "letters";
  return of.entry(near->entry).id + " " + how;
}

}  // namespace

TEST_CASE("known names: variants") {
  struct Case {
    std::string name;
    std::string text;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"American for British", "stabilisation program", "panel spelling"},
      {"case, hyphens, marks", "Ümi-Val", "umv spelling"},
      {"a word is missing", "High-Level Panel on Rivers", "panel missing"},
      {"too little is left", "Independent Rivers", "-"},
      {"one letter is missing", "United Misson in the Valley", "umv letters"},
      {"two letters are swapped", "United Missoin in the Valley", "umv letters"},
      {"two slips in a long name", "Unitde Missoin in the Valley", "umv letters"},
      {"three slips", "Unitde Missoin in the Valey", "-"},
      {"another word is no slip", "Southern Valley", "-"},
      {"nor is another listed word", "United Mansion in the Valley", "-"},
      {"numbers are not mistyped", "Resolution 1326 on Women", "-"},
      {"acronyms are too near each other", "UMIVAR", "-"},
      {"a plural is the linker's task", "Northern Valleys", "-"},
      {"it may be of two entries", "Korbilstrand", "-"},
      {"nothing like it", "Something Else", "-"},
      {"no letter", "--", "-"},
  };
  const Ontology of = ontology();
  const KnownNames names(of);
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(shown(names, of, c.text) == c.expected);
  }
}

TEST_CASE("known names: bearers and kinds") {
  const Ontology of = ontology();
  const KnownNames names(of);
  REQUIRE(names.bearers("UMIVAL").size() == 1);
  CHECK(of.entry(names.bearers("UMIVAL").front()).id == "umv");
  CHECK(names.bearers("umival").empty());
  CHECK(names.kind_of("African Mission in the Plain") == "mission");
  CHECK(names.kind_of("Kingdom of the Plain").empty());
  CHECK(names.kind_of("Deep Valley").empty());  // one name is no rule
}
