// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/lexicon.hpp"
#include "link/lexicon_data.hpp"

using namespace crossroads;

TEST_CASE("lexicon: the case rule that a form's shape gives") {
  for (const char* form :
       {"PoC", "MINUSMA", "M23", "CAR", "R2P", "CANs", "UN", "RUF", "HRuF", "E10", "UN-led",
        "the UN", "McDonald", "\u00C9U", "U2", "2B", "resolution A2"}) {
    CAPTURE(form);
    CHECK(case_rule_by_shape(form) == CaseRule::exact);
  }
  for (const char* form :
       {"Al-Shabaab", "Mali", "protection of civilians", "Force Intervention Brigade", "Mayi-Mayi",
        "resolution 2098", "A 2", "A-B", "S/2000/809", "", "3", "\u00C9tat", "J. J. Hentz",
        "N'Djamena", "\u4E2D\u6587"}) {
    CAPTURE(form);
    CHECK(case_rule_by_shape(form) == CaseRule::ignore);
  }
}

TEST_CASE("lexicon: forms without a letter or digit are left out") {
  Ontology ontology;
  for (const char* text : {"", "-", "\u2026 (!)", " "}) {
    Form form;
    form.text = text;
    ontology.entries.emplace_back().forms.push_back(form);
  }
  const Lexicon lexicon = Lexicon::build(ontology);
  CHECK(lexicon.data().names.empty());
}
