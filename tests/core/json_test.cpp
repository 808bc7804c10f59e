// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/core/json.hpp"
#include "support/paths.hpp"

using namespace crossroads;
using namespace std::string_view_literals;
namespace fs = std::filesystem;

namespace {

using Kind = JsonValue::Kind;

/// The value as compact JSON, strings as they are; what a test compares.
std::string dump(const JsonValue& value) {
  switch (value.kind()) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return *value.boolean() ? "true" : "false";
    case Kind::integer:
      return std::to_string(*value.integer());
    case Kind::real:
      return "real " + std::to_string(*value.number());
    case Kind::string:
      return "'" + *value.string() + "'";
    case Kind::array:
      break;
    case Kind::object:
      break;
  }
  std::string text;
  for (const JsonValue& item : value.items()) text += (text.empty() ? "" : ",") + dump(item);
  for (const auto& [name, member] : value.members()) {
    text += (text.empty() ? "" : ",") + name + ":" + dump(member);
  }
  return value.is(Kind::array) ? "[" + text + "]" : "{" + text + "}";
}

/// The message of the error, or what was read.
std::string outcome(std::string_view text, const JsonLimits& limits = {}) {
  try {
    return dump(read_json(text, "f.json", {}, limits));
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    return error.what();
  }
}

struct Case {
  std::string_view text;
  std::string expected;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(std::string(c.text));
    CHECK(outcome(c.text) == c.expected);
  }
}

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

}  // namespace

TEST_CASE("JSON: what is read") {
  check({
      {"null", "null"},
      {" \t\r\n true \n", "true"},
      {"false", "false"},
      {"0", "0"},
      {"-0", "0"},
      {"9223372036854775807", "9223372036854775807"},
      {"-9223372036854775808", "-9223372036854775808"},
      {"9223372036854775808", "real 9223372036854775808.000000"},
      {"-9223372036854775809", "real -9223372036854775808.000000"},
      {"1.0", "real 1.000000"},
      {"-2.5e-1", "real -0.250000"},
      {"1E3", "real 1000.000000"},
      {R"("")", "''"},
      {R"("\"\\\/\b\f\n\r\t")", "'\"\\/\b\f\n\r\t'"},
      {R"("\u0041\u00e9\u4FDD\ud83d\udd4a")", "'A\u00E9\u4FDD\U0001F54A'"},
      {"\"\u00E9\U0010FFFF\x7F\"", "'\u00E9\U0010FFFF\x7F'"},
      {"[]", "[]"},
      {"{}", "{}"},
      {"[1,[2,{}],\"x\"]", "[1,[2,{}],'x']"},
      {R"({"b":1,"a":[],"":{"c":null}})", "{b:1,a:[],:{c:null}}"},
      {R"({"a":1,"a":2})", "{a:1,a:2}"},
      {"\xEF\xBB\xBF[1]", "[1]"},
  });
  const JsonValue zero = read_json(R"("a\u0000b")", "f.json");
  REQUIRE(zero.string() != nullptr);
  CHECK(*zero.string() == "a\0b"sv);
}

TEST_CASE("JSON: what is refused, with its place") {
  const std::string lead = "ill-formed JSON: ";
  const std::string value = lead + "syntax error while parsing value - ";
  const std::string key = lead + "syntax error while parsing object key - ";
  const std::string early = lead + "the text ends too early";
  check({
      {"", "f.json:1:1: " + early},
      {" \n", "f.json:2:1: " + early},
      {"[1", "f.json:1:3: " + early},
      {"[1,\n\n", "f.json:3:1: " + early},
      {"{\"a\":", "f.json:1:6: " + early},
      {"\"abc", "f.json:1:5: " + early},
      {"nul", "f.json:1:4: " + early},
      {"-", "f.json:1:2: " + early},
      {"1.", "f.json:1:3: " + early},
      {"[1,\n2,]", "f.json:2:3: " + value + "unexpected ']'; expected '[', '{', or a literal"},
      {"[\r\n1,\r\n}", "f.json:3:1: " + value + "unexpected '}'; expected '[', '{', or a literal"},
      {"]", "f.json:1:1: " + value + "unexpected ']'; expected '[', '{', or a literal"},
      {"[1 2]", "f.json:1:4: " + lead +
                    "syntax error while parsing array - unexpected number literal; expected ']'"},
      {"{\"a\":[1,2}",
       "f.json:1:10: " + lead + "syntax error while parsing array - unexpected '}'; expected ']'"},
      {"{\"a\":1,}", "f.json:1:8: " + key + "unexpected '}'; expected string literal"},
      {"{\"\u00E9\":1,}", "f.json:1:8: " + key + "unexpected '}'; expected string literal"},
      {"{\"a\" 1}",
       "f.json:1:6: " + lead +
           "syntax error while parsing object separator - unexpected number literal; expected ':'"},
      {"01", "f.json:1:2: " + value + "unexpected number literal; expected end of input"},
      {"1e999", "f.json:1:5: " + lead + "number overflow parsing '1e999'"},
      {"NaN", "f.json:1:1: " + value + "invalid literal; last read: 'N'"},
      {"'a'", "f.json:1:1: " + value + "invalid literal; last read: '''"},
      {"// c\n1", "f.json:1:1: " + value + "invalid literal; last read: '/'"},
      {R"("\x")", "f.json:1:3: " + value +
                      "invalid string: forbidden character after backslash; last read: '\"\\x'"},
      {"\"a\nb\"", "f.json:1:3: " + value +
                       "invalid string: control character U+000A (LF) must be escaped to \\u000A "
                       "or \\n; last read: '\"a<U+000A>'"},
  });
}

