// SPDX-License-Identifier: Apache-2.0
#include "text/words/stops.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "crossroads/core/ascii.hpp"

namespace crossroads {
namespace {

using std::string_view_literals::operator""sv;

// All sorted, in small letters.

/// Before a name.
constexpr std::array titles = {
    "adm"sv, "amb"sv, "brig"sv, "capt"sv, "cdr"sv,  "cmdr"sv, "col"sv,  "cpl"sv,  "dr"sv,
    "fr"sv,  "ft"sv,  "gen"sv,  "gov"sv,  "hon"sv,  "insp"sv, "lt"sv,   "maj"sv,  "messrs"sv,
    "mgr"sv, "mr"sv,  "mrs"sv,  "ms"sv,   "msgr"sv, "mt"sv,   "pres"sv, "prof"sv, "pvt"sv,
    "rep"sv, "rev"sv, "sen"sv,  "sgt"sv,  "st"sv,   "ste"sv,  "supt"sv};

/// Never the end.
constexpr std::array leads = {"approx"sv, "ca"sv,   "cf"sv,  "e.g"sv, "eg"sv, "esp"sv, "i.e"sv,
                              "ie"sv,     "incl"sv, "loc"sv, "op"sv,  "v"sv,  "viz"sv, "vs"sv};

/// Before a number; they are words too ("No.", "state of the art.").
constexpr std::array before_numbers = {
    "app"sv,     "apr"sv,     "arg"sv, "art"sv,   "arts"sv, "aug"sv,  "c"sv,     "ch"sv,
    "chap"sv,    "chaps"sv,   "chs"sv, "cl"sv,    "dec"sv,  "doc"sv,  "docs"sv,  "ed"sv,
    "edn"sv,     "eq"sv,      "eqs"sv, "feb"sv,   "fig"sv,  "figs"sv, "fn"sv,    "jan"sv,
    "jul"sv,     "jun"sv,     "mar"sv, "n"sv,     "nn"sv,   "no"sv,   "nos"sv,   "nov"sv,
    "n\u00B0"sv, "n\u00BA"sv, "oct"sv, "p"sv,     "par"sv,  "para"sv, "paras"sv, "pars"sv,
    "pp"sv,      "pt"sv,      "pts"sv, "res"sv,   "sec"sv,  "secs"sv, "sect"sv,  "sects"sv,
    "sep"sv,     "sept"sv,    "ser"sv, "suppl"sv, "vol"sv,  "vols"sv};

/// The end only before a word that begins a sentence.
constexpr std::array may_end = {"al"sv,   "assn"sv, "ave"sv,  "bros"sv, "cit"sv,    "co"sv,
                                "corp"sv, "dept"sv, "dist"sv, "ed"sv,   "eds"sv,    "est"sv,
                                "ibid"sv, "id"sv,   "inc"sv,  "intl"sv, "jr"sv,     "ltd"sv,
                                "ph.d"sv, "repr"sv, "seq"sv,  "sr"sv,   "transl"sv, "univ"sv};

/// Words that stand with a capital where they begin a sentence, and hardly elsewhere.
constexpr std::array starters = {
    "a"sv,        "about"sv,     "according"sv,    "after"sv,   "again"sv,       "against"sv,
    "all"sv,      "also"sv,      "although"sv,     "among"sv,   "an"sv,          "and"sv,
    "another"sv,  "any"sv,       "are"sv,          "as"sv,      "at"sv,          "because"sv,
    "before"sv,   "between"sv,   "beyond"sv,       "both"sv,    "but"sv,         "by"sv,
    "can"sv,      "could"sv,     "despite"sv,      "did"sv,     "do"sv,          "does"sv,
    "during"sv,   "each"sv,      "even"sv,         "every"sv,   "few"sv,         "finally"sv,
    "first"sv,    "following"sv, "for"sv,          "from"sv,    "furthermore"sv, "given"sv,
    "had"sv,      "has"sv,       "have"sv,         "he"sv,      "hence"sv,       "her"sv,
    "here"sv,     "his"sv,       "how"sv,          "however"sv, "i"sv,           "if"sv,
    "in"sv,       "indeed"sv,    "instead"sv,      "is"sv,      "it"sv,          "its"sv,
    "likewise"sv, "many"sv,      "meanwhile"sv,    "more"sv,    "moreover"sv,    "most"sv,
    "much"sv,     "neither"sv,   "nevertheless"sv, "no"sv,      "nonetheless"sv, "nor"sv,
    "not"sv,      "now"sv,       "of"sv,           "on"sv,      "once"sv,        "one"sv,
    "only"sv,     "or"sv,        "other"sv,        "others"sv,  "our"sv,         "rather"sv,
    "second"sv,   "see"sv,       "several"sv,      "she"sv,     "should"sv,      "similarly"sv,
    "since"sv,    "so"sv,        "some"sv,         "still"sv,   "such"sv,        "that"sv,
    "the"sv,      "their"sv,     "then"sv,         "there"sv,   "therefore"sv,   "these"sv,
    "they"sv,     "third"sv,     "this"sv,         "those"sv,   "three"sv,       "through"sv,
    "thus"sv,     "to"sv,        "today"sv,        "two"sv,     "under"sv,       "unless"sv,
    "until"sv,    "was"sv,       "we"sv,           "were"sv,    "what"sv,        "when"sv,
    "where"sv,    "whereas"sv,   "whether"sv,      "which"sv,   "while"sv,       "who"sv,
    "why"sv,      "with"sv,      "within"sv,       "without"sv, "would"sv,       "yet"sv,
    "you"sv,      "your"sv};

template <std::size_t n>
bool has(const std::array<std::string_view, n>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

static_assert(std::is_sorted(titles.begin(), titles.end()) &&
              std::is_sorted(leads.begin(), leads.end()) &&
              std::is_sorted(before_numbers.begin(), before_numbers.end()) &&
              std::is_sorted(may_end.begin(), may_end.end()) &&
              std::is_sorted(starters.begin(), starters.end()));

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_capital(c) || (c >= 'a' && c <= 'z');
}

/// "J", "J.-P", "U.N", "a.m": its last part is one letter, and so are the others.
bool is_letters_with_stops(std::string_view token) {
  bool letter = false;
  for (const char c : token) {
    if (is_letter(c)) {
      if (letter) return false;
      letter = true;
    } else if (c == '.' || c == '-') {
      letter = false;
    } else {
      return false;
    }
  }
  return letter && (token.size() > 1 || is_capital(token[0]));
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.find_first_not_of("IVXLC") == word.npos;
}

/// A number, or a symbol such as "A/55/305".
bool goes_on_as_number(std::string_view token, const Follows& next) {
  if (next.kind == Follows::Kind::digit) return true;
  if (next.behind == '/') return true;
  return is_roman(next.word) && !(next.word == "I" && token == "no");
}

}  // namespace

bool is_abbreviation(std::string_view token) {
  const std::string small = ascii_lower(token);
  return is_letters_with_stops(token) || has(titles, small) || has(leads, small) ||
         has(before_numbers, small) || has(may_end, small);
}

bool stop_ends_sentence(std::string_view token, const Follows& next) {
  if (next.kind == Follows::Kind::small) return false;
  if (next.kind == Follows::Kind::other || token.empty()) return true;
  const std::string small = ascii_lower(token);
  if (has(leads, small)) return false;
  if (has(titles, small) && is_capital(token[0])) return false;
  if (has(before_numbers, small) && goes_on_as_number(small, next)) return false;
  if (has(may_end, small) || is_letters_with_stops(token)) {
    return next.kind == Follows::Kind::capital && has(starters, ascii_lower(next.word));
  }
  return true;
}

}  // namespace crossroads
