// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/store/graph_json.hpp"
#include "graph/works.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;

namespace {

constexpr std::string_view ontology = R"(
  <kind id="person" label="Person" plural="Persons"/>
  <kind id="document" label="Document" plural="Documents"/>
  <entry id="ada-lind" kind="person"><label>Ada Lind</label></entry>
  <entry id="valley-report" kind="document"><label>Valley report</label><alias>A/55/305</alias></entry>
  <entry id="salt-doctrine" kind="document"><label>Salt Doctrine</label></entry>
  <entry id="sc-res-2098" kind="document"><label>Security Council resolution 2098</label></entry>
)";

constexpr std::string_view first_text =
    "# First\n\nIt is so.[^1] And so.[^2]\n\nMore of it.[^3]\n\n"
    "[^1]: Lind, A. (2014) ‘Salt, sand & snow: a war’, Slow Studies 7 (4): 1–7; United Nations, "
    "Report on the Valley, A/55/305–S/2000/809, August 2000.\n"
    "[^2]: Ibid. Bo Stern (2011) Rivers of Salt. Oslo: Fjord.\n"
    "[^3]: S/RES/2098 (2013); Bo Stern (2012) Salt Doctrine (second reading). Oslo: Fjord.\n";
constexpr std::string_view second_text =
    "# Second\n\nSo it is.[^1]\n\n"
    "[^1]: Ada Lind, “Salt, sand and snow: A war” (2014) 7 Slow Studies 1; S/2014/957.\n";

/// "passage work", in order; the passage by its role and number.
std::vector<std::string> cites(const ConceptGraph& graph) {
  std::vector<std::string> found;
  for (const GraphPassage& passage : graph.passages()) {
    for (const PassageCitation& citation : passage.cites) {
      found.push_back(passage.id + " " + graph.vertex(citation.work).id);
      CHECK(graph.passage(citation.note).role == Role::note);
    }
  }
  return found;
}

std::vector<std::string> works(const ConceptGraph& graph) {
  std::vector<std::string> found;
  for (std::uint32_t i = 0; i < graph.vertices().size(); ++i) {
    if (graph.is_work(i)) found.push_back(graph.vertex(i).id + " = " + graph.vertex(i).label);
  }
  return found;
}

CitedWork work_of(std::string family, std::string year, std::string title) {
  CitedWork work;
  if (!family.empty()) work.authors.push_back({std::move(family), {}, true, {}});
  work.year.text = std::move(year);
  work.title.text = std::move(title);
  return work;
}

}  // namespace

TEST_CASE("works: ids are the same for slightly different words") {
  CHECK(work_id(work_of("Bøås", "2014", "Guns, money and prayers: AQIM’s blueprint")) ==
        "work:boas-2014-guns-money-and-prayers-aqims-blueprint");
  CHECK(work_id(work_of("BØÅS", "2014", "Guns, Money & Prayers – AQIM's Blueprint")) ==
        "work:boas-2014-guns-money-and-prayers-aqims-blueprint");
  CHECK(work_id(work_of("de Coning", "2015", "The future")) == "work:de-coning-2015-future");
  CHECK(work_id(work_of("", "", "A")) == "work:nd-a");
  const std::string other_script = work_id(work_of("Lind", "2014", "Мир"));
  CHECK(other_script != work_id(work_of("Lind", "2014", "Война")));
  CitedWork report = work_of("United Nations", "2014", "Report");
  report.symbols = {"S/2014/957"};
  CHECK(work_id(report) == "work:s-2014-957");
}

TEST_CASE("works: different titles have different ids") {
  const std::string stem = "Republic of the Long Valley: ";
  const std::string tail = ", and what the people who live there have said of it for many years, ";
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {stem + "Arrest them now", stem + "Time for a remedy"},
      {"Report of the Inspector on Hills", "Report of the Inspector on the Lower Sea"},
      {stem + tail + "in full", stem + tail + "in short"},
      {"Мир", "Война"},
      {"Мир 2", "Война 2"},
      {"?", "!"}};
  for (const auto& [one, other] : pairs) {
    CAPTURE(one);
    const std::string id = work_id(work_of("Lind", "2013", one));
    CHECK(id != work_id(work_of("Lind", "2013", other)));
    CHECK(id == work_id(work_of("Lind", "2013", one)));
    CHECK(id.size() < 120);
  }
  CHECK(work_id(work_of("Иванов", "2013", "A")) != work_id(work_of("Петров", "2013", "A")));
}

TEST_CASE("works: what the passages cite, and who wrote it") {
  const ConceptGraph graph = test::graph_of(
      ontology, {{"a.md", std::string(first_text)}, {"b.md", std::string(second_text)}});
  CHECK(works(graph) ==
        std::vector<std::string>{
            "work:lind-2014-salt-sand-and-snow-a-war = Lind (2014) Salt, sand & snow: a war",
            "work:s-2014-957 = S/2014/957",
            "work:stern-2011-rivers-of-salt = Stern (2011) Rivers of Salt"});
  CHECK(cites(graph).size() >= 6);
  const auto authored = test::edge_names(graph);
  CHECK(std::count_if(authored.begin(), authored.end(), [](const std::string& edge) {
          return edge.starts_with("ada-lind authored:structure work:lind-2014");
        }) == 1);
}

TEST_CASE("works: the JSON says all of it") {
  const ConceptGraph graph = test::graph_of(ontology, {{"a.md", std::string(first_text)}});
  const std::string json = write_graph_json(graph);
  CHECK(json.find("\"key\":\"cites:structure\"") != std::string::npos);
  const ConceptGraph again = read_graph_json(json, "again");
  CHECK(write_graph_json(again) == json);
  CHECK(cites(again) == cites(graph));
  CHECK(works(again) == works(graph));
  CHECK(again.entry_count() == graph.entry_count());
}

TEST_CASE("works: what can't be cited is refused") {
  const ConceptGraph graph = test::graph_of(ontology, {{"a.md", std::string(first_text)}});
  const std::string json = write_graph_json(graph);
  const auto refusal = [&](const std::string& what, const std::string& with) {
    std::string changed = json;
    const std::size_t cites = changed.find("cites:structure");
    const std::size_t at = changed.find(what, changed.rfind('\n', cites));
    REQUIRE(at != std::string::npos);
    changed.replace(at, what.size(), with);
    try {
      read_graph_json(changed, "g");
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string("read");
  };
  CHECK(refusal("\"target\":\"work:", "\"target\":\"none:").find("there is no node 'none:") !=
        std::string::npos);
  CHECK(refusal("\"span\":[", "\"span\":[0,1],\"x\":[") ==
        "g: a citation of 'text:a.md#p2' lies outside its note");
  CHECK(refusal("\"evidence\":[{\"passage\":\"text:a.md#p", "\"evidence\":[{\"passage\":\"no#p")
            .find("there is no node 'no#p") != std::string::npos);
}

TEST_CASE("works: documents that the ontology has are no works") {
  const ConceptGraph graph = test::graph_of(ontology, {{"a.md", std::string(first_text)}});
  std::set<std::string> cited;
  for (const std::string& pair : cites(graph)) cited.insert(pair.substr(pair.find(' ') + 1));
  CHECK(cited.contains("valley-report"));  // by one half of its symbol
  CHECK(cited.contains("sc-res-2098"));    // by its number
  CHECK(cited.contains("salt-doctrine"));  // by its title, a bracket aside
  for (std::uint32_t i = 0; i < graph.entry_count(); ++i) CHECK(graph.vertex(i).kinds[0] != "work");
}
