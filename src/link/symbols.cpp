// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/symbols.hpp"

#include <algorithm>
#include <array>

#include "crossroads/core/ascii.hpp"
#include "link/symbol_words.hpp"

namespace crossroads {

std::vector<SymbolWord> symbol_words(std::string_view text, const std::vector<Word>& words) {
  std::vector<SymbolWord> out;
  out.reserve(words.size());
  for (const Word& word : words) {
    const std::string_view spelled = text.substr(word.span.begin, word.span.size());
    out.push_back({word.in_address ? std::string_view() : spelled,
                   word.barrier ? std::string_view("\n") : std::string_view(word.before)});
  }
  return out;
}

std::vector<SymbolPlace> find_symbols(const Document& document) {
  const BareResolution bare = names_security_council(document.bytes)
                                  ? BareResolution::security_council
                                  : BareResolution::unknown;
  std::vector<SymbolPlace> places;
  for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
    if (!holds_words(document.passages[i].role)) continue;
    const std::vector<Word> words = words_of(document.bytes, document.passages[i].ranges);
    for (SymbolMatch& match : match_symbols(symbol_words(document.bytes, words), bare)) {
      const Span span{words[match.first].span.begin, words[match.end - 1].span.end};
      places.push_back({span, i, std::move(match.symbols), std::move(match.year)});
    }
  }
  std::sort(places.begin(), places.end(),
            [](const SymbolPlace& a, const SymbolPlace& b) { return a.span < b.span; });
  return places;
}

std::vector<std::string> symbols_of_form(std::string_view form) {
  if (std::none_of(form.begin(), form.end(), is_ascii_digit)) return {};
  const std::array whole{Span{0, static_cast<std::uint32_t>(form.size())}};
  const std::vector<Word> words = words_of(form, whole);
  std::vector<SymbolMatch> matches =
      match_symbols(symbol_words(form, words), BareResolution::unknown);
  if (matches.size() != 1 || matches.front().first != 0) return {};
  const std::size_t end = matches.front().end + (matches.front().year.empty() ? 0 : 1);
  if (end != words.size()) return {};
  return std::move(matches.front().symbols);
}

SymbolIndex index_symbols(const Ontology& ontology) {
  SymbolIndex index;
  for (std::size_t i = 0; i < ontology.entries.size(); ++i) {
    const auto entry = static_cast<EntryId>(i);
    for (const Form& form : ontology.entries[i].forms) {
      if (form.banned) continue;
      for (std::string& symbol : symbols_of_form(form.text)) {
        std::vector<EntryId>& entries = index[std::move(symbol)];
        if (entries.empty() || entries.back() != entry) entries.push_back(entry);
      }
    }
  }
  return index;
}

std::vector<EntryId> entries_of(const SymbolIndex& index, const std::vector<std::string>& symbols) {
  std::vector<EntryId> entries;
  for (const std::string& symbol : symbols) {
    const auto known = index.find(symbol);
    if (known == index.end()) continue;
    entries.insert(entries.end(), known->second.begin(), known->second.end());
  }
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

}  // namespace crossroads