TEST_CASE("JSON: not UTF-8") {
  for (const std::string_view bad : {"\"\xE9\""sv, "\"\xC0\xAF\""sv, "\"\xED\xA0\x80\""sv,
                                     "\"\xF4\x90\x80\x80\""sv, "\xFF"sv, "\xFF\xFE[\0]\0"sv}) {
    CHECK(outcome(bad).starts_with("f.json:1:"));
  }
}

// nlohmann/json takes a zero byte for the end of the text, and reads nothing behind it: a graph
// with anything behind a zero byte was read without a word. Refused before it parses.
TEST_CASE("JSON: a zero byte does not end the text") {
  CHECK(outcome("[1]\0"sv).starts_with("f.json:1:4: "));
  CHECK(outcome("[1]\0 and more"sv).starts_with("f.json:1:4: "));
}

TEST_CASE("JSON: depth") {
  CHECK(outcome(nested(64)) == nested(64));
  CHECK(outcome(nested(65)).starts_with("f.json"));
  CHECK(outcome(nested(65)).ends_with("JSON is nested more than 64 deep"));
  CHECK(outcome(nested(1'000'000)).ends_with("JSON is nested more than 64 deep"));
  CHECK(outcome(std::string(1'000'000, '[')).ends_with("JSON is nested more than 64 deep"));
  JsonLimits limits;
  limits.depth = 1;
  CHECK(outcome("[{}]", limits).ends_with("JSON is nested more than 1 deep"));
  CHECK(outcome("[1]", limits) == "[1]");
  limits.depth = 200;
  CHECK(outcome(nested(200), limits) == nested(200));
}

TEST_CASE("JSON: values by kind") {
  const JsonValue value =
      read_json(R"({"n":null,"b":true,"i":7,"r":0.5,"s":"x","a":[1],"s":"y"})", "f.json");
  REQUIRE(value.find("b") != nullptr);
  CHECK(value.find("b")->boolean() == true);
  CHECK(value.find("i")->integer() == 7);
  CHECK(value.find("i")->number() == 7.0);
  CHECK(value.find("r")->number() == 0.5);
  CHECK_FALSE(value.find("r")->integer());
  CHECK_FALSE(value.find("s")->number());
  CHECK_FALSE(value.find("i")->boolean());
  CHECK(value.find("i")->string() == nullptr);
  CHECK(*value.find("s")->string() == "y");  // of equal names, the last
  CHECK(value.members().size() == 7);
  CHECK(value.find("a")->items().size() == 1);
  CHECK(value.find("a")->find("a") == nullptr);
  CHECK(value.find("n")->is(Kind::null));
  CHECK(value.find("z") == nullptr);
}

TEST_CASE("JSON: streams take the elements of the root's arrays, one by one") {
  std::string seen;
  const auto take = [&](JsonValue value) { seen += dump(value) + ";"; };
  const JsonValue rest = read_json(
      R"({"a":1,"nodes":[{"id":1},[2],"x"],"edges":{"nodes":[5]},"other":[3],"nodes":[4]})",
      "f.json", {{"nodes", take}, {"edges", take}, {"absent", take}});
  CHECK(seen == "{id:1};[2];'x';4;");
  CHECK(dump(rest) == "{a:1,nodes:[],edges:{nodes:[5]},other:[3],nodes:[]}");

  seen.clear();
  CHECK(dump(read_json(R"([{"nodes":[1]}])", "f.json", {{"nodes", take}})) == "[{nodes:[1]}]");
  CHECK(seen.empty());
}

TEST_CASE("JSON: what a stream throws comes out; what it took before a mistake it took") {
  CHECK_THROWS_AS(
      read_json(R"({"a":[1]})", "f", {{"a", [](JsonValue) { throw std::logic_error("no"); }}}),
      std::logic_error);
  int taken = 0;
  CHECK_THROWS_AS(read_json(R"({"a":[1,2,}})", "f", {{"a", [&](JsonValue) { ++taken; }}}), Error);
  CHECK(taken == 2);
}

TEST_CASE("JSON: JSONTestSuite") {
  const fs::path folder = test::shared_folder() / "suites/json/test_parsing";
  if (!fs::exists(folder)) {
    MESSAGE("skipped: no ", folder.string());
    return;
  }
  std::size_t read = 0;
  std::size_t refused = 0;
  std::size_t either_read = 0;
  std::size_t either_refused = 0;
  for (const auto& item : fs::directory_iterator(folder)) {
    const std::string name = item.path().filename().string();
    CAPTURE(name);
    std::ifstream stream(item.path(), std::ios::binary);
    REQUIRE(stream);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    bool accepted = true;
    try {
      JsonLimits limits;
      limits.depth = 1000;
      read_json(text, name, {}, limits);
    } catch (const Error& error) {
      accepted = false;
      CHECK(error.kind() == ErrorKind::input);
      CHECK(std::string_view(error.what()).starts_with(name));
    }
    if (name.starts_with("y_")) CHECK(accepted);
    if (name.starts_with("n_")) CHECK_FALSE(accepted);
    read += name.starts_with("y_") ? 1U : 0U;
    refused += name.starts_with("n_") ? 1U : 0U;
    if (name.starts_with("i_")) ++(accepted ? either_read : either_refused);
  }
  MESSAGE("JSONTestSuite: ", read, " to be read, ", refused, " to be refused, of the others ",
          either_read, " read and ", either_refused, " refused");
  CHECK(read >= 95);
  CHECK(refused >= 188);
}
