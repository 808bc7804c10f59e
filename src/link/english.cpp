// SPDX-License-Identifier: Apache-2.0
#include "link/english.hpp"

#include <algorithm>
#include <initializer_list>

namespace crossroads {
namespace {

constexpr std::size_t shortest_part = 4;

struct Irregular {
  std::string_view word;
  WordChange plural;
};
constexpr std::array irregular{Irregular{"child", {5, "ren"}},   Irregular{"criterion", {7, "a"}},
                               Irregular{"foot", {1, "eet"}},    Irregular{"goose", {1, "eese"}},
                               Irregular{"man", {1, "en"}},      Irregular{"mouse", {1, "ice"}},
                               Irregular{"person", {2, "ople"}}, Irregular{"phenomenon", {8, "a"}},
                               Irregular{"tooth", {1, "eeth"}},  Irregular{"woman", {3, "en"}}};

constexpr std::array<std::string_view, 9> no_man = {
    "caiman", "german", "human", "norman", "oman", "ottoman", "roman", "shaman", "talisman"};

constexpr std::array<std::string_view, 172> function_words = {
    "a",      "about",     "above",    "across",     "after",   "again",   "against", "all",
    "along",  "also",      "although", "always",     "am",      "among",   "an",      "and",
    "any",    "anything",  "are",      "around",     "as",      "at",      "be",      "because",
    "been",   "before",    "behind",   "being",      "below",   "beside",  "besides", "between",
    "beyond", "both",      "but",      "by",         "can",     "could",   "despite", "did",
    "do",     "does",      "done",     "down",       "during",  "each",    "either",  "else",
    "even",   "ever",      "every",    "everything", "except",  "few",     "for",     "from",
    "had",    "has",       "have",     "having",     "he",      "hence",   "her",     "here",
    "him",    "his",       "how",      "however",    "i",       "if",      "in",      "inside",
    "into",   "is",        "it",       "its",        "just",    "let",     "like",    "many",
    "may",    "me",        "might",    "mine",       "more",    "most",    "much",    "must",
    "my",     "near",      "neither",  "never",      "no",      "nor",     "not",     "nothing",
    "now",    "of",        "off",      "on",         "one",     "only",    "onto",    "or",
    "other",  "others",    "our",      "out",        "outside", "over",    "own",     "per",
    "same",   "shall",     "she",      "should",     "since",   "so",      "some",    "something",
    "still",  "such",      "than",     "that",       "the",     "their",   "them",    "then",
    "there",  "therefore", "these",    "they",       "this",    "those",   "though",  "through",
    "thus",   "till",      "to",       "too",        "toward",  "towards", "under",   "unless",
    "until",  "up",        "upon",     "us",         "very",    "via",     "was",     "we",
    "were",   "what",      "when",     "where",      "whether", "which",   "while",   "who",
    "whom",   "whose",     "why",      "will",       "with",    "within",  "without", "would",
    "yes",    "yet",       "you",      "your"};
static_assert(std::is_sorted(function_words.begin(), function_words.end()));

bool ends_in_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return word.ends_with(end); });
}

bool is_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool is_behind_consonant(std::string_view word) {
  constexpr std::string_view vowels = "aeiou";
  return vowels.find(word[word.size() - 2]) == std::string_view::npos;
}

WordChanges one(std::size_t keep, std::string_view end) {
  return {{WordChange{keep, end}}, 1};
}

}  // namespace

WordChanges plurals_of(std::string_view key) {
  const std::size_t size = key.size();
  if (size < 2 || !is_letters(key)) return key.ends_with('s') ? WordChanges{} : one(size, "s");
  const auto known = std::lower_bound(
      irregular.begin(), irregular.end(), key,
      [](const Irregular& one_of_them, std::string_view word) { return one_of_them.word < word; });
  if (known != irregular.end() && known->word == key) {
    if (key == "person") return {{known->plural, WordChange{size, "s"}}, 2};
    return {{known->plural}, 1};
  }
  if (size >= 4 && key.ends_with("man") &&
      std::find(no_man.begin(), no_man.end(), key) == no_man.end()) {
    return one(size - 2, "en");
  }
  switch (key.back()) {
    case 's':
      if (ends_in_any(key, {"sis", "xis"})) return one(size - 2, "es");
      return ends_in_any(key, {"ss", "us"}) ? one(size, "es") : WordChanges{};
    case 'x':
    case 'z':
      return one(size, "es");
    case 'h':
      return one(size, ends_in_any(key, {"ch", "sh"}) ? "es" : "s");
    case 'y':
      return is_behind_consonant(key) ? one(size - 1, "ies") : one(size, "s");
    case 'o':
      if (!is_behind_consonant(key)) return one(size, "s");
      return {{WordChange{size, "s"}, WordChange{size, "es"}}, 2};
    default:
      return one(size, "s");
  }
}

WordChanges singulars_of(std::string_view key) {
  const std::size_t size = key.size();
  if (size < 4 || !key.ends_with('s') || !is_small_letters(key) ||
      ends_in_any(key, {"ss", "us", "is", "news"})) {
    return {};
  }
  if (size >= 5 && key.ends_with("ies")) return one(size - 3, "y");
  if (ends_in_any(key, {"ches", "shes", "xes", "sses", "zzes"})) return one(size - 2, "");
  return one(size - 1, "");
}

bool is_grammar_word(std::string_view key) {
  return key.size() <= 10 && std::binary_search(function_words.begin(), function_words.end(), key);
}

std::size_t parting_of(std::string_view word, const ListedWordFilter* filter) {
  std::size_t found = 0;
  if (word.size() < 2 * shortest_part || !is_small_letters(word)) return 0;
  for (std::size_t at = shortest_part; at + shortest_part <= word.size(); ++at) {
    const std::string_view first = word.substr(0, at);
    const std::string_view second = word.substr(at);
    if (filter != nullptr && (!filter->may_contain(first) || !filter->may_contain(second))) {
      continue;
    }
    if (!is_listed_word(first) || !is_listed_word(second)) continue;
    if (found != 0) return 0;
    found = at;
  }
  return found;
}

bool is_small_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace crossroads
