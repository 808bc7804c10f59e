// SPDX-License-Identifier: Apache-2.0
//
// The linker against the slow one, over names and texts that are made at random from what is hard.
// CROSSROADS_CASES tells how many texts, CROSSROADS_SEED which.
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/utf8.hpp"
#include "crossroads/link/link.hpp"
#include "link/find_names.hpp"
#include "support/check_links.hpp"
#include "support/naive_linker.hpp"
#include "text/words/broken_words.hpp"

using namespace crossroads;
using test::Name;

namespace {

/// Names are made of these; most texts are made of the names.
constexpr std::array words = {"peacekeeping",
                              "peace",
                              "keeping",
                              "cease",
                              "fire",
                              "ceasefire",
                              "code",
                              "codes",
                              "of",
                              "conduct",
                              "man",
                              "woman",
                              "women",
                              "child",
                              "crisis",
                              "policy",
                              "policies",
                              "box",
                              "church",
                              "veto",
                              "mass",
                              "atrocities",
                              "virus",
                              "person",
                              "people",
                              "CAN",
                              "CANs",
                              "can",
                              "PoC",
                              "POC",
                              "UN",
                              "M23",
                              "M",
                              "23",
                              "US",
                              "us",
                              "WHO",
                              "who",
                              "CAR",
                              "Turkey",
                              "turkey",
                              "Chad",
                              "doe",
                              "does",
                              "will",
                              "no",
                              "x",
                              "Y",
                              "R2P",
                              "AID",
                              "AIDS",
                              "SSR",
                              "Agency",
                              "boat",
                              "boats",
                              "understanding",
                              "a",
                              "b",
                              "ab",
                              "Ab",
                              "B",
                              "A",
                              "N",
                              "B\u00F8\u00E5s",
                              "Boas",
                              "S\u00E9l\u00E9ka",
                              "Stra\u00DFe",
                              "\u0130z",
                              "\u0131z",
                              "\u00DE\u00F3r",
                              "\u00C6r\u00F8",
                              "\u03C3\u03BF\u03C6\u03CC\u03C2",
                              "o\uFB03ce",
                              "\uFF35\uFF2E",
                              "\u4E2D\u6587",
                              "\uD55C\uAE00",
                              "\u0411\u0440\u0430\u0439"};

constexpr std::array joints = {" ", " ", " ", " ", "-", "-", "-", "'", ".", ", ", "/", " - ", ""};

/// What parts things in a text.
constexpr std::array between = {
    " ",        " ",      " ",        " ",        "\n",     "\r\n",   "-",       "-\n",
    "- ",       "'",      "\u2019s ", ".",        ". ",     ", ",     "/",       " /",
    "",         "\n\n",   "www.",     "://",      "@",      ".org ",  ".de/",    ".txt ",
    " ./",      " \"",    "\\",       ":\\",      "~/",     "\u00A0", "\u2011",  "\u2013",
    "\u2013\n", "\u2014", "\u00AD",   "\u00AD\n", "\u200B", "\u02BC", "\u0301",  "s ",
    "s, ",      "S ",     "es ",      "ies ",     "\uFF07", "\uFE63", "\u00B4s "};

template <typename List>
std::string one_of(std::mt19937& random, const List& list) {
  return list[random() % list.size()];
}

bool chance(std::mt19937& random, unsigned in) {
  return random() % in == 0;
}

std::string random_form(std::mt19937& random) {
  std::string form = one_of(random, words);
  for (unsigned more = static_cast<unsigned>(random()) % 5; more > 2; --more) {
    form += one_of(random, joints) + one_of(random, words);
  }
  return form;
}

std::vector<Name> random_names(std::mt19937& random) {
  std::vector<Name> names;
  const std::size_t count = 1 + random() % 4;
  for (std::size_t i = 0; i < count; ++i) {
    Name name;
    name.text = i > 0 && chance(random, 6) ? names[0].text : random_form(random);
    name.case_rule = static_cast<CaseRule>(random() % 3);
    name.entry = static_cast<EntryId>(random() % 3);
    name.is_label = chance(random, 2);
    if (chance(random, 8)) name.lang = chance(random, 2) ? "fr" : "en-GB";
    names.push_back(name);
  }
  // An entry is a person with all its names; only of one word, or other forms follow from it.
  const auto entry = static_cast<EntryId>(random() % 8);
  const auto is_name_of_it = [&](const Name& name) { return name.entry == entry; };
  if (std::all_of(names.begin(), names.end(), [&](const Name& name) {
        return !is_name_of_it(name) || name.text.find(' ') == std::string::npos;
      })) {
    for (Name& name : names) name.is_person = is_name_of_it(name);
  }
  return names;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

std::string in_capitals(const std::string& text) {
  return utf8(icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale::getRoot()));
}

std::string decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(status);
  return utf8(form->normalize(icu::UnicodeString::fromUTF8(text), status));
}

