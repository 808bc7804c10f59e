// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "crossroads/core/error.hpp"
#include "crossroads/query/links.hpp"
#include "crossroads/store/graph_json.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;
using Lines = std::vector<std::string>;

namespace {

ConceptGraph briefing() {
  return test::graph_of(test::briefing_ontology(), test::briefing_texts());
}

/// "source key target", turned where the edge runs backward, with the entry in the middle and the
/// step of a composed link.
Lines links(const ConceptGraph& graph, const LinksQuestion& question) {
  Lines lines;
  for (const LinkRow& row : find_links(graph, question)) {
    std::string line =
        fmt::format("{} {}{} {}", graph.vertex(row.source).id, row.backward ? "<-" : "",
                    row.edge.key, graph.vertex(row.target).id);
    if (row.via) line += fmt::format(" via {} {}", graph.vertex(*row.via).id, row.step);
    lines.push_back(line);
  }
  return lines;
}

std::string refusal(const LinksQuestion& question) {
  try {
    find_links(briefing(), question);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::question);
    return error.what();
  }
  return "";
}

/// A mission and a group, both in Norvale, with these periods of the statements and of their lives.
ConceptGraph in_one_place(const std::string& mission_there, const std::string& group_there,
                          const std::string& mission_lived, const std::string& group_lived) {
  const auto attributes = [](const std::string& lived) {
    const std::size_t slash = lived.find('/');
    std::string xml;
    if (slash > 0)
      xml += "<attribute name=\"established\">" + lived.substr(0, slash) + "</attribute>";
    if (slash + 1 < lived.size())
      xml += "<attribute name=\"ended\">" + lived.substr(slash + 1) + "</attribute>";
    return xml;
  };
  const auto period = [](const std::string& there) {
    const std::size_t slash = there.find('/');
    std::string xml;
    if (slash > 0) xml += " since=\"" + there.substr(0, slash) + "\"";
    if (slash + 1 < there.size()) xml += " until=\"" + there.substr(slash + 1) + "\"";
    return xml;
  };
  return test::graph_of(
      R"(<source id="s">S</source><kind id="mission"/><kind id="group"/><kind id="place"/>
         <relation id="deployed-in"/><relation id="operates-in"/>
         <property id="established" type="date"/><property id="ended" type="date"/>
         <entry id="p" kind="place"><label>Norvale</label></entry>
         <entry id="m" kind="mission"><label>Mino</label>)" +
          attributes(mission_lived) + R"(<statement relation="deployed-in" to="p" source="s")" +
          period(mission_there) +
          R"(/></entry><entry id="g" kind="group"><label>Red Hand</label>)" +
          attributes(group_lived) + R"(<statement relation="operates-in" to="p" source="s")" +
          period(group_there) + "/></entry>",
      {});
}

}  // namespace

TEST_CASE("links: edges of both directions, by kind") {
  const ConceptGraph graph = briefing();
  CHECK(links(graph, {"mission", "place", "", false, false}) ==
        Lines{"unmin deployed-in:curated norvale", "unmin deployed-in:stated norvale"});
  CHECK(links(graph, {"place", "mission", "", false, false}) ==
        Lines{"norvale <-deployed-in:curated unmin", "norvale <-deployed-in:stated unmin"});
  CHECK(links(graph, {"group", "group", "", false, false}).empty());
  // Within one kind an edge is told once, as it runs.
  CHECK(links(graph, {"place", "place", "", false, false}) ==
        Lines{"norvale borders:curated sudmark", "norvale borders:stated sudmark"});
}

TEST_CASE("links: a kind means the narrower ones too") {
  const ConceptGraph graph = briefing();
  CHECK(links(graph, {"actor", "actor", "", false, false}) ==
        Lines{"unmin fights:stated red-hand"});
  CHECK(links(graph, {"mission", "actor", "", false, false}) ==
        Lines{"unmin fights:stated red-hand"});
  CHECK(links(graph, {"group", "actor", "", false, false}) ==
        Lines{"red-hand <-fights:stated unmin"});
  CHECK(links(graph, {"actor", "place", "", false, false}).size() == 7);
}

TEST_CASE("links: one relation, and what is only co-mentioned when asked") {
  const ConceptGraph graph = briefing();
  CHECK(links(graph, {"group", "place", "operates-in", false, true}) ==
        Lines{"red-hand operates-in:stated norvale", "red-hand operates-in:stated sudmark",
              "red-hand operates-in:stated:not sudmark", "river-host operates-in:curated norvale",
              "river-host operates-in:stated sudmark"});
  CHECK(links(graph, {"mission", "place", "fights", false, true}).empty());
  CHECK(links(graph, {"mission", "place", "co-mentioned", false, true}) ==
        Lines{"unmin <-co-mentioned norvale", "unmin <-co-mentioned sudmark"});
  CHECK(links(graph, {"mission", "place", "", true, false}) ==
        Lines{"unmin deployed-in:curated norvale", "unmin deployed-in:stated norvale",
              "unmin <-co-mentioned norvale", "unmin <-co-mentioned sudmark"});
}

