// SPDX-License-Identifier: Apache-2.0
#include "bench/peers/reference.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <functional>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads::bench {
namespace {

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (word_at(text, at)) at += code_point_at(text, at).size;
  return at;
}

}  // namespace

bool word_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto point = static_cast<UChar32>(code_point_at(text, at).value);
  return u_isalnum(point) != 0 || (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
}

bool word_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  do {
    --at;
  } while (at > 0 && is_continuation(text[at]));
  return word_at(text, at);
}

std::string expression_of(std::string_view name, std::string_view boundary) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const auto is_word = [&](char c) { return is_ascii(c) && word_at(std::string_view(&c, 1), 0); };
  std::string expression(is_word(name.front()) ? boundary : "");
  for (const char c : name) {
    if (std::string_view("\\.+*?()|[]{}^$").find(c) != std::string_view::npos) expression += '\\';
    expression += c;
  }
  if (is_word(name.back())) expression += boundary;
  return expression;
}

Reference::Reference(const std::vector<ListedName>& names) {
  for (const ListedName& name : names) {
    const std::string small = ascii_lower(name.text);
    if (!names_.emplace(small, Known{name.text, name.exact}).second) {
      throw Error(ErrorKind::input, name.text + ": in the list twice", "");
    }
    lengths_[small.substr(0, word_end(small, 0))].push_back(
        static_cast<std::uint32_t>(small.size()));
  }
  for (auto& [word, lengths] : lengths_) {
    std::sort(lengths.begin(), lengths.end(), std::greater<>());
    lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
  }
}

bool Reference::is_name(std::string_view text, Span place) const {
  if (place.end > text.size() || word_before(text, place.begin) || word_at(text, place.end)) {
    return false;
  }
  const std::string_view found = text.substr(place.begin, place.size());
  const auto name = names_.find(ascii_lower(found));
  return name != names_.end() && (!name->second.exact || name->second.text == found);
}

std::size_t Reference::longest_at(std::string_view text, std::size_t at) const {
  const std::size_t end = word_end(text, at);
  const auto lengths = lengths_.find(ascii_lower(text.substr(at, end - at)));
  if (lengths == lengths_.end()) return at;
  for (const std::uint32_t length : lengths->second) {
    const auto begin = static_cast<std::uint32_t>(at);
    if (is_name(text, {begin, begin + length})) return at + length;
  }
  return at;
}

Places Reference::find(std::string_view text, std::size_t from, std::size_t stop) const {
  Places places;
  for (std::size_t at = from; at < text.size();) {
    if (!word_at(text, at)) {
      at += code_point_at(text, at).size;
      continue;
    }
    if (at >= stop) break;
    const std::size_t end = longest_at(text, at);
    if (end > at) {
      places.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      at = end;
    } else {
      at = word_end(text, at);
    }
  }
  return places;
}

}  // namespace crossroads::bench
