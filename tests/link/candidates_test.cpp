// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <doctest/doctest.h>

#include "crossroads/link/candidates.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/text/read.hpp"

using namespace crossroads;

TEST_CASE("candidates: who wrote what is cited, and the ontology does not have") {
  Ontology ontology;
  Entry known;
  known.id = "ada-lind";
  known.kinds = {"person"};
  Form label;
  label.text = "Ada Lind";
  label.is_label = true;
  known.forms.push_back(label);
  ontology.entries.push_back(known);

  const Document document = read_text(
      "t.md",
      "# A\n\nSo.[^1] And so.[^2]\n\n"
      "[^1]: Ada Lind and B. Stern (2014) ‘Salt’, Slow Studies 7 (4): 1–7; Lind, A. (2013) Sand. "
      "Oslo: Fjord.\n"
      "[^2]: Bo Stern (2011) ‘Rivers’, in Carl de Holm (ed.) Handbook of Rivers. Lund: Holm; "
      "United Nations, Report on the Valley, A/70/95, 2 May 2015.\n",
      TextFormat::markdown);
  const Links links = link(Lexicon::build(ontology), document);
  std::string found;
  for (const PersonCandidate& person :
       unknown_persons(ontology, document, find_citations(document), links)) {
    found += person.family + ", " + person.given + ":";
    for (const Span span : person.spans) {
      found += " " + document.bytes.substr(span.begin, span.size());
    }
    found += "; ";
  }
  CHECK(found == "de Holm, Carl: Carl de Holm; Stern, Bo: B. Stern Bo Stern; ");
}