std::string replaced(std::string text, std::string_view what, const std::string& by) {
  const std::size_t at = text.find(what);
  return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

/// With something between two of its characters.
std::string with_inside(std::mt19937& random, std::string text) {
  constexpr std::array inside = {"\u00AD", "\u200B", "\u0301", "-\n", "-", " ", "\u00AD\n"};
  std::size_t at = random() % (text.size() + 1);
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return text.insert(at, one_of(random, inside));
}

/// A name as a text may have it, or nearly.
std::string in_a_text(std::mt19937& random, std::string name) {
  constexpr std::array hyphens = {" ", "", "\u2011", "\u2013", "-\n", "\n", "\u2010"};
  constexpr std::array spaces = {"-", "\n", "\u00A0", "", "  ", "-\n", " \n "};
  switch (random() % 12) {
    case 0:
      return in_capitals(name);
    case 1:
      return utf8(icu::UnicodeString::fromUTF8(name).toLower(icu::Locale::getRoot()));
    case 2:
      return decomposed(name);
    case 3:
      return replaced(std::move(name), "-", one_of(random, hyphens));
    case 4:
      return replaced(std::move(name), " ", one_of(random, spaces));
    case 5:
    case 6:
      return name + one_of(random, std::array{"s", "es", "S", "'s", "s'", "\u2019s"});
    case 7:
      if (name.ends_with('y')) return name.substr(0, name.size() - 1) + "ies";
      if (name.ends_with("man")) return name.substr(0, name.size() - 2) + "en";
      return replaced(std::move(name), " of", "s of");
    case 8:
      return name.ends_with('s') ? name.substr(0, name.size() - 1) : name;
    case 9:
      return with_inside(random, std::move(name));
    default:
      return name;
  }
}

/// A text of a few words, and the notes that are called in it.
Document random_document(std::mt19937& random, const std::vector<Name>& names) {
  Document document;
  document.id = "t";
  std::string& text = document.bytes;
  const bool all_capitals = chance(random, 6);
  const unsigned count = 1 + static_cast<unsigned>(random()) % 6;
  for (unsigned i = 0; i < count; ++i) {
    std::string next = chance(random, 3) ? one_of(random, words)
                                         : in_a_text(random, names[random() % names.size()].text);
    if (all_capitals) next = in_capitals(next);
    text += next;
    if (chance(random, 12)) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += std::to_string(random() % 40);
      document.notes.emplace_back().call = Span{begin, static_cast<std::uint32_t>(text.size())};
    }
    std::string gap = one_of(random, between);
    if (all_capitals) gap = in_capitals(gap);
    if (i + 1 < count || chance(random, 3)) text += gap;
  }
  return document;
}

