// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/utf8.hpp"

using namespace crossroads;
using namespace std::string_view_literals;

namespace {

bool is_scalar_value(char32_t value) {
  return value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

/// A sequence as Unicode, table 3-7 has it: the bytes allowed at each place.
struct Row {
  std::vector<std::pair<int, int>> bytes;
};

const std::vector<Row> table_3_7 = {
    {{{0x00, 0x7F}}},
    {{{0xC2, 0xDF}, {0x80, 0xBF}}},
    {{{0xE0, 0xE0}, {0xA0, 0xBF}, {0x80, 0xBF}}},
    {{{0xE1, 0xEC}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {{{0xED, 0xED}, {0x80, 0x9F}, {0x80, 0xBF}}},
    {{{0xEE, 0xEF}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {{{0xF0, 0xF0}, {0x90, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {{{0xF1, 0xF3}, {0x80, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {{{0xF4, 0xF4}, {0x80, 0x8F}, {0x80, 0xBF}, {0x80, 0xBF}}},
};

bool in_table(std::string_view sequence) {
  for (const Row& row : table_3_7) {
    if (row.bytes.size() != sequence.size()) continue;
    bool fits = true;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      const int byte = static_cast<unsigned char>(sequence[i]);
      fits = fits && row.bytes[i].first <= byte && byte <= row.bytes[i].second;
    }
    if (fits) return true;
  }
  return false;
}

/// find_invalid_utf8() by the table.
std::optional<std::size_t> naive_find_invalid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t size = 1;
    while (size <= 4 && !(at + size <= text.size() && in_table(text.substr(at, size)))) ++size;
    if (size > 4) return at;
    at += size;
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("UTF-8: up to four bytes are well-formed exactly where table 3-7 has it") {
  // All values at the first two places, those next to a limit behind them.
  const std::string behind = "\x7F\x80\xBF\xC0";
  std::size_t checked = 0;
  std::size_t wrong = 0;
  const auto check = [&](const std::string& text) {
    ++checked;
    if (find_invalid_utf8(text) != naive_find_invalid(text)) ++wrong;
  };
  for (int first = 0; first < 256; ++first) {
    const std::string one(1, static_cast<char>(first));
    check(one);
    for (int second = 0; second < 256; ++second) {
      const std::string two = one + static_cast<char>(second);
      check(two);
      for (const char third : behind) {
        check(two + third);
        for (const char fourth : behind) check(two + third + fourth);
      }
    }
  }
  CHECK(checked > 1'000'000);
  CHECK(wrong == 0);
}

TEST_CASE("UTF-8: where ill-formed text goes wrong") {
  struct Case {
    const char* name;
    std::string_view text;
    std::optional<std::size_t> at;
  };
  // Many after Markus Kuhn's decoder stress test.
  for (const Case& c : std::vector<Case>{
           {"empty", "", std::nullopt},
           {"a Greek word", "\u03BA\u1F79\u03C3\u03BC\u03B5"sv, std::nullopt},
           {"zero bytes", "a\0b\0"sv, std::nullopt},
           {"first of each length", "\u0080\u0800\U00010000"sv, std::nullopt},
           {"last of each length", "\x7F\u07FF\uFFFF\U0010FFFF"sv, std::nullopt},
           {"around the surrogates", "\uD7FF\uE000"sv, std::nullopt},
           {"a byte order mark", "\xEF\xBB\xBFx"sv, std::nullopt},
           {"noncharacters", "\uFFFE\uFDD0\U0001FFFF"sv, std::nullopt},
           {"stray continuation", "ab\x80"sv, 2},
           {"two stray continuations", "\u00E9\xBF\x80"sv, 2},
           {"a lead at the end", "ab\xC3"sv, 2},
           {"a lead, then a space", "\xC3 "sv, 0},
           {"three bytes without the last", "abcdefgh\xE2\x82"sv, 8},
           {"four bytes without the last", "\xF0\x9F\x95"sv, 0},
           {"four bytes, the last a letter", "a\xF0\x9F\x95z"sv, 1},
           {"FE", "\xFE"sv, 0},
           {"FF", "a\xFF"sv, 1},
           {"overlong slash, 2", "\xC0\xAF"sv, 0},
           {"overlong slash, 3", "\xE0\x80\xAF"sv, 0},
           {"overlong slash, 4", "\xF0\x80\x80\xAF"sv, 0},
           {"overlong, 5", "\xF8\x80\x80\x80\xAF"sv, 0},
           {"overlong, 6", "\xFC\x80\x80\x80\x80\xAF"sv, 0},
           {"longest overlong, 2", "\xC1\xBF"sv, 0},
           {"longest overlong, 3", "\xE0\x9F\xBF"sv, 0},
           {"longest overlong, 4", "\xF0\x8F\xBF\xBF"sv, 0},
           {"overlong zero", "a\xC0\x80"sv, 1},
           {"first surrogate", "\xED\xA0\x80"sv, 0},
           {"last surrogate", "\xED\xBF\xBF"sv, 0},
           {"a pair of surrogates", "\xED\xA0\x80\xED\xB0\x80"sv, 0},
           {"past U+10FFFF", "\xF4\x90\x80\x80"sv, 0},
           {"far past", "\xF7\xBF\xBF\xBF"sv, 0},
           {"ISO 8859-1", "caf\xE9 au lait"sv, 3},
           {"behind eight and sixteen plain bytes", "0123456789abcdef\x80"sv, 16},
           {"across an eight-byte boundary", "0123456\xC3\xA9\xE9"sv, 9},
       }) {
    CAPTURE(c.name);
    CHECK(find_invalid_utf8(c.text) == c.at);
  }
}

TEST_CASE("UTF-8: every scalar value goes in and out, forwards and backwards") {
  std::string text;
  std::vector<std::size_t> begins;
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (!is_scalar_value(value)) continue;
    begins.push_back(text.size());
    append_utf8(text, value);
  }
  CHECK(begins.size() == 0x110000 - 0x800);
  CHECK_FALSE(find_invalid_utf8(text));
  begins.push_back(text.size());

  std::size_t wrong = 0;
  char32_t value = 0;
  for (std::size_t i = 0; i + 1 < begins.size(); ++i, ++value) {
    if (value == 0xD800) value = 0xE000;
    const CodePoint at = code_point_at(text, begins[i]);
    const CodePoint before = code_point_before(text, begins[i + 1]);
    const std::size_t size = begins[i + 1] - begins[i];
    const std::size_t expected = value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
    if (at.value != value || before.value != value || at.size != size || before.size != size ||
        size != expected) {
      ++wrong;
    }
  }
  CHECK(value == 0x110000);
  CHECK(wrong == 0);
}
