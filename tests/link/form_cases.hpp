// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/link.hpp"
#include "crossroads/text/read.hpp"
#include "support/check_links.hpp"
#include "support/naive_linker.hpp"

namespace crossroads::test {

/// Labels of entries 0, 1, 2 … ("=" before one: an alias of the entry before it), a text, and what
/// is found in it: "begin-end=entry", candidates apart by "|".
struct FormCase {
  std::string name;
  std::vector<std::string> forms;
  std::string text;
  std::string expected;
};

inline void run(const std::vector<FormCase>& cases) {
  for (const FormCase& c : cases) {
    std::vector<Name> names;
    std::uint32_t entries = 0;
    for (const std::string& form : c.forms) {
      const bool is_label = form[0] != '=';
      if (is_label) ++entries;
      Name name;
      name.text = form.substr(is_label ? 0 : 1);
      name.entry = static_cast<EntryId>(entries - 1);
      name.is_label = is_label;
      names.push_back(name);
    }
    const Document document = read_text("t.txt", c.text, TextFormat::plain);
    const Links links = link(Lexicon::build(ontology_of(names)), document);
    CAPTURE(c.name);
    CAPTURE(c.text);
    CHECK(shown(links) == c.expected);
    CHECK(violations(document, links) == "");
    if (document.passages.size() == 1) CHECK(NaiveLinker(names).links(document) == c.expected);
  }
}

}  // namespace crossroads::test
