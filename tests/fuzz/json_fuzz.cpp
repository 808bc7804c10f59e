// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: a value or an Error with its place; what is read can be written and read
// again, and streams change nothing but where elements go.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "crossroads/core/error.hpp"
#include "crossroads/core/json.hpp"
#include "crossroads/core/json_writer.hpp"
#include "fuzz/require.hpp"

namespace {

using namespace crossroads;

using test::require;

std::size_t depth_of(const JsonValue& value) {
  std::size_t deepest = 0;
  for (const JsonValue& item : value.items()) deepest = std::max(deepest, depth_of(item));
  for (const auto& [name, member] : value.members()) {
    deepest = std::max(deepest, depth_of(member));
  }
  const bool nests = value.is(JsonValue::Kind::array) || value.is(JsonValue::Kind::object);
  return deepest + (nests ? 1 : 0);
}

void write(const JsonValue& value, JsonWriter& json) {
  switch (value.kind()) {
    case JsonValue::Kind::null:
      json.value("null");
      return;
    case JsonValue::Kind::boolean:
      json.value(*value.boolean());
      return;
    // As text: the writer has no negative integers, and rounds.
    case JsonValue::Kind::integer:
      json.value(std::to_string(*value.integer()));
      return;
    case JsonValue::Kind::real:
      json.value(std::to_string(*value.number()));
      return;
    case JsonValue::Kind::string:
      json.value(*value.string());
      return;
    case JsonValue::Kind::array:
      json.begin_array();
      for (const JsonValue& item : value.items()) write(item, json);
      json.end_array();
      return;
    case JsonValue::Kind::object:
      json.begin_object();
      for (const auto& [name, member] : value.members()) {
        json.key(name);
        write(member, json);
      }
      json.end_object();
      return;
  }
}

/// "fuzz.json:LINE:COLUMN: ", with a line and a column that the text has; or "fuzz.json: ".
void check_place(std::string_view message, std::string_view text) {
  unsigned long line = 0;
  unsigned long column = 0;
  require(message.starts_with("fuzz.json:"), "an error names its file");
  const std::string copy(message);
  if (std::sscanf(copy.c_str(), "fuzz.json:%lu:%lu: ", &line, &column) != 2) return;
  std::size_t lines = 1;
  for (const char c : text) lines += c == '\n' || c == '\r' ? 1 : 0;
  require(line >= 1 && line <= lines, "an error is in one of the lines");
  require(column >= 1 && column <= text.size() + 1, "an error is in its line");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  JsonValue value;
  try {
    value = read_json(text, "fuzz.json");
  } catch (const Error& error) {
    require(error.kind() == ErrorKind::input, "ill-formed JSON is a fault of the input");
    check_place(error.what(), text);
    return 0;
  }
  require(depth_of(value) <= JsonLimits{}.depth, "nothing is deeper than the limit");
  std::string once;
  JsonWriter first(once);
  write(value, first);
  std::string again;
  JsonWriter second(again);
  write(read_json(once, "again.json"), second);
  require(once == again, "what is written reads back the same");

  std::size_t streamed = 0;
  const JsonValue rest =
      read_json(text, "fuzz.json", {{"a", [&](const JsonValue&) { ++streamed; }}});
  std::size_t kept = 0;
  for (const auto& [name, member] : value.members()) {
    if (name == "a") kept += member.items().size();
  }
  require(streamed == kept, "a stream gets every element of its array");
  require(rest.members().size() == value.members().size(), "and nothing else changes");
  return 0;
}
