// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"

namespace crossroads {

/// Writes JSON text piece by piece onto a string, without white space but for the line breaks that
/// are asked for. The calls must form a JSON text; strings must be well-formed UTF-8. Equal calls
/// give equal bytes. Not thread-safe.
class JsonWriter {
 public:
  /// `out` must outlive the writer; what it holds already stays.
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  /// The next element or member begins on a line of its own.
  JsonWriter& line();
  JsonWriter& key(std::string_view name);

  JsonWriter& null();
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  JsonWriter& value(std::uint64_t number);
  JsonWriter& value(std::uint32_t number) { return value(std::uint64_t{number}); }
  /// Rounded to 6 decimals; REQUIRES: finite.
  JsonWriter& value(double number);
  /// [begin, end] as an array of two numbers.
  JsonWriter& value(Span span);

  template <class T>
  JsonWriter& member(std::string_view name, const T& what) {
    key(name);
    return value(what);
  }

 private:
  void separate();

  std::string& out_;
  std::vector<bool> filled_;  // whether each open array or object has an element
  bool after_key_ = false;
  bool line_ = false;
};

}  // namespace crossroads
