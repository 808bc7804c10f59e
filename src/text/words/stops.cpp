// SPDX-License-Identifier: Apache-2.0
#include "text/words/stops.hpp"

#include <algorithm>
#include <array>

#include "crossroads/core/ascii.hpp"
#include "text/words/abbreviations.hpp"

namespace crossroads {
namespace {

using std::string_view_literals::operator""sv;

// All sorted, in small letters.

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

/// What is counted by letters: "Plan B", "Annex A". A capital behind one is no initial.
constexpr std::array lettered = {
    "annex"sv,      "appendix"sv, "area"sv,     "article"sv,  "block"sv,   "camp"sv,   "case"sv,
    "category"sv,   "chapter"sv,  "class"sv,    "division"sv, "exhibit"sv, "figure"sv, "grade"sv,
    "group"sv,      "level"sv,    "option"sv,   "part"sv,     "phase"sv,   "plan"sv,   "point"sv,
    "resolution"sv, "scenario"sv, "schedule"sv, "section"sv,  "sector"sv,  "stage"sv,  "table"sv,
    "tier"sv,       "type"sv,     "variant"sv,  "version"sv,  "zone"sv};

/// What a "no" that is an answer follows.
constexpr std::array answering = {"answer"sv, "answered"sv, "answering"sv, "answers"sv, "clear"sv,
                                  "firm"sv,   "or"sv,       "replied"sv,   "replies"sv, "reply"sv,
                                  "said"sv,   "say"sv,      "saying"sv,    "says"sv,    "vote"sv,
                                  "voted"sv,  "votes"sv,    "voting"sv};

template <std::size_t n>
bool has(const std::array<std::string_view, n>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), std::string_view(ascii_lower(word)));
}

static_assert(std::is_sorted(starters.begin(), starters.end()) &&
              std::is_sorted(lettered.begin(), lettered.end()) &&
              std::is_sorted(answering.begin(), answering.end()));

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

bool begins_sentences(std::string_view word) {
  return has(starters, word);
}

bool is_abbreviation(std::string_view token) {
  return is_letters_with_stops(token) || is_known_abbreviation(token);
}

bool stop_ends_sentence(std::string_view before, std::string_view token, const Follows& next) {
  if (next.kind == Follows::Kind::small) return false;
  if (next.kind == Follows::Kind::other || token.empty()) return true;
  if (token.size() == 1 && is_capital(token[0]) && has(lettered, before)) return true;
  if (is_leading_abbreviation(token)) return false;
  if (is_title_abbreviation(token) && is_capital(token[0])) return false;
  const bool answer = token == "no" && has(answering, before);
  if (is_abbreviation_before_number(token) && !answer &&
      goes_on_as_number(ascii_lower(token), next)) {
    return false;
  }
  if (is_closing_abbreviation(token) || is_letters_with_stops(token)) {
    return next.kind == Follows::Kind::capital && has(starters, next.word);
  }
  return true;
}

}  // namespace crossroads
