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
       "c:1:18: 'e\u0301' is no language tag, such as en or pt-BR [bad-value]"},
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
