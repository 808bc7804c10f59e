// SPDX-License-Identifier: Apache-2.0
#include "text/formats/json_lines.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/checksum.hpp"
#include "support/check_document.hpp"

using namespace crossroads;
using Lines = std::vector<std::string>;

namespace {

struct Taken {
  std::vector<Document> documents;
  Lines left_out;
};

/// Read in pieces of `piece` bytes.
Taken read(const std::string& bytes, std::size_t piece = 1'000'000,
           const std::string& encoding = "") {
  Taken taken;
  ReadOptions options;
  options.encoding = encoding;
  JsonLines lines(
      "c.jsonl", options,
      [&](Document document) { taken.documents.push_back(std::move(document)); },
      [&](const Error& error) { taken.left_out.emplace_back(error.what()); });
  for (std::size_t at = 0; at < bytes.size(); at += piece) lines.add(bytes.substr(at, piece));
  lines.finish();
  for (const Document& document : taken.documents) CHECK(test::violations(document) == "");
  return taken;
}

/// "ID|TITLE|AUTHORS|DATE|LANGUAGE|SOURCE|TEXT".
std::string shown(const Document& document) {
  std::string authors;
  for (const std::string& author : document.metadata.authors) {
    authors += (authors.empty() ? "" : ";") + author;
  }
  return document.id + "|" + document.title + "|" + authors + "|" + document.metadata.date + "|" +
         document.metadata.language + "|" + document.metadata.source + "|" + document.bytes;
}

struct Case {
  const char* name;
  const char* line;
  const char* shown;  // or the problem
};

}  // namespace

TEST_CASE("json lines: what a line gives") {
  const std::vector<Case> cases = {
      {"all of it",
       R"({"id":"a","title":"T","date":"2015-06-16","authors":["X","Y"],"language":"en","source":"u","text":"W."})",
       "c.jsonl/a|T|X;Y|2015-06-16|en|u|W."},
      {"the text alone", R"({"text":"W."})", "c.jsonl/1|c.jsonl/1|||||W."},
      {"one author, other members, null", R"({"authors":"X","more":[{}],"date":null,"text":"W."})",
       "c.jsonl/1|c.jsonl/1|X||||W."},
      {"a number as id", R"({"id":17,"text":"W."})", "c.jsonl/17|c.jsonl/17|||||W."},
      {"an id that would be misread", R"({"id":"a#p1 50%\n","text":"W."})",
       "c.jsonl/a%23p1 50%25%0A|c.jsonl/a%23p1 50%25%0A|||||W."},
      {"Markdown", R"({"text":"# A *title*\n\nW.","format":"markdown"})",
       "c.jsonl/1|A title|||||# A *title*\n\nW."},
      {"a date with a time", R"({"date":"2015-06-16T08:00:00Z","text":"W."})",
       "c.jsonl/1|c.jsonl/1||2015-06-16|||W."},
      {"no text", R"({"id":"a"})", "c.jsonl:1: has no 'text'"},
      {"a text of another kind", R"({"text":["W."]})", "c.jsonl:1: its 'text' is not a string"},
      {"authors of another kind", R"({"text":"W.","authors":[1]})",
       "c.jsonl:1: its 'authors' are not strings"},
      {"a format that is not known", R"({"text":"W.","format":"html"})",
       "c.jsonl:1: its 'format' is neither 'plain' nor 'markdown'"},
      {"no object", R"(["text"])", "c.jsonl:1: is not an object"},
      {"cut off", R"({"text":"W.)", "c.jsonl:1:12: ill-formed JSON: the text ends too early"},
      {"not UTF-8", "{\"text\":\"S\xE9l\"}", "c.jsonl:1:11: is not UTF-8: byte e9"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Taken taken = read(c.line);
    if (taken.documents.empty()) {
      CHECK(taken.left_out == Lines{c.shown});
    } else {
      CHECK(taken.left_out.empty());
      CHECK(shown(taken.documents[0]) == c.shown);
      CHECK(taken.documents[0].original->sha256 == sha256(c.line));
      CHECK(taken.documents[0].original->media_type == "application/json");
    }
  }
  CHECK(read(R"({"date":"June","text":"W."})").documents[0].findings ==
        Lines{"its date 'June' is not YYYY[-MM[-DD]]"});
}

TEST_CASE("json lines: in pieces of any size, bad lines left out with their numbers") {
  const std::string bytes =
      "\uFEFF{\"id\":\"a\",\"text\":\"One\"}\r\n\nbad\n  \n{\"id\":\"a\",\"text\":\"again\"}\n"
      "{\"text\":\"Two\"}";
  for (const std::size_t piece : {1U, 2U, 3U, 7U, 1000U}) {
    CAPTURE(piece);
    const Taken taken = read(bytes, piece);
    REQUIRE(taken.documents.size() == 2);
    CHECK(taken.documents[0].id == "c.jsonl/a");
    CHECK(taken.documents[1].id == "c.jsonl/6");
    REQUIRE(taken.left_out.size() == 2);
    CHECK(taken.left_out[0].starts_with("c.jsonl:3:1: ill-formed JSON"));
    CHECK(taken.left_out[1] == "c.jsonl:5: its id is that of line 1");
  }
}

TEST_CASE("json lines: of many bad lines the first are named and the others counted") {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += "{}\n";
  const Taken taken = read(bytes);
  REQUIRE(taken.left_out.size() == 21);
  CHECK(taken.left_out.back() == "c.jsonl: 980 more lines can't be read");
}

TEST_CASE("json lines: other encodings") {
  const Taken latin = read("{\"text\":\"S\xE9l\xE9ka\"}\n", 4, "latin1");
  REQUIRE(latin.documents.size() == 1);
  CHECK(latin.documents[0].bytes == "S\u00E9l\u00E9ka");
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("{\"text\":\"One\"}\n{\"text\":\"Two\"}\n")) {
    wide += c;
    wide += '\0';
  }
  for (const std::size_t piece : {1U, 2U, 3U, 8U, 1000U}) {
    CAPTURE(piece);
    const Taken taken = read(wide, piece);
    REQUIRE(taken.documents.size() == 2);
    CHECK(taken.documents[1].bytes == "Two");
    CHECK(taken.left_out.empty());
  }
  CHECK(read("").documents.empty());
  CHECK(read("{}\n", 1).left_out == Lines{"c.jsonl:1: has no 'text'"});
}
