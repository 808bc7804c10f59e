// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/json.hpp"
#include "crossroads/core/span.hpp"
#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// Reads members of JSON objects as what they must be: what is absent is empty, what is of another
/// type is an Error (input) that names the file and the node or edge at hand.
class MemberReader {
 public:
  /// `name` must outlive the reader.
  explicit MemberReader(const std::string& name) : name_(name) {}

 protected:
  /// At the node or edge that is being read, if one is.
  [[noreturn]] void fail(const std::string& what) const;

  std::string text(const JsonValue& object, std::string_view member) const;
  std::string required(const JsonValue& object, std::string_view member) const;
  std::uint64_t count(const JsonValue& object, std::string_view member) const;
  std::uint32_t small_count(const JsonValue& object, std::string_view member) const;
  bool truth(const JsonValue& object, std::string_view member) const;
  double number(const JsonValue& object, std::string_view member) const;
  const std::vector<JsonValue>& array(const JsonValue& object, std::string_view member) const;
  std::vector<std::string> texts(const JsonValue& object, std::string_view member) const;
  Span span(const JsonValue& value) const;
  std::vector<Span> spans(const JsonValue& object, std::string_view member) const;
  Span required_span(const JsonValue& object, std::string_view member) const;
  Provenance provenance(const JsonValue& object) const;
  Period period(const JsonValue& object) const;

  const std::string& name_;
  std::string_view list_;  // for messages: "nodes" or "edges", and the one being read
  std::size_t at_ = 0;
};

}  // namespace crossroads
