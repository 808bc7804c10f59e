// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "crossroads/core/ascii.hpp"
#include "text/citations/citation_parse.hpp"
#include "text/citations/citation_words.hpp"

namespace crossroads {
namespace {

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || is_ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z');
}

/// Bytes of a dash, a quotation mark or the like, which is no letter though it is not ASCII.
std::size_t sign_size(std::string_view text) {
  for (const std::string_view sign : {"\u2013", "\u2014", "\u2018", "\u2019", "\u201C", "\u201D",
                                      "\u00AB", "\u00BB", "\u2010", "\u2011"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

}  // namespace

std::vector<NoteSymbol> note_symbols(std::string_view text, Span within, BareResolution bare) {
  std::vector<SymbolWord> words;
  std::vector<Span> places;
  std::uint32_t gap = within.begin;
  for (std::uint32_t at = within.begin; at < within.end;) {
    const std::size_t sign = sign_size(text.substr(at));
    if (sign > 0 || !is_word_byte(text[at])) {
      at += static_cast<std::uint32_t>(std::max<std::size_t>(sign, 1));
      continue;
    }
    std::uint32_t end = at;
    while (end < within.end && is_word_byte(text[end]) && sign_size(text.substr(end)) == 0) ++end;
    std::string_view before = text.substr(gap, at - gap);
    if (before == "\u2019") before = "'";
    if (before == "\u2010" || before == "\u2011") before = "-";
    words.push_back({text.substr(at, end - at), words.empty() ? std::string_view("\n") : before});
    places.push_back({at, end});
    gap = at = end;
  }
  std::vector<NoteSymbol> symbols;
  for (SymbolMatch& match : match_symbols(words, bare)) {
    symbols.push_back({{places[match.first].begin, places[match.end - 1].end},
                       std::move(match.symbols),
                       std::move(match.year)});
  }
  return symbols;
}

}  // namespace crossroads
