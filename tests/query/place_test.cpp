// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/query/links.hpp"
#include "crossroads/query/place.hpp"
#include "support/small_corpus.hpp"

using namespace crossroads;
using Lines = std::vector<std::string>;

namespace {

const ConceptGraph& volume() {
  static const ConceptGraph graph =
      test::graph_of(test::volume_ontology(),
                     {test::volume(),
                      {"w.txt", "High water\n\nThe Red Hand met UNMIN elsewhere, as was said.\n"}});
  return graph;
}

std::string title(std::optional<std::uint32_t> part) {
  return part ? volume().vertex(*part).label : "-";
}

/// Section, article and authors of the first passage that begins so.
std::string place(std::string_view words) {
  for (std::uint32_t i = 0; i < volume().passages().size(); ++i) {
    const GraphPassage& passage = volume().passage(i);
    if (!passage.text.starts_with(words)) continue;
    const Place place = place_of(volume(), i, passage.ranges.front().begin);
    std::string line = title(place.section) + " | " + title(place.article) + " |";
    for (const std::string& author : place.authors) line += " " + author;
    return line;
  }
  return "none";
}

/// The first words of the passages that the question admits.
Lines admitted(const PlaceQuestion& question) {
  const PlaceFilter filter(volume(), question);
  Lines lines;
  for (std::uint32_t i = 0; i < volume().passages().size(); ++i) {
    if (filter.admits(i)) lines.push_back(volume().passage(i).text.substr(0, 9));
  }
  return lines;
}

std::string refusal(const PlaceQuestion& question) {
  try {
    PlaceFilter(volume(), question);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::question);
    return error.what();
  }
  return "";
}

