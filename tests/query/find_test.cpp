// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/query/find.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;

namespace {

const ConceptGraph& graph() {
  static const ConceptGraph one = test::graph_of(R"(
    <kind id="tree" label="Tree"/><kind id="bush" label="Bush"/>
    <entry id="alder" kind="tree"><label>Black alder</label><alias>Else</alias></entry>
    <entry id="else" kind="tree"><label>Something else</label></entry>
    <entry id="broom" kind="bush"><label>Broom</label><alias>Ginster</alias><alias shared="true">GB</alias>
      <alias use="hidden">Brom</alias></entry>
    <entry id="box" kind="bush"><label>Box</label><alias shared="true">GB</alias>
      <alias>BOX tree</alias><alias>box Tree</alias><alias lang="de">Öhr</alias></entry>
    <entry id="pine" kind="tree"><label>Ginster</label></entry>
    <entry id="fir" kind="tree"><label>Tanne</label></entry>
    <entry id="yew" kind="tree"><label>TANNE</label></entry>)",
                                                 {{"t.txt", "A broom."}});
  return one;
}

std::string found(const std::string& name) {
  try {
    return graph().vertex(find_entry(graph(), name)).id;
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::question);
    return std::string(error.what()) + (error.remedy().empty() ? "" : " | " + error.remedy());
  }
}

}  // namespace

TEST_CASE("find: by id, label and alias") {
  struct Case {
    std::string name;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"alder", "alder"},       {"Black alder", "alder"},
      {"Else", "alder"},  // as written, before any case
      {"else", "else"},   // an id goes before a name
      {"ELSE", "alder"},  // an id is no name
      {"BLACK ALDER", "alder"}, {"something Else", "else"},
      {"Box Tree", "box"},                         // two aliases of one entry are no doubt
      {"Öhr", "box"},           {"Tanne", "fir"},  // as written
      {"TANNE", "yew"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(found(c.name) == c.expected, c.name);
}

TEST_CASE("find: a name of several entries") {
  CHECK(found("GB") == "'GB' is a name of several entries | name one by its id: box, broom");
  CHECK(found("gb") == "'gb' is a name of several entries | name one by its id: box, broom");
  CHECK(found("Ginster") ==
        "'Ginster' is a name of several entries | name one by its id: broom, pine");
  CHECK(found("tanne") == "'tanne' is a name of several entries | name one by its id: fir, yew");
}

TEST_CASE("find: no such entry") {
  CHECK(found("Black elder") == "there is no entry 'Black elder'; did you mean 'Black alder'?");
  CHECK(found("aldre") == "there is no entry 'aldre'; did you mean 'alder'?");
  CHECK(found("something completely different") ==
        "there is no entry 'something completely different'");
  CHECK(found("text:t.txt").starts_with("there is no entry 'text:t.txt'"));
  CHECK(found("Brom") == "there is no entry 'Brom'; did you mean 'Broom'?");  // hidden, never shown
  CHECK(found("").starts_with("there is no entry ''"));
  CHECK(found("BLACK ELDER") == "there is no entry 'BLACK ELDER'; did you mean 'black alder'?");
}

TEST_CASE("find: kinds") {
  CHECK_NOTHROW(check_kind(graph(), "tree"));
  try {
    check_kind(graph(), "tre");
    FAIL("is no kind");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::question);
    CHECK(std::string(error.what()) == "there is no kind 'tre'; did you mean 'tree'?");
    CHECK(error.remedy() == "the kinds are: bush, tree");
  }
  CHECK_THROWS_WITH_AS(check_kind(graph(), "text"), "there is no kind 'text'", Error);
  CHECK_THROWS_AS(check_kind(graph(), ""), Error);
}
