// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/json_writer.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

namespace crossroads {
namespace {

/// What stands behind the backslash for a character that JSON must escape; 0 for none, 'u' for
/// those without a short form.
constexpr std::array<char, 256> escapes = [] {
  std::array<char, 256> table{};
  for (std::size_t control = 0; control < 0x20; ++control) table[control] = 'u';
  table['"'] = '"';
  table['\\'] = '\\';
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  return table;
}();

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const char escape = escapes[byte];
    if (escape == 0) continue;
    out += text.substr(plain, i - plain);
    plain = i + 1;
    out += '\\';
    out += escape;
    if (escape == 'u') {
      out += "00";
      out += digits[byte >> 4U];
      out += digits[byte & 0xFU];
    }
  }
  out += text.substr(plain);
  out += '"';
}

template <class T>
void append_number(std::string& out, T number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), end.ptr);
}

}  // namespace

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!filled_.empty()) {
    if (filled_.back()) out_ += ',';
    filled_.back() = true;
  }
  if (line_) out_ += '\n';
  line_ = false;
}

JsonWriter& JsonWriter::begin_object() {
  separate();
  out_ += '{';
  filled_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  assert(!filled_.empty());
  filled_.pop_back();
  if (line_) out_ += '\n';
  line_ = false;
  out_ += '}';
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  out_ += '[';
  filled_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  assert(!filled_.empty());
  filled_.pop_back();
  if (line_) out_ += '\n';
  line_ = false;
  out_ += ']';
  return *this;
}

JsonWriter& JsonWriter::line() {
  line_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_quoted(out_, name);
  out_ += ':';
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  append_quoted(out_, text);
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
  separate();
  out_ += truth ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::value(std::uint64_t number) {
  separate();
  append_number(out_, number);
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  assert(std::isfinite(number));
  separate();
  constexpr double scale = 1e6;
  const double scaled = number * scale;
  // A number so large has no decimals to round.
  const double rounded = std::isfinite(scaled) ? std::round(scaled) / scale : number;
  append_number(out_, rounded == 0 ? 0.0 : rounded);  // no "-0"
  return *this;
}

JsonWriter& JsonWriter::value(Span span) {
  return begin_array().value(span.begin).value(span.end).end_array();
}

}  // namespace crossroads
