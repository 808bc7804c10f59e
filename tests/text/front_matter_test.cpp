// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"

using namespace crossroads;

namespace {

struct Case {
  const char* name;
  const char* yaml;
  const char* shown;  // "TITLE|AUTHORS|DATE|LANGUAGE|SOURCE"
};

std::string shown(const Document& document) {
  std::string authors;
  for (const std::string& author : document.metadata.authors) {
    authors += (authors.empty() ? "" : ";") + author;
  }
  return document.title + "|" + authors + "|" + document.metadata.date + "|" +
         document.metadata.language + "|" + document.metadata.source;
}

}  // namespace

TEST_CASE("front matter: what it says of a Markdown text") {
  const std::vector<Case> cases = {
      {"nothing", "x: y", "Heading||||"},
      {"plain values",
       "title: A title: with a colon # and a comment\nauthor: Jane Doe\n"
       "date: 2015-06\nlang: en-GB\nsource: https://a.example/#x",
       "A title: with a colon|Jane Doe|2015-06|en-GB|https://a.example/#x"},
      {"quoted values", "title: \"A \\\"title\\\" \\u00e9 #1\"\nauthor: 'O''Brien'",
       "A \"title\" \u00E9 #1|O'Brien|||"},
      {"a list below", "authors:\n  - Jane Doe\n  - \"John Roe\"\ntitle: T",
       "T|Jane Doe;John Roe|||"},
      {"a list at the margin", "author:\n- Jane Doe\n- John Roe # he\n",
       "Heading|Jane Doe;John Roe|||"},
      {"a list in brackets", "authors: [Jane Doe, 'Roe, John', \"X\"]",
       "Heading|Jane Doe;Roe, John;X|||"},
      {"mappings with names",
       "author:\n  - name: Jane Doe\n    affiliation: IPI\n  - name: John Roe",
       "Heading|Jane Doe;John Roe|||"},
      {"folded and literal", "title: >-\n  A title\n  in two lines\nsource: |\n  https://a.example",
       "A title in two lines||||https://a.example"},
      {"a value that goes on", "title: A title\n  in two lines", "A title in two lines||||"},
      {"no values", "title:\nauthor: []\ndate: ~\nlang: null", "Heading||||"},
      {"comments and lines of other kinds", "# title: no\n\nnothing\n: x\n- y\ntitle: T", "T||||"},
      {"names of other cases are others", "Title: T", "Heading||||"},
      {"a day with its time", "date: 2015-06-16 10:00:00 +0200", "Heading||2015-06-16||"},
      {"brackets and quotes left open", "authors: [A, \"B\ntitle: 'T", "T|A;B|||"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const std::string text = "---\n" + std::string(c.yaml) + "\n---\n\n# Heading\n\nWords.\n";
    const Document document = read_text("t.md", text, TextFormat::markdown);
    CHECK(test::violations(document) == "");
    CHECK(shown(document) == c.shown);
  }
}

TEST_CASE("front matter: what can't be used is said") {
  const Document document = read_text(
      "t.md", "---\ndate: June 2015\nlang: English, mostly\n---\nWords.\n", TextFormat::markdown);
  CHECK(document.metadata.date.empty());
  CHECK(document.metadata.language.empty());
  CHECK(document.findings ==
        std::vector<std::string>{"its date 'June 2015' is not YYYY[-MM[-DD]]",
                                 "its language 'English, mostly' is not a tag such as 'en' or "
                                 "'pt-BR'"});
}

TEST_CASE("front matter: not of plain text") {
  CHECK(read_text("t.txt", "---\ntitle: T\n---\n\nWords.\n", TextFormat::plain).title != "T");
}
