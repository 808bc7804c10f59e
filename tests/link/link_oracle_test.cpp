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
using test::ontology_of;

namespace {

Document document_of(std::string text, std::vector<Span> ranges) {
  Document document;
  document.id = "t";
  document.bytes = std::move(text);
  document.passages.push_back({std::move(ranges), Role::body});
  return document;
}

std::string listed(const std::vector<Name>& names) {
  std::string out;
  for (const Name& name : names) {
    out += name.case_rule == CaseRule::exact ? "exact " : "";
    out += name.case_rule == CaseRule::ignore ? "ignoring " : "";
    out += name.is_label ? "label " : "";
    out += name.is_person ? "person " : "";
    out += name.lang + " '" + name.text + "'=" + std::to_string(index(name.entry)) + "  ";
  }
  return out;
}

/// Whether both find the same; says what they find where not.
bool agree(const Lexicon& lexicon, const test::NaiveLinker& naive, const std::vector<Name>& names,
           const Document& document) {
  const std::string found = test::shown(find_names(lexicon.data(), document));
  const std::string expected = naive.links(document);
  if (found == expected) return true;
  MESSAGE("names: ", listed(names), "\ntext: [", document.bytes, "]\nfound ", found, "\nshould ",
          expected);
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
    const test::NaiveLinker naive(names);
    for (const Document& document : documents) {
      if (!agree(lexicon, naive, names, document) && ++wrong > 5) return wrong;
    }
  }
  MESSAGE(lexicons.size(), " lexicons x ", documents.size(), " texts");
  return wrong;
}

std::vector<Name> lexicon_of(const std::vector<std::string>& texts) {
  std::vector<Name> names;
  for (const std::string& text : texts) {
    names.push_back({text, CaseRule::ignore, static_cast<EntryId>(names.size())});
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
