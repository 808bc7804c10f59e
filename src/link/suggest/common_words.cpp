// SPDX-License-Identifier: Apache-2.0
#include "link/suggest/common_words.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace crossroads {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 232> never_in_names = {"a",
                                                              "about",
                                                              "above",
                                                              "according",
                                                              "accordingly",
                                                              "across",
                                                              "additionally",
                                                              "after",
                                                              "afterwards",
                                                              "again",
                                                              "against",
                                                              "albeit",
                                                              "all",
                                                              "almost",
                                                              "along",
                                                              "already",
                                                              "also",
                                                              "although",
                                                              "always",
                                                              "am",
                                                              "amid",
                                                              "among",
                                                              "amongst",
                                                              "an",
                                                              "and",
                                                              "another",
                                                              "any",
                                                              "anyone",
                                                              "are",
                                                              "around",
                                                              "as",
                                                              "at",
                                                              "be",
                                                              "because",
                                                              "been",
                                                              "before",
                                                              "being",
                                                              "below",
                                                              "beneath",
                                                              "beside",
                                                              "besides",
                                                              "between",
                                                              "beyond",
                                                              "both",
                                                              "but",
                                                              "by",
                                                              "can",
                                                              "cannot",
                                                              "consequently",
                                                              "could",
                                                              "despite",
                                                              "did",
                                                              "do",
                                                              "does",
                                                              "down",
                                                              "due",
                                                              "during",
                                                              "each",
                                                              "either",
                                                              "else",
                                                              "even",
                                                              "ever",
                                                              "every",
                                                              "everyone",
                                                              "except",
                                                              "few",
                                                              "finally",
                                                              "first",
                                                              "firstly",
                                                              "following",
                                                              "for",
                                                              "from",
                                                              "further",
                                                              "furthermore",
                                                              "given",
                                                              "had",
                                                              "has",
                                                              "have",
                                                              "having",
                                                              "he",
                                                              "hence",
                                                              "her",
                                                              "here",
                                                              "hereafter",
                                                              "him",
                                                              "his",
                                                              "how",
                                                              "however",
                                                              "i",
                                                              "if",
                                                              "in",
                                                              "indeed",
                                                              "initially",
                                                              "inside",
                                                              "instead",
                                                              "into",
                                                              "is",
                                                              "it",
                                                              "its",
                                                              "itself",
                                                              "last",
                                                              "lastly",
                                                              "later",
                                                              "least",
                                                              "less",
                                                              "likewise",
                                                              "many",
                                                              "may",
                                                              "me",
                                                              "meanwhile",
                                                              "might",
                                                              "more",
                                                              "moreover",
                                                              "most",
                                                              "much",
                                                              "must",
                                                              "my",
                                                              "near",
                                                              "neither",
                                                              "never",
                                                              "nevertheless",
                                                              "next",
                                                              "no",
                                                              "none",
                                                              "nonetheless",
                                                              "nor",
                                                              "not",
                                                              "nothing",
                                                              "notwithstanding",
                                                              "now",
                                                              "of",
                                                              "off",
                                                              "often",
                                                              "on",
                                                              "once",
                                                              "one",
                                                              "only",
                                                              "onto",
                                                              "or",
                                                              "other",
                                                              "others",
                                                              "otherwise",
                                                              "our",
                                                              "out",
                                                              "outside",
                                                              "over",
                                                              "overall",
                                                              "per",
                                                              "perhaps",
                                                              "rather",
                                                              "regarding",
                                                              "same",
                                                              "second",
                                                              "secondly",
                                                              "several",
                                                              "shall",
                                                              "she",
                                                              "should",
                                                              "similarly",
                                                              "since",
                                                              "so",
                                                              "some",
                                                              "sometimes",
                                                              "soon",
                                                              "still",
                                                              "such",
                                                              "than",
                                                              "that",
                                                              "the",
                                                              "their",
                                                              "them",
                                                              "themselves",
                                                              "then",
                                                              "thereafter",
                                                              "therefore",
                                                              "these",
                                                              "they",
                                                              "third",
                                                              "thirdly",
                                                              "this",
                                                              "those",
                                                              "though",
                                                              "three",
                                                              "through",
                                                              "throughout",
                                                              "thus",
                                                              "till",
                                                              "to",
                                                              "today",
                                                              "together",
                                                              "too",
                                                              "toward",
                                                              "towards",
                                                              "two",
                                                              "ultimately",
                                                              "under",
                                                              "unless",
                                                              "unlike",
                                                              "until",
                                                              "up",
                                                              "upon",
                                                              "us",
                                                              "usually",
                                                              "very",
                                                              "via",
                                                              "was",
                                                              "we",
                                                              "well",
                                                              "were",
                                                              "what",
                                                              "whatever",
                                                              "when",
                                                              "whenever",
                                                              "where",
                                                              "whereas",
                                                              "whether",
                                                              "which",
                                                              "while",
                                                              "whilst",
                                                              "who",
                                                              "whom",
                                                              "whose",
                                                              "why",
                                                              "will",
                                                              "with",
                                                              "within",
                                                              "without",
                                                              "would",
                                                              "yes",
                                                              "yet",
                                                              "you",
                                                              "your"};

