// SPDX-License-Identifier: Apache-2.0
#include "text/formats/text_writer.hpp"

#include <string>

#include <doctest/doctest.h>

#include "support/check_document.hpp"

using namespace crossroads;

TEST_CASE("writer: passages are parted, and what is empty leaves nothing") {
  TextWriter writer("a.docx");
  writer.begin(Role::heading, 2);
  writer.words("  A \t title\u00A0 ");
  CHECK(writer.end() == 0U);
  writer.begin(Role::body);
  writer.marker("\u2022 ");
  writer.words(" \n\u00A0");
  CHECK(!writer.end());
  for (const char* item : {"one", "two"}) {
    writer.begin(Role::list_item, 1, 0);
    writer.marker("\u2022 ");
    writer.words(item);
  }
  writer.begin(Role::table);
  for (const char* cell : {"", "a", "", "b ", ""}) {
    writer.words(cell);
    writer.separator(" | ");
  }
  writer.begin(Role::body);
  writer.words("x");
  writer.line_break();
  writer.words(" y\u2028z\x01");
  writer.line_break();
  const Document document = writer.finish({});
  CHECK(test::violations(document) == "");
  CHECK(document.bytes == "A title\n\n\u2022 one\n\u2022 two\n\na |  | b\n\nx\ny z\n");
  CHECK(document.passages.size() == 5);
  CHECK(document.passages[0].level == 2);
  CHECK(document.passages[1].lead_in == 0U);
}

TEST_CASE("writer: calls, notes and pages") {
  TextWriter writer("a.docx");
  writer.page("i");
  writer.page("ii");
  writer.begin(Role::body);
  writer.words("Word ");
  const std::size_t first = writer.call("1");
  writer.words(" and ");
  writer.page("iii");
  writer.words("more");
  const std::size_t again = writer.call("1");
  writer.same_text(again, first);
  const std::size_t missing = writer.call("2");
  writer.begin(Role::note);
  writer.note_text("1", first);
  writer.words("See.");
  writer.begin(Role::note);
  writer.note_text("*");
  writer.words("Loose.");
  writer.begin(Role::note);
  writer.note_text("9");
  const Document document = writer.finish({});
  CHECK(test::violations(document) == "");
  CHECK(document.bytes == "Word[1] and more[1][2]\n\n[1] See.\n\n[*] Loose.\n");
  REQUIRE(document.notes.size() == 4);
  CHECK(document.notes[first].passage == 1U);
  CHECK(document.notes[again].passage == 1U);
  CHECK(!document.notes[missing].passage);
  CHECK(document.notes[missing].caller == 0U);
  CHECK(document.notes[3].mark == "*");
  CHECK(document.notes[3].passage == 2U);
  CHECK(!document.notes[3].call);
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[0].label == "ii");
  CHECK(document.bytes.substr(document.pages[1].begin, 4) == "more");
}
