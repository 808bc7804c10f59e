// SPDX-License-Identifier: Apache-2.0
#include "pipeline/corpus_json.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace crossroads;
using Lines = std::vector<std::string>;

namespace {

struct Bad {
  const char* json;
  const char* finding;
};

std::string first_line(const Diagnostic& finding) {
  return to_string(finding.at) + ": " + finding.message + " [" + finding.code + "]";
}

}  // namespace

TEST_CASE("corpus.json: what it says") {
  std::vector<Diagnostic> findings;
  const CorpusJson json = read_corpus_json(
      "{\"default\": {\"language\": \"en\", \"authors\": \"X\"},\n"
      " \"texts\": {\"a.txt\": {\"title\": \"T\", \"authors\": [\"Y\", \"Z\"]},\n"
      "  \"d/b.pdf\": {\"date\": \"2015-06\", \"source\": \"u\"}}}",
      "corpus.json", findings);
  CHECK(findings.empty());
  CHECK(json.defaults.metadata.language == "en");
  CHECK(json.defaults.metadata.authors == Lines{"X"});
  REQUIRE(json.texts.size() == 2);
  CHECK(json.texts.at("a.txt").title == "T");
  CHECK(json.texts.at("a.txt").metadata.authors == Lines{"Y", "Z"});
  CHECK(json.texts.at("d/b.pdf").metadata.date == "2015-06");
  CHECK(json.texts.at("d/b.pdf").metadata.source == "u");
  CHECK(to_string(json.places.at("d/b.pdf")) == "corpus.json:3:3");
}

TEST_CASE("corpus.json: mistakes, each at its place") {
  const std::vector<Bad> cases = {
      {"[]", "c:1:1: a corpus.json is an object: {…} [bad-value]"},
      {"{\n \"text\": {}}",
       "c:2:2: there is no 'text' here; did you mean 'texts'? [unknown-member]"},
      {"{\"texts\": []}", "c:1:2: 'texts' is an object: {…} [bad-value]"},
      {"{\"default\": {\"title\": \"T\"}}", "c:1:14: there is no 'title' here [unknown-member]"},
      {"{\"texts\": {\"a\": {\"auhtors\": []}}}",
       "c:1:18: there is no 'auhtors' here; did you mean 'authors'? [unknown-member]"},
      {"{\"texts\": {\"a\": {\"date\": \"2015-13\"}}}",
       "c:1:26: '2015-13' is no date: YYYY, YYYY-MM or YYYY-MM-DD [bad-value]"},
      {"{\"texts\": {\"a\": {\"date\": 2015}}}", "c:1:18: 'date' is a string [bad-value]"},
      {"{\"texts\": {\"a\": {\"language\": \"e\\u0301\"}}}",
       "c:1:30: 'e\u0301' is no language tag, such as en or pt-BR [bad-value]"},
      {"{\"texts\": {\"a\": {\"authors\": [1]}}}",
       "c:1:18: 'authors' is a list of strings [bad-value]"},
      {"{\"texts\": {\"../a\": {}}}",
       "c:1:12: a text is named by its path below the folder of this file [bad-value]"},
      {"{\"texts\": {\"a\": {}, \"a\": {}}}", "c:1:21: 'a' stands here twice [bad-value]"},
  };
  for (const Bad& c : cases) {
    CAPTURE(c.json);
    std::vector<Diagnostic> findings;
    read_corpus_json(c.json, "c", findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == Severity::error);
    CHECK(first_line(findings[0]) == c.finding);
  }
  std::vector<Diagnostic> findings;
  CHECK_THROWS_AS(read_corpus_json("{\"texts\": ", "c", findings), Error);
}

TEST_CASE("corpus.json: places behind names in another spelling and what is passed over") {
  std::vector<Diagnostic> findings;
  const CorpusJson json = read_corpus_json(
      "{\"x\": [\"texts\", {\"\\u0061\": \"q\\\"\\\\\"}],\r\n"
      " \"texts\": {\"\\u0061.txt\": {\"tit\\u006Ce\": \"b.txt\", \"odd\": \"b.txt\"},\r"
      "  \"\\/x\": {\"b.txt\": [\"b.txt\"]},\n"
      "  \"\u00E9\": 1, \"b.txt\": {\"authors\": [\"c\", 1, [\"d\"]], \"date\": \"d\"}}}",
      "c", findings);
  REQUIRE(json.places.size() == 2);
  CHECK(to_string(json.places.at("a.txt")) == "c:2:12");
  CHECK(to_string(json.places.at("b.txt")) == "c:4:11");
  CHECK(json.texts.at("a.txt").title == "b.txt");
  Lines places;
  for (const Diagnostic& finding : findings) places.push_back(to_string(finding.at));
  CHECK(places == Lines{"c:1:2", "c:2:50", "c:3:3", "c:4:3", "c:4:21", "c:4:57"});
  CHECK(findings[2].line == "  \"\\/x\": {\"b.txt\": [\"b.txt\"]},");
}

TEST_CASE("corpus.json: a hundred thousand texts on a line, each with its place and a mistake") {
  constexpr std::size_t texts = 200'000;
  std::string bytes = "{\"texts\": {";
  for (std::size_t i = 0; i < texts; ++i) {
    bytes += (i == 0 ? "\"" : ",\"") + std::to_string(i) + ".txt\":{\"titel\":\"A title\"}";
  }
  bytes += "}}";
  std::vector<Diagnostic> findings;
  // Where each place is counted from the start, this takes longer than CTest allows.
  const CorpusJson json = read_corpus_json(bytes, "c", findings);
  CHECK(json.places.size() == texts);
  const std::size_t last = bytes.find("\"199999.txt");
  CHECK(json.places.at("199999.txt").column == last + 1);
  REQUIRE(findings.size() == texts);
  CHECK(findings.back().at.column == last + 15);
  CHECK(findings.back().line.empty());
}