constexpr std::array<std::string_view, 32> after_names = {
    "added",    "agreed",  "announced", "argued",  "asked",    "became",      "began",  "called",
    "came",     "claims",  "continued", "decided", "declared", "established", "fought", "gained",
    "gave",     "held",    "invaded",   "joined",  "launched", "led",         "made",   "provided",
    "remained", "remains", "reported",  "said",    "saw",      "signed",      "took",   "voted"};

constexpr std::array<std::string_view, 54> calendar = {
    "annex",   "appendix",  "april",      "article",   "articles", "august",  "box",
    "chapter", "chapters",  "december",   "fax",       "february", "fig",     "figure",
    "figures", "friday",    "isbn",       "issn",      "jan",      "january", "july",
    "june",    "march",     "may",        "monday",    "mr",       "mrs",     "ms",
    "no",      "note",      "november",   "nr",        "october",  "page",    "pages",
    "para",    "paragraph", "paragraphs", "part",      "parts",    "pp",      "saturday",
    "section", "sections",  "sept",       "september", "sunday",   "table",   "tables",
    "tel",     "thursday",  "tuesday",    "vol",       "wednesday"};

constexpr std::array<std::string_view, 26> directions = {
    "central",   "east",         "eastern", "far",   "former",    "greater",      "lower",
    "mid",       "middle",       "new",     "north", "northeast", "northeastern", "northern",
    "northwest", "northwestern", "old",     "post",  "south",     "southeast",    "southeastern",
    "southern",  "southwest",    "upper",   "west",  "western"};

constexpr std::array<std::string_view, 22> inner_words = {
    "al", "bin", "da",  "das", "de", "del", "der", "des",  "di",  "do", "dos",
    "du", "el",  "for", "ibn", "la", "le",  "of",  "pour", "the", "ul", "von"};

constexpr std::array<std::string_view, 131> generic_adjectives = {
    "able",       "additional",  "almost",      "already",    "also",         "available",
    "based",      "best",        "better",      "big",        "broad",        "broader",
    "certain",    "clear",       "close",       "common",     "considerable", "critical",
    "current",    "different",   "difficult",   "early",      "effective",    "entire",
    "essential",  "even",        "existing",    "few",        "final",        "full",
    "general",    "given",       "good",        "great",      "greater",      "growing",
    "half",       "high",        "higher",      "important",  "including",    "increased",
    "increasing", "individual",  "initial",     "just",       "key",          "large",
    "larger",     "largest",     "late",        "later",      "least",        "less",
    "likely",     "limited",     "little",      "long",       "longer",       "low",
    "lower",      "made",        "main",        "major",      "many",         "more",
    "most",       "multiple",    "narrow",      "nearly",     "necessary",    "new",
    "newly",      "next",        "often",       "old",        "open",         "other",
    "overall",    "own",         "particular",  "past",       "possible",     "potential",
    "present",    "previous",    "primary",     "real",       "recent",       "related",
    "relevant",   "said",        "same",        "separate",   "serious",      "several",
    "short",      "significant", "similar",     "simple",     "single",       "small",
    "smaller",    "so-called",   "sole",        "specific",   "still",        "strong",
    "stronger",   "subsequent",  "substantial", "successful", "such",         "sufficient",
    "total",      "true",        "ultimate",    "unclear",    "unique",       "using",
    "usual",      "various",     "vast",        "very",       "weak",         "well",
    "whole",      "wide",        "wider",       "yet",        "young"};

constexpr std::array<std::string_view, 6> joints = {"against", "and", "et", "in", "on", "to"};

bool is_among(std::string_view word, Words sorted) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

static_assert(std::ranges::is_sorted(never_in_names));
static_assert(std::ranges::is_sorted(after_names));
static_assert(std::ranges::is_sorted(calendar));
static_assert(std::ranges::is_sorted(directions));
static_assert(std::ranges::is_sorted(inner_words));
static_assert(std::ranges::is_sorted(joints));
static_assert(std::ranges::is_sorted(generic_adjectives));

}  // namespace

bool is_never_in_names(std::string_view folded) {
  return is_among(folded, never_in_names);
}

bool is_after_name(std::string_view folded) {
  return is_among(folded, after_names);
}

bool is_calendar_or_part(std::string_view folded) {
  return is_among(folded, calendar);
}

bool is_direction(std::string_view folded) {
  return is_among(folded, directions);
}

bool is_generic_adjective(std::string_view folded) {
  return is_among(folded, generic_adjectives);
}

bool is_inner_word(std::string_view word) {
  return is_among(word, inner_words) || word == "van";
}

bool is_joint(std::string_view word) {
  return is_among(word, joints);
}

bool is_roman_numeral(std::string_view folded) {
  return !folded.empty() &&
         (folded.size() == 1 || folded.find_first_not_of("ivxlc") == folded.npos);
}

}  // namespace crossroads
