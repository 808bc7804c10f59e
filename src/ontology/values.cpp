// SPDX-License-Identifier: Apache-2.0
#include "ontology/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}

char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
char upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

struct Block {
  char32_t first;
  char32_t last;
};

/// Beyond ASCII: what holds neither letters nor digits.
constexpr std::array wordless{
    Block{0x80, 0xA9},     Block{0xAB, 0xB4},     Block{0xB6, 0xB9},       Block{0xBB, 0xBF},
    Block{0xD7, 0xD7},     Block{0xF7, 0xF7},     Block{0x300, 0x36F},     Block{0x2000, 0x2070},
    Block{0x2072, 0x207E}, Block{0x2080, 0x208F}, Block{0x20A0, 0x20FF},   Block{0x2190, 0x2BFF},
    Block{0x3000, 0x3004}, Block{0x3008, 0x3020}, Block{0xE000, 0xF8FF},   Block{0xFE00, 0xFE6F},
    Block{0xFEFF, 0xFF0F}, Block{0xFFE0, 0xFFFF}, Block{0x1F000, 0x1F0FF}, Block{0x1F200, 0x1FAFF}};

}  // namespace

bool is_id(std::string_view text) {
  const auto starts = [](char c) { return is_lower(c) || is_ascii_digit(c); };
  return !text.empty() && starts(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return starts(c) || c == '.' || c == '_' || c == '-'; });
}

bool is_url(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon + 1 == text.size()) return false;
  const std::string_view scheme = text.substr(0, colon);
  const auto may_stand = [](char c) {
    return is_letter(c) || is_ascii_digit(c) || c == '+' || c == '-' || c == '.';
  };
  return !scheme.empty() && is_letter(scheme.front()) &&
         std::all_of(scheme.begin(), scheme.end(), may_stand) &&
         text.find(' ') == std::string_view::npos;
}

bool is_number(std::string_view text) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc() && read.ptr == end && std::isfinite(number);
}

std::string canonical_language(std::string_view tag) {
  std::string result;
  bool inner = false;  // behind the first subtag, and no single letter before it ("en-x-us")
  for (std::size_t begin = 0; begin < tag.size();) {
    const std::size_t end = std::min(tag.find('-', begin), tag.size());
    const std::size_t size = end - begin;
    for (std::size_t i = begin; i < end; ++i) {
      const bool capital = inner && (size == 2 || (size == 4 && i == begin));
      result += capital ? upper(tag[i]) : lower(tag[i]);
    }
    if (end < tag.size()) result += '-';
    inner = size > 1 && (inner || begin == 0);
    begin = end + 1;
  }
  return result;
}

bool has_letter_or_digit(std::string_view form) {
  for (std::size_t at = 0; at < form.size();) {
    const CodePoint point = code_point_at(form, at);
    at += point.size;
    if (point.value < 0x80) {
      const char c = static_cast<char>(point.value);
      if (is_letter(c) || is_ascii_digit(c)) return true;
    } else if (std::none_of(wordless.begin(), wordless.end(), [&](const Block& block) {
                 return block.first <= point.value && point.value <= block.last;
               })) {
      return true;
    }
  }
  return false;
}

}  // namespace crossroads
