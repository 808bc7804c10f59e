// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/link.hpp"
#include "crossroads/text/read.hpp"
#include "support/naive_linker.hpp"

using namespace crossroads;

TEST_CASE("full stops: those of initials are theirs") {
  const Ontology ontology =
      test::ontology_of({{.text = "U.N.", .case_rule = CaseRule::exact, .entry = EntryId{0}},
                         {.text = "D.R.C.", .case_rule = CaseRule::exact, .entry = EntryId{1}},
                         {.text = "Mali", .entry = EntryId{2}}});
  const Lexicon lexicon = Lexicon::build(ontology);
  struct Case {
    std::string text;
    std::string expected;
  };
  for (const Case& test : std::vector<Case>{
           {"The U.N. peacekeeper left the D.R.C. then.", "U.N.|D.R.C."},
           {"It was the U.N.", "U.N."},
           {"It was the U.N.\u2019s own.", "U.N."},
           {"It was the U.N, once.", "U.N"},
           {"It was the U.N... once.", "U.N"},
           {"A page of U.N.ORG, too.", "U.N"},
           {"It was in Mali. Then it was not.", "Mali"},
       }) {
    CAPTURE(test.text);
    const Document document = read_text("t.txt", test.text, TextFormat::plain);
    std::string surfaces;
    for (const Mention& mention : link(lexicon, document).mentions) {
      if (!surfaces.empty()) surfaces += '|';
      surfaces += document.bytes.substr(mention.span.begin, mention.span.size());
    }
    CHECK(surfaces == test.expected);
  }
}