TEST_CASE("links: what can't be asked") {
  CHECK(refusal({"missoin", "place", "", false, true}) ==
        "there is no kind 'missoin'; did you mean 'mission'?");
  CHECK(refusal({"mission", "river", "", false, true}) == "there is no kind 'river'");
  CHECK(refusal({"mission", "place", "fihgts", false, true}) ==
        "there is no relation 'fihgts'; did you mean 'fights'?");
}

TEST_CASE("links: in order: curated, stated, composed by place, co-mentioned") {
  const ConceptGraph graph = briefing();
  // River Host ended in 2009, before the mission came.
  CHECK(links(graph, {"mission", "group", "", true, true}) ==
        Lines{"unmin fights:stated red-hand", "unmin deployed-in:stated red-hand via norvale 1",
              "unmin <-operates-in:stated red-hand via norvale 2",
              "unmin <-co-mentioned red-hand"});
  CHECK(links(graph, {"group", "mission", "", true, true}) ==
        Lines{"red-hand <-fights:stated unmin", "red-hand operates-in:stated unmin via norvale 1",
              "red-hand <-deployed-in:stated unmin via norvale 2", "red-hand co-mentioned unmin"});
}

TEST_CASE("links: two steps take a passage's words before a curator's statement") {
  const ConceptGraph graph = briefing();
  const std::vector<LinkRow> rows = find_links(graph, {"mission", "group", "", false, true});
  std::vector<std::string> quotes;
  for (const LinkRow& row : rows) {
    if (!row.via) continue;
    CHECK(row.backward == (row.step == 2));
    CHECK(row.edge.origin == Origin::stated);
    REQUIRE(row.quote.has_value());
    quotes.push_back(row.quote->text);
  }
  CHECK(quotes == Lines{"Norvale (UNMIN)", "Red Hand in Norvale"});
}

TEST_CASE("links: two steps only where all may share a day") {
  const LinksQuestion question{"mission", "group", "", false, true};
  struct Case {
    std::string mission_there, group_there, mission_lived, group_lived;
    bool linked;
  };
  const std::vector<Case> cases = {
      {"/", "/", "/", "/", true},
      {"2001/", "/2001", "/", "/", true},
      {"2001-05/", "/2001", "/", "/", true},
      {"2002/", "/2001", "/", "/", false},
      {"2002/", "/2001-12-31", "/", "/", false},
      {"/2000", "2001/", "/", "/", false},
      {"/", "/", "2005/", "/2004", false},
      {"/", "/", "/1999", "2000-01-01/", false},
      {"/", "/", "/1999", "1999-12/", true},
      {"2001/2003", "/", "/", "/2000", false},
      {"/", "2001/2003", "2004/", "/", false},
      {"2001/2003", "2003/2004", "2002/2010", "1990/2003", true},
  };
  for (const Case& c : cases) {
    const ConceptGraph graph =
        in_one_place(c.mission_there, c.group_there, c.mission_lived, c.group_lived);
    CAPTURE(c.mission_there + " " + c.group_there + " " + c.mission_lived + " " + c.group_lived);
    const Lines expected = {"m deployed-in:curated g via p 1", "m <-operates-in:curated g via p 2"};
    CHECK(links(graph, question) == (c.linked ? expected : Lines()));
    CHECK(links(graph, {"mission", "group", "", false, false}).empty());
    CHECK(links(graph, {"mission", "group", "operates-in", false, true}).empty());
  }
}

TEST_CASE("links: a denied statement is told, and is no step of two") {
  const ConceptGraph graph = test::graph_of(
      R"(<kind id="mission"/><kind id="group"/><kind id="place"/>
         <relation id="deployed-in" from="mission"><cue>in</cue></relation>
         <relation id="operates-in" from="group"><cue negated="true">not in</cue></relation>
         <entry id="p" kind="place"><label>Norvale</label></entry>
         <entry id="m" kind="mission"><label>Mino</label></entry>
         <entry id="g" kind="group"><label>Red Hand</label></entry>)",
      {{"t.txt", "Mino in Norvale.\n\nRed Hand not in Norvale.\n"}});
  CHECK(links(graph, {"group", "place", "", false, true}) == Lines{"g operates-in:stated:not p"});
  CHECK(links(graph, {"mission", "group", "", false, true}).empty());
}

TEST_CASE("links: quotes are the bytes of the sources, also of a graph that was read back") {
  const auto texts = test::briefing_texts();
  const ConceptGraph built = briefing();
  const ConceptGraph back = read_graph_json(write_graph_json(built), "g.json");
  for (const ConceptGraph* graph : {&built, &back}) {
    std::size_t quotes = 0;
    for (const LinkRow& row : find_links(*graph, {"actor", "place", "", true, true})) {
      CHECK(row.quote.has_value() == (row.edge.origin != Origin::curated));
      if (!row.quote) continue;
      ++quotes;
      const std::string& id = graph->documents()[graph->passage(row.quote->passage).document].id;
      const std::string& bytes = id == "a.md" ? texts[1].bytes : texts[0].bytes;
      CHECK(row.quote->text == bytes.substr(row.quote->span.begin, row.quote->span.size()));
    }
    CHECK(quotes > 8);
  }
}