Lines rows(LinksQuestion question) {
  Lines lines;
  for (const LinkRow& row : find_links(volume(), question)) {
    std::string line =
        volume().vertex(row.source).id + " " + row.edge.key + " " + volume().vertex(row.target).id;
    if (row.quote) line += ": " + row.quote->text;
    if (row.quote && row.quote->with) line += " +";
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("place: of a passage") {
  CHECK(place("Two valleys") == "- | Two valleys | Ada Quill");
  CHECK(place("Section 1") == "Section 1: The north | - |");
  CHECK(place("- the Red") == "Section 1: The north | High water | Bo Marsh Cy Unknown");
  CHECK(place("1 On this") == "Section 1: The north | Low water | Ada Quill");
  CHECK(place("The Red Hand met") == "- | - |");
}

TEST_CASE("place: parts by id and title") {
  const auto ids = [](std::string_view name, std::string_view kind = {}) {
    Lines found;
    for (const std::uint32_t part : parts_named(volume(), name, kind)) {
      found.push_back(volume().vertex(part).id);
    }
    return found;
  };
  CHECK(ids("text:v.txt#a2") == Lines{"text:v.txt#a2"});
  CHECK(ids("High water") == Lines{"text:v.txt#a2", "text:w.txt"});
  CHECK(ids("High water", "article") == Lines{"text:v.txt#a2"});
  CHECK(ids("HIGH WATER", "text") == Lines{"text:w.txt"});
  CHECK(ids("Two valleys", "article") == Lines{"text:v.txt#a1"});
  CHECK(ids("Two") == Lines{});
  CHECK(ids("ada") == Lines{});
}

TEST_CASE("place: which passages are admitted") {
  const std::size_t all = volume().passages().size();
  CHECK(admitted({}).size() == all);
  CHECK(admitted({"", "Two valleys", "", {}}) == Lines{"Two valle", "Ada Quill", "This volu"});
  CHECK(admitted({"", "low water", "", {}}) ==
        Lines{"Low water", "Ada Quill", "In summer", "1 On this"});
  CHECK(admitted({"", "", "Section 1: The north", {}}).size() == 11);
  CHECK(admitted({"", "text:v.txt#a3", "text:v.txt#s1", {"note", "byline"}}) ==
        Lines{"Ada Quill", "1 On this"});
  CHECK(admitted({"", "Two valleys", "Section 1: The north", {}}).empty());
}

TEST_CASE("place: by an author, as an entry or as printed") {
  for (const char* name : {"ada", "Ada Quill", "a. quill"}) {
    CAPTURE(name);
    CHECK(admitted({name, "", "", {"heading", "note"}}) ==
          Lines{"Two valle", "Low water", "1 On this"});
  }
  for (const char* name : {"bo", "Cy Unknown", "cy unknown"}) {
    CAPTURE(name);
    CHECK(admitted({name, "", "", {"heading"}}) == Lines{"High wate"});
  }
}

TEST_CASE("place: what can't be asked") {
  CHECK(refusal({"Cy Unknwon", "", "", {}}) ==
        "nothing here is by 'Cy Unknwon'; did you mean 'Cy Unknown'?");
  CHECK(refusal({"UNMIN", "", "", {}}) == "nothing here is by 'UNMIN'");
  CHECK(refusal({"", "Low watre", "", {}}) ==
        "there is no article 'Low watre'; did you mean 'Low water'?");
  CHECK(refusal({"", "", "Low water", {}}) == "there is no section 'Low water'");
  CHECK(refusal({"", "", "", {"body", "foot"}}) == "there is no zone 'foot'");
}

TEST_CASE("links: narrowed by place, a row's quote lies there") {
  CHECK(rows({"mission", "group", "", true, true}) ==
        Lines{"unmin fights:stated red-hand: Red Hand +",
              "unmin co-mentioned red-hand: UNMIN left the valley then.1 The Red Hand",
              "unmin fights:stated river-host: River Host +",
              "unmin co-mentioned river-host: - the River Host. +"});
  CHECK(rows({"mission", "group", "", true, true, {"ada", "", "", {}}}) ==
        Lines{"unmin co-mentioned red-hand: UNMIN left the valley then.1 The Red Hand",
              "unmin co-mentioned river-host: 1 On this see what the River Host wrote. +"});
  CHECK(rows({"mission", "group", "", true, true, {"", "", "", {"note"}}}) ==
        Lines{"unmin co-mentioned river-host: 1 On this see what the River Host wrote. +"});
  CHECK(rows({"mission", "group", "", false, true, {"", "High water", "", {}}}) ==
        Lines{"unmin fights:stated red-hand: Red Hand +",
              "unmin fights:stated river-host: River Host +"});
}

TEST_CASE("links: what the evidence of a co-mention does not list is found by the mentions") {
  AssembleOptions options;
  options.evidence_limit = 1;
  const ConceptGraph graph = test::graph_of(
      R"(<kind id="k"/><entry id="a" kind="k"><label>Alder</label></entry>
         <entry id="b" kind="k"><label>Birch</label></entry>)",
      {{"t.md", "# One\n\nAlder, birch.\n\n# Two\n\nAlder and the birch.\n"}}, options);
  const auto quote_in = [&](const std::string& section) {
    const auto rows = find_links(graph, {"k", "k", "", true, true, {"", "", section, {}}});
    return rows.size() == 1 && rows[0].quote ? rows[0].quote->text : "";
  };
  CHECK(quote_in("One") == "Alder, birch");
  CHECK(quote_in("Two") == "Alder and the birch");
}

TEST_CASE("links: what leans, and larger windows, are found beyond what an edge lists") {
  constexpr std::string_view trees =
      R"(<kind id="k"/><entry id="a" kind="k"><label>Alder</label></entry>
         <entry id="b" kind="k"><label>Birch</label></entry>)";
  std::string items = "# First\n\nThe alder has as its neighbours:\n\n";
  for (int i = 0; i < 60; ++i) items += "- the birch\n";
  const auto quote_in = [&](const std::string& text, Window::Unit unit, PlaceQuestion where) {
    AssembleOptions options;
    options.window.unit = unit;
    const ConceptGraph graph = test::graph_of(trees, {{"t.md", text}}, options);
    const auto rows = find_links(graph, {"k", "k", "co-mentioned", true, true, where});
    if (rows.size() != 1 || !rows[0].quote) return std::string("none");
    return rows[0].quote->text + (rows[0].quote->with ? " +" : "");
  };
  using Unit = Window::Unit;
  const std::string list = items + "\n# Second\n\nThe alder also has:\n\n- one birch\n";
  CHECK(quote_in(list, Unit::passage, {"", "", "Second", {}}) == "- one birch +");
  CHECK(quote_in(list, Unit::document, {"", "", "Second", {}}) == "The alder also has:");
  CHECK(quote_in(list + "\n# Third\n\nThe alder.\n", Unit::passage, {"", "", "Third", {}}) ==
        "none");
  const std::string note = items + "\n# Second\n\nThe alder is old.[^1]\n\n[^1]: So is birch.\n";
  CHECK(quote_in(note, Unit::passage, {"", "", "", {"note"}}) == "[^1]: So is birch. +");
  std::string apart = "# First\n\n";
  for (int i = 0; i < 60; ++i) apart += "The alder and birch stand.\n\n";
  apart += "# Second\n\nThe alder is one. The birch is too.\n\n# Third\n\nAlder, birch.\n";
  CHECK(quote_in(apart, Unit::sentence, {"", "", "Second", {}}) == "none");
  CHECK(quote_in(apart, Unit::sentence, {"", "", "Third", {}}) == "Alder, birch");
}

TEST_CASE("links: texts and their parts are kinds to ask for") {
  CHECK(rows({"person", "article", "", false, true}) ==
        Lines{"ada authored:structure text:v.txt#a1: Ada Quill",
              "ada authored:structure text:v.txt#a3: Ada Quill",
              "bo authored:structure text:v.txt#a2: Bo Marsh"});
  CHECK(rows({"article", "expert", "authored", false, true}) ==
        Lines{"text:v.txt#a2 authored:structure bo: Bo Marsh"});
  CHECK(rows({"section", "article", "contains", false, true}).size() == 2);
  CHECK(rows({"text", "article", "", false, true}).size() == 1);
  CHECK(rows({"mission", "article", "", true, true}).empty());
}
