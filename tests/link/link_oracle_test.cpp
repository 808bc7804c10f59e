// SPDX-License-Identifier: Apache-2.0
//
// The linker against one that is slow and obvious: all small cases, and many random ones.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/link/link.hpp"
#include "support/check_links.hpp"
#include "support/naive_linker.hpp"
#include "text/words/broken_words.hpp"

using namespace crossroads;
using test::Name;

namespace {

Ontology ontology_of(const std::vector<Name>& names) {
  Ontology ontology;
  for (const Name& name : names) {
    while (ontology.entries.size() <= static_cast<std::size_t>(name.entry)) {
      ontology.entries.emplace_back().id = "e" + std::to_string(ontology.entries.size());
    }
    Form form;
    form.text = name.text;
    form.case_rule = name.exact ? CaseRule::exact : CaseRule::ignore;
    ontology.entries[static_cast<std::size_t>(name.entry)].forms.push_back(form);
  }
  return ontology;
}

Document document_of(std::string text, std::vector<Span> ranges) {
  Document document;
  document.id = "t";
  document.bytes = std::move(text);
  document.passages.push_back({std::move(ranges), Role::body});
  return document;
}

std::string listed(const std::vector<Name>& names) {
  std::string out;
  for (const Name& name : names) out += (name.exact ? "exact '" : "'") + name.text + "' ";
  return out;
}

/// Whether both find the same; says what they find where not.
bool agree(const Lexicon& lexicon, const std::vector<Name>& names, const Document& document) {
  const Links links = test::before_choice(link(lexicon, document, {.reasons = Reasons::on}));
  const std::string found = test::shown(links);
  const std::string expected =
      test::naive_links(names, document.bytes, document.passages[0].ranges, document.broken_words);
  const std::string wrong = test::violations(document, links);
  if (found == expected && wrong.empty()) return true;
  MESSAGE("names: ", listed(names), "\ntext: [", document.bytes, "]\nfound ", found, "\nshould ",
          expected, "\n", wrong);
  return false;
}

/// All texts over an alphabet of up to `longest` symbols.
std::vector<std::string> texts_over(std::string_view alphabet, std::size_t longest) {
  std::vector<std::string> texts{""};
  for (std::size_t begin = 0, length = 0; length < longest; ++length) {
    const std::size_t end = texts.size();
    for (; begin < end; ++begin) {
      for (const char symbol : alphabet) texts.push_back(texts[begin] + symbol);
    }
  }
  return texts;
}

std::size_t compare_all(const std::vector<std::vector<Name>>& lexicons, std::size_t longest) {
  std::vector<Document> documents;
  for (const std::string& text : texts_over("ab -\n", longest)) {
    documents.push_back(document_of(text, {{0, static_cast<std::uint32_t>(text.size())}}));
  }
  std::size_t wrong = 0;
  for (const std::vector<Name>& names : lexicons) {
    const Lexicon lexicon = Lexicon::build(ontology_of(names));
    for (const Document& document : documents) {
      if (!agree(lexicon, names, document) && ++wrong > 5) return wrong;
    }
  }
  MESSAGE(lexicons.size(), " lexicons x ", documents.size(), " texts");
  return wrong;
}

std::vector<Name> lexicon_of(const std::vector<std::string>& texts) {
  std::vector<Name> names;
  for (const std::string& text : texts) {
    names.push_back({text, false, static_cast<EntryId>(names.size())});
  }
  return names;
}

/// All names of up to three symbols that begin with one of `first` and end with a letter.
std::vector<std::string> small_names(std::string_view first) {
  std::vector<std::string> names;
  for (const std::string& name : texts_over("ab -", 3)) {
    const auto is_letter = [](char c) { return c == 'a' || c == 'b'; };
    if (!name.empty() && first.find(name.front()) != first.npos && is_letter(name.back())) {
      names.push_back(name);
    }
  }
  return names;
}

/// All choices of up to `most` names.
std::vector<std::vector<Name>> lexicons_of(const std::vector<std::string>& names,
                                           std::size_t most) {
  std::vector<std::vector<std::string>> chosen{{}};
  for (const std::string& name : names) {
    for (std::size_t i = 0, count = chosen.size(); i < count; ++i) {
      if (chosen[i].size() == most) continue;
      chosen.push_back(chosen[i]);
      chosen.back().push_back(name);
    }
  }
  std::vector<std::vector<Name>> lexicons;
  for (const auto& choice : chosen) lexicons.push_back(lexicon_of(choice));
  return lexicons;
}

}  // namespace

TEST_CASE("link oracle: up to three names of up to three symbols, every text of up to four") {
  CHECK(compare_all(lexicons_of(small_names("ab"), 3), 4) == 0);
}

TEST_CASE("link oracle: up to two names, every text of up to six symbols") {
  CHECK(compare_all(lexicons_of(small_names("a"), 2), 6) == 0);
}

