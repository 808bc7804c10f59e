// SPDX-License-Identifier: Apache-2.0
#include "text/pdf/tags.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <utility>

#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

constexpr double farthest = 1e6;
constexpr std::size_t longest_reference = 10;  // "&#x10FFFF;"

/// The code point of "&amp;", "&#233;" or "&#xE9;" at the start of `text`, and its length.
CodePoint reference_at(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char32_t>, 6> named{{{"&amp;", '&'},
                                                                        {"&lt;", '<'},
                                                                        {"&gt;", '>'},
                                                                        {"&quot;", '"'},
                                                                        {"&apos;", '\''},
                                                                        {"&nbsp;", 0xA0}}};
  for (const auto& [name, value] : named) {
    if (text.starts_with(name)) return {value, name.size()};
  }
  const std::size_t end = text.substr(0, longest_reference).find(';');
  if (!text.starts_with("&#") || end == text.npos) return {};
  const bool hexadecimal = text.substr(2).starts_with('x');
  const char* const first = text.data() + (hexadecimal ? 3 : 2);
  std::uint32_t value = 0;
  const auto [stop, error] =
      std::from_chars(first, text.data() + end, value, hexadecimal ? 16 : 10);
  const bool scalar = value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  if (error != std::errc{} || stop != text.data() + end || !scalar) return {};
  return {value, end + 1};
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

void append_character(std::string& out, char32_t c) {
  if (c == ' ' || (c >= '\t' && c <= '\r')) {
    if (!out.ends_with(' ')) out += ' ';
  } else if (!is_control(c)) {
    append_utf8(out, c);
  }
}

/// Appends text without references and tags.
void append_plain(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t valid = find_invalid_utf8(text).value_or(text.size());
    for (std::size_t at = 0; at < valid;) {
      const CodePoint point = code_point_at(text.substr(0, valid), at);
      append_character(out, point.value);
      at += point.size;
    }
    if (valid < text.size()) append_utf8(out, 0xFFFD);
    text.remove_prefix(std::min(valid + 1, text.size()));
  }
}

}  // namespace

bool TagScanner::next() {
  const std::size_t open = markup_.find('<', at_);
  if (open == markup_.npos) return false;
  const std::size_t close = std::min(markup_.find('>', open), markup_.size());
  std::string_view tag = markup_.substr(open + 1, close - open - 1);
  const std::size_t name_end = std::min(tag.find_first_of(" \t\r\n"), tag.size());
  name_ = tag.substr(0, name_end);
  inside_ = tag.substr(name_end);
  at_ = std::min(close + 1, markup_.size());
  return true;
}

std::string_view TagScanner::content() const {
  const std::string_view rest = markup_.substr(at_);
  return rest.substr(0, rest.find('<'));
}

std::string_view TagScanner::content_up_to(std::string_view closing) const {
  const std::string_view rest = markup_.substr(at_);
  return rest.substr(0, rest.find(closing));
}

std::optional<std::string_view> TagScanner::attribute(std::string_view name) const {
  for (std::size_t at = inside_.find(name); at != inside_.npos; at = inside_.find(name, at + 1)) {
    const std::string_view rest = inside_.substr(at + name.size());
    if (at == 0 || inside_[at - 1] != ' ' || !rest.starts_with("=\"")) continue;
    const std::size_t end = rest.find('"', 2);
    if (end != rest.npos) return rest.substr(2, end - 2);
  }
  return std::nullopt;
}

std::optional<double> TagScanner::number(std::string_view name) const {
  const auto value = attribute(name);
  if (!value) return std::nullopt;
  double number = 0;
  const auto [stop, error] = std::from_chars(value->data(), value->data() + value->size(), number);
  const bool whole = error == std::errc{} && stop == value->data() + value->size();
  if (!whole || !std::isfinite(number) || std::abs(number) > farthest) return std::nullopt;
  return number;
}

void append_characters(std::string& out, std::string_view markup) {
  while (!markup.empty()) {
    const std::size_t plain = std::min(markup.find_first_of("&<"), markup.size());
    append_plain(out, markup.substr(0, plain));
    markup.remove_prefix(plain);
    if (markup.empty()) return;
    if (markup.front() == '<') {
      markup.remove_prefix(std::min(markup.find('>'), markup.size() - 1) + 1);
      continue;
    }
    const CodePoint point = reference_at(markup);
    append_character(out, point.size == 0 ? U'&' : point.value);
    markup.remove_prefix(std::max<std::size_t>(point.size, 1));
  }
}

}  // namespace crossroads
