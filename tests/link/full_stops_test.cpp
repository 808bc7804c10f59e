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
           {"The U.N.H.C.R. and the U.N.D.P, of old.", ""},
           {"The U.N.M.I.L. and U.N.E.S.C.O went.", ""},
           {"The E.U.N. and the A.B.D.R.C. went.", ""},
           {"It is of the U.N.\u2019s D.R.C.", "U.N.|D.R.C."},
           {"The U.N. A page of A. D.R.C. men.", "U.N.|D.R.C."},
           {"It was in NATO.U.N. pages.", "U.N."},
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

TEST_CASE("full stops: the longest initials are one name") {
  const Ontology ontology =
      test::ontology_of({{.text = "U.N.", .case_rule = CaseRule::exact, .entry = EntryId{0}},
                         {.text = "U.N.D.P.", .case_rule = CaseRule::exact, .entry = EntryId{1}}});
  const Document document =
      read_text("t.txt", "The U.N.D.P. is of the U.N. now.", TextFormat::plain);
  const Links links = link(Lexicon::build(ontology), document);
  REQUIRE(links.mentions.size() == 2);
  CHECK(links.mentions[0].span == Span{4, 12});
  CHECK(links.mentions[0].entry == EntryId{1});
  CHECK(links.mentions[1].span == Span{23, 27});
}
