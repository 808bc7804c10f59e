// SPDX-License-Identifier: Apache-2.0
#include "crossroads/text/structure.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"
#include "support/dump_document.hpp"
#include "support/paths.hpp"

using namespace crossroads;
namespace fs = std::filesystem;

namespace {

const std::string text =
    "On Bridges\n\nAda Example\n\nThey stand.1 So.\n\nWooden ones\n\nThey fall.\n\n1 See there.\n";

Document read(const std::string& bytes, const std::string& json, TextFormat format) {
  const Structure structure = read_structure(json, "t.structure.json");
  Document document = read_text("t", bytes, format, {true, &structure});
  CHECK(test::violations(document) == "");
  return document;
}

std::string error_of(const std::string& json) {
  try {
    read(text, json, TextFormat::plain);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("structure: what a person says of passages is obeyed") {
  const Document document = read(text,
                                 R"({"title": "Of bridges", "date": "1998",
      "passages": [{"start": 25, "end": 42, "role": "quote"},
                   {"start": 68, "end": 81, "role": "note"}],
      "notes": [{"mark": "1", "call": [36, 37], "text": 68}]})",
                                 TextFormat::plain);
  CHECK(document.title == "Of bridges");
  CHECK(document.metadata.date == "1998");
  CHECK(test::dump(document) ==
        "heading 0-10: On Bridges\nbyline 12-23: Ada Example\nquote 25-41: They stand.1 So.\n"
        "heading 43-54: Wooden ones\nbody 56-66: They fall.\nnote 68-80: 1 See there.\n");
  CHECK(test::dump_outline(document) ==
        "article On Bridges {Ada Example} p1-p6\n section Wooden ones p4-p6\n"
        "note 1: p6 called in p3 at 36 in On Bridges\n");
}

TEST_CASE("structure: passages are cut and joined") {
  const Document document = read("One two three.\n\nFour five.\n",
                                 R"({"passages": [{"start": 4, "end": 7, "role": "heading"},
                                    {"ranges": [[8, 14], [16, 20]], "role": "body"}]})",
                                 TextFormat::plain);
  CHECK(test::dump(document) ==
        "body 0-3: One\nheading 4-7: two\nbody 8-14 16-20: three.|Four\nbody 21-26: five.\n");
}

TEST_CASE("structure: white space at the ends of a part changes nothing") {
  const Document document =
      read("On Bridges\n\nAda Example\n\nSo.\n",
           R"({"passages": [{"start": 11, "end": 25, "role": "body"}]})", TextFormat::plain);
  CHECK(test::dump(document) ==
        "heading 0-10: On Bridges\nbody 12-23: Ada Example\nbody 25-28: So.\n");
}

TEST_CASE("structure: sections") {
  const Document document = read(text,
                                 R"({"sections": [
      {"start": 43, "kind": "article", "title": "Of wood", "authors": ["Bo Dee"], "level": 1}]})",
                                 TextFormat::plain);
  CHECK(test::dump_outline(document).starts_with(
      "article On Bridges {Ada Example} p1-p3\narticle Of wood {Bo Dee} p4-p6\n"));
}

TEST_CASE("structure: what was understood, written and obeyed, is understood again") {
  for (const auto& file : fs::directory_iterator(test::source_folder() / "examples/briefings")) {
    if (file.path().extension() == ".jsonl") continue;
    const std::string name = file.path().filename().string();
    CAPTURE(name);
    const std::string bytes = real_system()->read_file(file.path().string(), std::size_t{1} << 30U);
    const TextFormat format = format_of(name);
    const Document first = read_text("t", bytes, format);
    std::string json;
    append_structure_json(json, first);
    const Document second = read(bytes, json, format);
    CHECK(test::dump(first) == test::dump(second));
    CHECK(test::dump_outline(first) == test::dump_outline(second));
    std::string again;
    append_structure_json(again, second);
    CHECK(json == again);
  }
}

TEST_CASE("structure: mistakes are refused with their place") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"[]", "t.structure.json: the file: is not an object"},
      {R"({"passage": []})",
       "t.structure.json: the file: there is no member 'passage'; did you mean 'passages'?"},
      {R"({"passages": [{"start": 3}]})",
       "t.structure.json: passages[0]: needs 'start' and 'end', or 'ranges'"},
      {R"({"passages": [{"start": 3, "end": 3}]})",
       "t.structure.json: passages[0]: 3-3 holds nothing"},
      {R"({"passages": [{"start": 0, "end": 3, "role": "title"}]})",
       "t.structure.json: passages[0]: there is no role 'title'"},
      {R"({"passages": [{"start": 0, "end": 5}, {"start": 4, "end": 9}]})",
       "t.structure.json: passages: two of them hold byte 4"},
      {R"({"passages": [{"start": 0, "end": 500}]})",
       "t: its structure file names bytes 0-500, which are no stretch of the text"},
      {R"({"sha256": "00"})", "t: its structure file was made for another version of the text"},
      {R"({"sections": [{"start": 0, "level": 10}]})",
       "t.structure.json: sections[0]: a level is a number from 1 to 9"},
      {R"({"sections": [{"start": 44}]})",
       "t: its structure file says that a section begins at byte 44, where no heading does; one "
       "near begins at 43"},
      {R"({"notes": [{"mark": "1", "call": [36, 400]}]})",
       "t: its structure file says that note '1' is called at bytes 36-400, which lie in no "
       "passage"},
      {R"({"notes": [{"mark": "1"}]})", "t.structure.json: notes[0]: needs 'call' or 'text'"},
      {R"({"notes": [{"mark": "1", "text": 11}]})",
       "t: its structure file says that note '1' stands at byte 11, where no passage is"},
  };
  for (const auto& [json, error] : cases) {
    CAPTURE(json);
    CHECK(error_of(json) == error);
  }
}
