// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/link/annotation.hpp"

using namespace crossroads;

namespace {

/// What reading says is wrong; empty if nothing.
std::string refusal(const std::string& lines, const AnnotationOptions& options = {}) {
  try {
    read_annotations(lines, "m.jsonl", options);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    return error.what();
  }
  return {};
}

constexpr const char* plain = R"({"document":"a.txt","start":3,"end":7,"entry":"ford"})";

}  // namespace

TEST_CASE("annotations: four members are enough") {
  const auto mentions = read_annotations(std::string(plain) + "\n", "m.jsonl");
  REQUIRE(mentions.size() == 1);
  CHECK(mentions[0].document == "a.txt");
  CHECK(mentions[0].span == Span{3, 7});
  CHECK(mentions[0].entry == "ford");
  CHECK(mentions[0].kind == "");
  CHECK_FALSE(mentions[0].optional);
  CHECK_FALSE(mentions[0].core);
  CHECK(mentions[0].line == 1);
}

TEST_CASE("annotations: all that a line may say") {
  const auto mentions = read_annotations(
      "\uFEFF\r\n"
      R"({"document":"a","start":3,"end":9,"entry":"x","kind":"place","zone":"note","surface":"über",)"
      R"("optional":true,"group":"y","core_start":3,"core_end":5,"parts":[[3,5],[8,9]],"label":null})"
      "\r\n  \n" +
          std::string(plain),
      "m.jsonl");
  REQUIRE(mentions.size() == 2);
  CHECK(mentions[0].kind == "place");
  CHECK(mentions[0].zone == "note");
  CHECK(mentions[0].surface == "über");
  CHECK(mentions[0].optional);
  CHECK(mentions[0].group == "y");
  REQUIRE(mentions[0].core);
  CHECK(*mentions[0].core == Span{3, 5});
  CHECK(mentions[0].line == 2);
  CHECK(mentions[1].line == 4);
}

TEST_CASE("annotations: another member that makes optional") {
  const std::string lines = R"({"document":"a","start":3,"end":9,"entry":"x","anaphora":true})"
                            "\n"
                            R"({"document":"a","start":3,"end":9,"entry":"x","anaphora":false})";
  const auto mentions = read_annotations(lines, "m.jsonl", {.optional = "anaphora"});
  CHECK(mentions[0].optional);
  CHECK_FALSE(mentions[1].optional);
  CHECK_FALSE(read_annotations(lines, "m.jsonl")[0].optional);
}

TEST_CASE("annotations: one clear error with its place") {
  struct Case {
    const char* line;
    const char* expected;
  };
  for (const Case& test : {
           Case{"{", "m.jsonl:2: ill-formed JSON: the text ends too early"},
           {"[1]", "m.jsonl:2: is no JSON object"},
           {"\"a\xff\"", "m.jsonl:2: is not UTF-8"},
           {R"({"start":1,"end":2,"entry":"x"})", "m.jsonl:2: has no \"document\""},
           {R"({"document":"","start":1,"end":2,"entry":"x"})", "m.jsonl:2: has no \"document\""},
           {R"({"document":7,"start":1,"end":2,"entry":"x"})",
            "m.jsonl:2: its \"document\" is no string"},
           {R"({"document":"a","end":2,"entry":"x"})", "m.jsonl:2: has no \"start\""},
           {R"({"document":"a","start":"1","end":2,"entry":"x"})",
            "m.jsonl:2: its \"start\" is no number of bytes"},
           {R"({"document":"a","start":-1,"end":2,"entry":"x"})",
            "m.jsonl:2: its \"start\" is no number of bytes"},
           {R"({"document":"a","start":1.0,"end":2,"entry":"x"})",
            "m.jsonl:2: its \"start\" is no number of bytes"},
           {R"({"document":"a","start":1,"end":4294967296,"entry":"x"})",
            "m.jsonl:2: its \"end\" is no number of bytes"},
           {R"({"document":"a","start":2,"end":2,"entry":"x"})",
            "m.jsonl:2: its \"end\" is not behind its \"start\""},
           {R"({"document":"a","start":1,"end":2})", "m.jsonl:2: has no \"entry\""},
           {R"({"document":"a","start":1,"end":2,"entry":"x","optional":"yes"})",
            "m.jsonl:2: its \"optional\" is neither true nor false"},
           {R"({"document":"a","start":1,"end":2,"entry":"x","core_start":1})",
            "m.jsonl:2: has no \"core_end\""},
           {R"({"document":"a","start":1,"end":2,"entry":"x","core_start":1,"core_end":3})",
            "m.jsonl:2: its core is not within it"},
       }) {
    CAPTURE(test.line);
    CHECK(refusal(std::string(plain) + "\n" + test.line + "\n") == test.expected);
  }
}

TEST_CASE("annotations: limits") {
  const std::string two = std::string(plain) + "\n" + plain + "\n";
  CHECK(refusal(two, {.limits = {.lines = 2}}) == "");
  CHECK(refusal(two, {.limits = {.lines = 1}}) == "m.jsonl:2: more than 1 lines");
  CHECK(refusal(two, {.limits = {.line_bytes = 20}}) == "m.jsonl:1: a line of more than 20 bytes");
  CHECK(refusal(std::string(100'000, '[')) == "m.jsonl:1: JSON is nested more than 16 deep");
}

TEST_CASE("annotations: names of entries") {
  const EntryNames names =
      read_entry_names("# ours\ttheirs\na\tA\nb\tthe B\tanother column\n\n", "n.tsv");
  CHECK(names == EntryNames{{"a", "A"}, {"b", "the B"}});
  for (const auto& [lines, expected] : {
           std::pair{"a A\n", "n.tsv:1: has no tab between two names"},
           {"a\tA\n\tB\n", "n.tsv:2: lacks a name beside the tab"},
           {"a\t\n", "n.tsv:1: lacks a name beside the tab"},
           {"a\tA\na\tB\n", "n.tsv:2: 'a' is replaced twice"},
       }) {
    CHECK_THROWS_WITH_AS(read_entry_names(lines, "n.tsv"), expected, Error);
  }
}

TEST_CASE("annotations: what was annotated") {
  const auto ranges = read_annotated_ranges(
      "{\"document\":\"a\"}\n{\"document\":\"b\",\"start\":5,\"end\":9}\n", "r.jsonl");
  REQUIRE(ranges.size() == 2);
  CHECK(ranges[0].span == Span{0, 0xFFFFFFFF});
  CHECK(ranges[1].document == "b");
  CHECK(ranges[1].span == Span{5, 9});
  CHECK_THROWS_WITH_AS(read_annotated_ranges("{\"document\":\"b\",\"start\":5}", "r.jsonl"),
                       "r.jsonl:1: has no \"end\"", Error);
}
