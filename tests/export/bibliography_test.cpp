// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "crossroads/export/bibliography.hpp"

using namespace crossroads;

namespace {

Vertex work(std::string id, std::vector<std::pair<std::string, std::string>> attributes) {
  Vertex vertex;
  vertex.id = std::move(id);
  vertex.kinds = {"work"};
  vertex.label = vertex.id;
  for (auto& [name, value] : attributes) vertex.attributes.push_back({name, value, {}, {}});
  return vertex;
}

ConceptGraph some_works() {
  GraphParts parts;
  parts.vertices = {work("work:lind-2014-salt", {{"type", "article"},
                                                 {"author", "Lind, Ada"},
                                                 {"author", "de Stern, B."},
                                                 {"title", "Salt & 50% {sand} of #1_a"},
                                                 {"year", "2014"},
                                                 {"container", "Slow Studies"},
                                                 {"volume", "7"},
                                                 {"issue", "4"},
                                                 {"pages", "1–7"},
                                                 {"url", "https://x.org/a_b%20c#d~e"}}),
                    work("work:s-2014-957", {{"type", "document"},
                                             {"corporate-author", "United Nations"},
                                             {"title", "Report } of ~ the \\ valley"},
                                             {"year", "2014"},
                                             {"date", "24 December 2014"},
                                             {"status", "forthcoming"},
                                             {"symbol", "S/2014/957"},
                                             {"symbol", "A/69/1"}})};
  return ConceptGraph(std::move(parts));
}

}  // namespace

TEST_CASE("bibliography: BibTeX, escaped") {
  CHECK(write_bibtex(some_works()) ==
        "@article{lind-2014-salt,\n"
        "  author = {Lind, Ada and de Stern, B.},\n"
        "  title = {{Salt \\& 50\\% \\{sand\\} of \\#1\\_a}},\n"
        "  journal = {Slow Studies},\n"
        "  volume = {7},\n"
        "  number = {4},\n"
        "  pages = {1--7},\n"
        "  year = {2014},\n"
        "  url = {https://x.org/a_b%20c#d~e}\n"
        "}\n"
        "\n"
        "@techreport{s-2014-957,\n"
        "  author = {{United Nations}},\n"
        "  title = {{Report ) of \\textasciitilde{} the \\textbackslash{} valley}},\n"
        "  number = {S/2014/957, A/69/1},\n"
        "  year = {2014},\n"
        "  month = dec,\n"
        "  day = {24},\n"
        "  note = {forthcoming}\n"
        "}\n");
}

TEST_CASE("bibliography: CSL-JSON") {
  CHECK(
      write_csl_json(some_works()) ==
      "[\n"
      R"({"id":"lind-2014-salt","type":"article-journal","author":[{"family":"Lind","given":"Ada"},{"family":"de Stern","given":"B."}],"title":"Salt & 50% {sand} of #1_a","container-title":"Slow Studies","volume":"7","issue":"4","page":"1–7","issued":{"date-parts":[[2014]]},"URL":"https://x.org/a_b%20c#d~e"},)"
      "\n"
      R"({"id":"s-2014-957","type":"report","author":[{"literal":"United Nations"}],"title":"Report } of ~ the \\ valley","number":"S/2014/957, A/69/1","issued":{"date-parts":[[2014,12,24]]},"status":"forthcoming"})"
      "\n]\n");
}

TEST_CASE("bibliography: nothing cited, nothing written") {
  const ConceptGraph empty{GraphParts{}};
  CHECK(write_bibtex(empty).empty());
  CHECK(write_csl_json(empty) == "[\n]\n");
}