/// Ranges of the text without white space at their ends; sometimes with gaps between.
std::vector<Span> random_ranges(std::mt19937& random, std::string_view text) {
  std::vector<Span> ranges;
  const auto white = [&](std::uint32_t at) {
    return text[at] == ' ' || text[at] == '\n' || text[at] == '\r';
  };
  const auto size = static_cast<std::uint32_t>(text.size());
  const bool cut = chance(random, 4);
  for (std::uint32_t begin = 0; begin < size;) {
    std::uint32_t end = cut ? begin + 1 + static_cast<std::uint32_t>(random()) % size : size;
    end = std::min(end, size);
    // A range ends where a line does, or a word may be cut.
    while (end < size && !white(end)) ++end;
    Span range{begin, end};
    while (range.begin < range.end && white(range.begin)) ++range.begin;
    while (range.end > range.begin && white(range.end - 1)) --range.end;
    if (!range.empty() && (!cut || !chance(random, 4))) ranges.push_back(range);
    begin = std::max(end, begin + 1);
  }
  return ranges;
}

/// Readings as a document may have them, of nearly all words.
void break_words(std::mt19937& random, Document& document) {
  for (BrokenWord word : find_broken_words(document)) {
    if (chance(random, 2)) word.reading = static_cast<BrokenWord::Reading>(random() % 3);
    if (chance(random, 2)) word.evidence = static_cast<BrokenWord::Evidence>(random() % 4);
    if (!chance(random, 8)) document.broken_words.push_back(word);
  }
}

std::string listed(const std::vector<Name>& names) {
  constexpr std::array rules = {"", "exact ", "ignoring case "};
  std::string out;
  for (const Name& name : names) {
    out += "\n  " + std::to_string(index(name.entry)) + ": '" + name.text + "' " +
           rules[static_cast<std::size_t>(name.case_rule)] + (name.is_label ? "label " : "") +
           (name.is_person ? "person " : "") + (name.lang == "en" ? "" : name.lang);
  }
  return out;
}

bool agree(const Lexicon& lexicon, const test::NaiveLinker& naive, const std::vector<Name>& names,
           const Document& document, Overlap overlap) {
  const std::string found = test::shown(find_names(lexicon.data(), document, overlap));
  const std::string expected = naive.links(document, overlap);
  const std::string wrong =
      test::violations(document, link(lexicon, document, {.overlap = overlap}), overlap);
  if (found == expected && wrong.empty()) return true;
  std::string ranges;
  for (const Span range : document.passages[0].ranges) {
    ranges += std::to_string(range.begin) + '-' + std::to_string(range.end) + ' ';
  }
  for (const Footnote& note : document.notes) {
    ranges +=
        "call " + std::to_string(note.call->begin) + '-' + std::to_string(note.call->end) + ' ';
  }
  MESSAGE((overlap == Overlap::all ? "all " : ""), "names:", listed(names), "\ntext: [",
          document.bytes, "] ", ranges, "\nfound  ", found, "\nshould ", expected, "\n", wrong);
  return false;
}

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* given = std::getenv(variable);
  return given != nullptr ? std::strtoull(given, nullptr, 10) : otherwise;
}

}  // namespace

TEST_CASE("link oracle: random names and texts") {
  const auto seed = static_cast<std::uint32_t>(number_from("CROSSROADS_SEED", 20130328));
  const std::uint64_t cases = number_from("CROSSROADS_CASES", 200'000);
  std::mt19937 random(seed);
  int wrong = 0;
  std::uint64_t done = 0;
  std::uint64_t with_names = 0;
  while (done < cases && wrong < 5) {
    const std::vector<Name> names = random_names(random);
    const Lexicon lexicon = Lexicon::build(test::ontology_of(names));
    const test::NaiveLinker naive(names);
    for (int i = 0; i < 10; ++i, ++done) {
      Document document = random_document(random, names);
      std::vector<Span> ranges = random_ranges(random, document.bytes);
      if (ranges.empty()) continue;
      document.passages.push_back({std::move(ranges), Role::body});
      break_words(random, document);
      const Overlap overlap = chance(random, 4) ? Overlap::all : Overlap::leftmost_longest;
      if (!agree(lexicon, naive, names, document, overlap)) ++wrong;
      if (!find_names(lexicon.data(), document).matches.empty()) ++with_names;
    }
  }
  MESSAGE("seed ", seed, ": ", done, " texts, ", with_names, " with a name");
  CHECK(wrong == 0);
  CHECK(with_names > done / 2);
}
