// SPDX-License-Identifier: Apache-2.0
#include "text/formats/sniff.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace crossroads;
using namespace std::string_literals;

namespace {

struct Case {
  const char* name;
  std::string bytes;
  TextFormat format;
};

}  // namespace

TEST_CASE("sniff: what bytes say, and else the name") {
  const std::string zip = "PK\x03\x04\x14\0\0\0"s;
  const std::vector<Case> cases = {
      {"t.txt", "A text.", TextFormat::plain},
      {"t.md", "# A text.", TextFormat::markdown},
      {"report", "%PDF-1.7\n", TextFormat::pdf},
      {"t.txt", "%PDF-1.7\n", TextFormat::pdf},
      {"t.pdf", "junk\n%PDF-1.4", TextFormat::pdf},
      {"t.txt", "I wrote %PDF-1.4", TextFormat::plain},
      {"t.pdf", "<!DOCTYPE html>\n<p>Not found", TextFormat::html},
      {"report", "\uFEFF\n <!doctype HTML PUBLIC", TextFormat::html},
      {"report", "<!-- saved -->\n<html lang=en>", TextFormat::html},
      {"t.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html>", TextFormat::html},
      {"report", "<htmlish>", TextFormat::plain},
      {"t.xml", "<?xml version='1.0'?><!-- > -->\n<TEI xmlns='x'>", TextFormat::tei},
      {"report", "<tei:TEI xmlns:tei='x'>", TextFormat::tei},
      {"t.txt", zip + "word/document.xml", TextFormat::docx},
      {"report", zip + "mimetypeapplication/epub+zip", TextFormat::epub},
      {"report", zip + "mimetypeapplication/vnd.oasis.opendocument.text", TextFormat::odt},
      {"report", "{\"text\": \"W.\"}\n", TextFormat::json_lines},
      {"t.txt", "{\"text\": \"W.\"}\n", TextFormat::plain},
      {"report", "{\"entry\": \"W.\"}\n", TextFormat::plain},
      {"t.jsonl", "<html>", TextFormat::json_lines},
      {"t.html", "plain", TextFormat::html},
      {"", "", TextFormat::plain},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CAPTURE(c.bytes);
    CHECK(sniff(c.name, c.bytes, format_of(c.name)) == c.format);
  }
}

TEST_CASE("sniff: binary or text") {
  CHECK(looks_binary("\0"s));
  CHECK(looks_binary("S\0a\0"s));
  CHECK(looks_binary("\x80\x01\x02\xFF"));
  CHECK_FALSE(looks_binary(""));
  CHECK_FALSE(looks_binary("S\xE9l\xE9ka in Latin-1"));
  CHECK_FALSE(looks_binary("\xFF\xFES\0a\0"s));
  CHECK_FALSE(looks_binary("page\f\x1B[1mbold\x1B[0m\ttab"));
  CHECK_FALSE(looks_binary("one stray zero\0 among words"s));
  // A character that the beginning cuts in two says nothing.
  CHECK_FALSE(looks_binary(std::string(8191, 'a') + "\u00E9" + std::string(100, '\x01')));
}

TEST_CASE("sniff: lines with texts") {
  CHECK(may_hold_texts("{\"text\":\"a\"}"));
  CHECK(may_hold_texts("\uFEFF\n {\"id\":1,\"text\":\"a\"}\n{}"));
  CHECK(may_hold_texts("{\"id\":1,\"text\":\"a, cut o"));
  CHECK_FALSE(may_hold_texts("{\"document\":\"a\",\"start\":1}\n"));
  CHECK_FALSE(may_hold_texts("{\"text\":1}\n"));
  CHECK_FALSE(may_hold_texts("[\"text\"]\n"));
  CHECK_FALSE(may_hold_texts(""));
}