TEST_CASE("link oracle: names that overlap, every text of up to seven symbols") {
  CHECK(compare_all({lexicon_of({"a", "a b", "ab"}), lexicon_of({"a-b", "ab", "b"}),
                     lexicon_of({"a b", "b a", "a b a"}), lexicon_of({"aa", "a a", "a-a"}),
                     lexicon_of({"b-a", "ba b", "ab"}), lexicon_of({"a-b a", "ab"}),
                     lexicon_of({"ab a", "a-b"}), lexicon_of({"a-b-a", "ab-a", "a-ba"})},
                    7) == 0);
}

namespace {

template <std::size_t N>
std::string pieces(std::mt19937& random, const std::array<const char*, N>& from, unsigned least,
                   unsigned most) {
  std::string text;
  const unsigned count = least + static_cast<unsigned>(random()) % (most - least + 1);
  for (unsigned i = 0; i < count; ++i) text += from[random() % N];
  return text;
}

/// White space collapsed, as names are when they are loaded.
std::string as_loaded(const std::string& text) {
  std::string name;
  for (const char c : text) {
    if (c != ' ') {
      name += c;
    } else if (!name.empty() && name.back() != ' ') {
      name += ' ';
    }
  }
  if (name.ends_with(' ')) name.pop_back();
  return name;
}

std::vector<Name> random_names(std::mt19937& random) {
  constexpr std::array words = {"a",      "b", "A", "B", "ab", "Ab", "R2", "\u00E9",
                                "\u03A3", " ", " ", "-", "-",  "'",  "."};
  std::vector<Name> names;
  const std::size_t count = 1 + random() % 4;
  while (names.size() < count) {
    const std::string name = as_loaded(pieces(random, words, 1, 5));
    if (name.empty()) continue;
    names.push_back({name, random() % 3 == 0, static_cast<EntryId>(random() % 3)});
  }
  return names;
}

/// Ranges of the text without white space at their ends; sometimes with gaps between.
std::vector<Span> random_ranges(std::mt19937& random, const std::string& text) {
  std::vector<Span> ranges;
  const auto white = [&](std::uint32_t at) {
    return text[at] == ' ' || text[at] == '\n' || text[at] == '\r';
  };
  const auto boundary = [&](std::uint32_t at) {
    return at == 0 || at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  const auto size = static_cast<std::uint32_t>(text.size());
  const bool cut = random() % 3 == 0;
  for (std::uint32_t begin = 0; begin < size;) {
    std::uint32_t end = cut ? begin + 1 + static_cast<std::uint32_t>(random()) % size : size;
    end = std::min(end, size);
    // A range ends where a line does, or a word may be cut.
    while (end < size && (!white(end) || !boundary(end))) ++end;
    Span range{begin, end};
    while (range.begin < range.end && white(range.begin)) ++range.begin;
    while (range.end > range.begin && white(range.end - 1)) --range.end;
    if (!range.empty() && (!cut || random() % 4 != 0)) ranges.push_back(range);
    begin = std::max(end, begin + 1);
  }
  return ranges;
}

/// Readings as a document may have them, of nearly all words.
void break_words(std::mt19937& random, Document& document) {
  for (BrokenWord word : find_broken_words(document)) {
    if (random() % 2 == 0) word.reading = static_cast<BrokenWord::Reading>(random() % 3);
    if (random() % 2 == 0) word.evidence = static_cast<BrokenWord::Evidence>(random() % 4);
    if (random() % 8 != 0) document.broken_words.push_back(word);
  }
}

}  // namespace

TEST_CASE("link oracle: random names and texts") {
  constexpr std::array symbols = {"a",      "b",        "A",      "B",       "ab",   "Ab",  "R2",
                                  "\u00E9", "\u00C9",   "\u03C3", "\u03C2",  " ",    " ",   " ",
                                  "\n",     "\n",       "\r\n",   "-",       "-\n",  "-\n", "- ",
                                  "'",      "\u2019s ", ".",      ", ",      "www.", "://", "@",
                                  "\u00A0", "\u2011",   "\u2013", "\u2013\n"};
  const char* given = std::getenv("CROSSROADS_SEED");
  const auto seed = given != nullptr ? static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10))
                                     : std::uint32_t{20130328};
  MESSAGE("seed ", seed);
  std::mt19937 random(seed);
  int wrong = 0;
  for (int round = 0; round < 20'000 && wrong < 5; ++round) {
    const std::vector<Name> names = random_names(random);
    const Lexicon lexicon = Lexicon::build(ontology_of(names));
    for (int i = 0; i < 10; ++i) {
      std::string text = pieces(random, symbols, 1, 12);
      std::vector<Span> ranges = random_ranges(random, text);
      Document document = document_of(std::move(text), std::move(ranges));
      break_words(random, document);
      if (!agree(lexicon, names, document)) ++wrong;
    }
  }
  CHECK(wrong == 0);
}
