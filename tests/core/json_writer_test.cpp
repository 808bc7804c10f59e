// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/json.hpp"
#include "crossroads/core/json_writer.hpp"

using namespace crossroads;
using namespace std::string_literals;

namespace {

template <class T>
std::string written(const T& value) {
  std::string out;
  JsonWriter(out).value(value);
  return out;
}

}  // namespace

TEST_CASE("JSON writer: structure") {
  std::string out = "before ";
  JsonWriter json(out);
  json.begin_object().member("a", std::uint64_t{1}).key("b").begin_array();
  json.value("x").begin_object().end_object().begin_array().end_array().value(true).value(false);
  json.end_array().member("c", Span{3, 17}).key("").begin_object().member("d", "e").end_object();
  json.end_object();
  CHECK(out == R"(before {"a":1,"b":["x",{},[],true,false],"c":[3,17],"":{"d":"e"}})");
}

TEST_CASE("JSON writer: lines where they are asked for") {
  std::string out;
  JsonWriter json(out);
  json.begin_object().line().key("a").begin_array();
  json.line().value(std::uint32_t{1}).line().begin_object().end_object().value(std::uint32_t{2});
  json.line().end_array().line().member("b", true).line().end_object();
  CHECK(out == "{\n\"a\":[\n1,\n{},2\n],\n\"b\":true\n}");
}

TEST_CASE("JSON writer: numbers") {
  CHECK(written(std::uint64_t{0}) == "0");
  CHECK(written(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
  CHECK(written(std::uint32_t{4'294'967'295}) == "4294967295");
  struct Case {
    double number;
    const char* text;
  };
  for (const Case& c : std::vector<Case>{
           {0.0, "0"},
           {-0.0, "0"},
           {1.0, "1"},
           {-2.5, "-2.5"},
           {0.1 + 0.2, "0.3"},
           {1.0 / 3, "0.333333"},
           {2.0 / 3, "0.666667"},
           {0.0000005, "1e-06"},
           {0.0000004999, "0"},
           {-0.0000004999, "0"},
           {-0.0000005, "-1e-06"},
           {0.9999996, "1"},
           {123456.7890123, "123456.789012"},
           {1e15, "1e+15"},
           {1e300, "1e+300"},
       }) {
    CAPTURE(c.number);
    CHECK(written(c.number) == c.text);
    CHECK(nlohmann::json::parse(written(c.number)).is_number());
  }
}

TEST_CASE("JSON writer: strings") {
  CHECK(written("") == R"("")");
  CHECK(written("plain") == R"("plain")");
  CHECK(written("\"\\/") == R"("\"\\/")");
  CHECK(written("a\nb\tc\rd\be\ff") == R"("a\nb\tc\rd\be\ff")");
  CHECK(written("\u00E9\u4FDD\U0001F54A\x7F\u2028") == "\"\u00E9\u4FDD\U0001F54A\x7F\u2028\"");
  CHECK(written("a\0b"s) == R"("a\u0000b")");
  CHECK(written(std::string("<\"") + '\x1F') == R"("<\"\u001f")");
}

TEST_CASE("JSON writer: control characters are escaped, and come back") {
  for (int control = 0; control < 0x20; ++control) {
    CAPTURE(control);
    const std::string text = "x"s + static_cast<char>(control) + "y";
    const std::string json = written(text);
    for (const char c : json) CHECK(static_cast<unsigned char>(c) >= 0x20);
    CHECK(nlohmann::json::parse(json).get<std::string>() == text);
    CHECK(*read_json(json, "f").string() == text);
  }
}

TEST_CASE("JSON writer: what is written reads back the same") {
  std::string all;
  for (int c = 0; c < 0x80; ++c) all += static_cast<char>(c);
  all += "\u00E9\uFFFD\U0010FFFF";
  std::string out;
  JsonWriter json(out);
  json.begin_object().member(all, all).member("n", 0.25).key("list").begin_array();
  for (std::uint32_t i = 0; i < 100; ++i) json.line().value(i * i);
  json.end_array().end_object();

  const nlohmann::json theirs = nlohmann::json::parse(out);
  CHECK(theirs.at(all).get<std::string>() == all);
  CHECK(theirs.at("n").get<double>() == 0.25);
  CHECK(theirs.at("list").size() == 100);
  CHECK(theirs.at("list").at(99).get<int>() == 9801);

  const JsonValue ours = read_json(out, "f");
  CHECK(ours.members().at(0).first == all);
  CHECK(*ours.find(all)->string() == all);
  CHECK(ours.find("list")->items().at(99).integer() == 9801);
}
