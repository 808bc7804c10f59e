// SPDX-License-Identifier: Apache-2.0
#include "store/member_reader.hpp"

#include <fmt/format.h>

#include <limits>

#include "crossroads/core/error.hpp"

namespace crossroads {

void MemberReader::fail(const std::string& what) const {
  const std::string place = list_.empty() ? "" : fmt::format("{}[{}]: ", list_, at_);
  throw Error(ErrorKind::input, fmt::format("{}: {}{}", name_, place, what));
}

std::string MemberReader::text(const JsonValue& object, std::string_view member) const {
  const JsonValue* value = object.find(member);
  if (value == nullptr || value->is(JsonValue::Kind::null)) return {};
  if (const std::string* string = value->string()) return *string;
  fail(fmt::format("'{}' is not a string", member));
}

std::string MemberReader::required(const JsonValue& object, std::string_view member) const {
  std::string value = text(object, member);
  if (value.empty()) fail(fmt::format("'{}' is missing", member));
  return value;
}

std::uint64_t MemberReader::count(const JsonValue& object, std::string_view member) const {
  const JsonValue* value = object.find(member);
  if (value == nullptr) return 0;
  const auto number = value->integer();
  if (!number || *number < 0) fail(fmt::format("'{}' is not a count", member));
  return static_cast<std::uint64_t>(*number);
}

std::uint32_t MemberReader::small_count(const JsonValue& object, std::string_view member) const {
  const std::uint64_t number = count(object, member);
  if (number > std::numeric_limits<std::uint32_t>::max()) {
    fail(fmt::format("'{}' is too large", member));
  }
  return static_cast<std::uint32_t>(number);
}

bool MemberReader::truth(const JsonValue& object, std::string_view member) const {
  const JsonValue* value = object.find(member);
  if (value == nullptr) return false;
  if (const auto truth = value->boolean()) return *truth;
  fail(fmt::format("'{}' is neither true nor false", member));
}

double MemberReader::number(const JsonValue& object, std::string_view member) const {
  const JsonValue* value = object.find(member);
  if (value == nullptr) return 0;
  if (const auto number = value->number()) return *number;
  fail(fmt::format("'{}' is not a number", member));
}

const std::vector<JsonValue>& MemberReader::array(const JsonValue& object,
                                                  std::string_view member) const {
  static const std::vector<JsonValue> none;
  const JsonValue* value = object.find(member);
  if (value == nullptr) return none;
  if (!value->is(JsonValue::Kind::array)) fail(fmt::format("'{}' is not a list", member));
  return value->items();
}

std::vector<std::string> MemberReader::texts(const JsonValue& object,
                                             std::string_view member) const {
  std::vector<std::string> list;
  for (const JsonValue& item : array(object, member)) {
    if (item.string() == nullptr) fail(fmt::format("'{}' holds what is not a string", member));
    list.push_back(*item.string());
  }
  return list;
}

Span MemberReader::span(const JsonValue& value) const {
  constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
  if (value.items().size() == 2) {
    const auto begin = value.items()[0].integer();
    const auto end = value.items()[1].integer();
    if (begin && end && 0 <= *begin && *begin < *end && *end <= most) {
      return {static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*end)};
    }
  }
  fail("a span is not [begin, end] with begin before end");
}

std::vector<Span> MemberReader::spans(const JsonValue& object, std::string_view member) const {
  std::vector<Span> list;
  for (const JsonValue& item : array(object, member)) list.push_back(span(item));
  return list;
}

Span MemberReader::required_span(const JsonValue& object, std::string_view member) const {
  const JsonValue* value = object.find(member);
  if (value == nullptr) fail(fmt::format("'{}' is missing", member));
  return span(*value);
}

Provenance MemberReader::provenance(const JsonValue& object) const {
  return {texts(object, "sources"), text(object, "locator")};
}

Period MemberReader::period(const JsonValue& object) const {
  return {text(object, "since"), text(object, "until")};
}

}  // namespace crossroads
