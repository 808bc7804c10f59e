// SPDX-License-Identifier: Apache-2.0
#include "link/sense/stems.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "crossroads/core/utf8.hpp"
#include "link/names/word_key.hpp"
#include "text/words/spelling.hpp"
#include "text/words/tokens.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

/// Words that say nothing of what a text is about, of three letters or more. Sorted.
constexpr std::array<std::string_view, 176> empty_words = {
    "about",   "above",   "according", "after",    "again",  "all",      "almost",  "alone",
    "along",   "already", "also",      "although", "always", "among",    "and",     "another",
    "any",     "are",     "around",    "ask",      "asked",  "because",  "been",    "before",
    "being",   "best",    "better",    "between",  "both",   "but",      "called",  "came",
    "can",     "come",    "could",     "day",      "days",   "did",      "does",    "doing",
    "done",    "down",    "during",    "each",     "either", "else",     "even",    "ever",
    "every",   "few",     "first",     "five",     "for",    "found",    "four",    "from",
    "further", "get",     "give",      "given",    "had",    "has",      "have",    "having",
    "her",     "here",    "him",       "himself",  "his",    "how",      "however", "into",
    "its",     "itself",  "just",      "known",    "last",   "later",    "least",   "less",
    "like",    "made",    "make",      "many",     "may",    "might",    "month",   "months",
    "more",    "most",    "much",      "must",     "near",   "never",    "new",     "next",
    "nor",     "not",     "now",       "off",      "often",  "once",     "one",     "only",
    "other",   "our",     "out",       "over",     "own",    "said",     "same",    "say",
    "says",    "see",     "several",   "shall",    "she",    "should",   "since",   "six",
    "some",    "still",   "such",      "take",     "taken",  "ten",      "than",    "that",
    "the",     "their",   "them",      "then",     "there",  "these",    "they",    "this",
    "those",   "three",   "through",   "thus",     "today",  "together", "too",     "took",
    "toward",  "towards", "two",       "under",    "until",  "upon",     "use",     "used",
    "very",    "want",    "wants",     "was",      "week",   "weeks",    "well",    "went",
    "were",    "what",    "when",      "where",    "which",  "while",    "who",     "whom",
    "whose",   "with",    "within",    "without",  "would",  "year",     "years",   "yesterday"};

bool is_vowel(std::string_view word, std::size_t at) {
  const char c = word[at];
  if (c == 'y') return at > 0 && !is_vowel(word, at - 1);
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool has_vowel(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (is_vowel(word, at)) return true;
  }
  return false;
}

bool strip(std::string& word, std::string_view suffix, std::size_t least) {
  if (!word.ends_with(suffix) || word.size() < suffix.size() + least) return false;
  if (!has_vowel(std::string_view(word).substr(0, word.size() - suffix.size()))) return false;
  word.resize(word.size() - suffix.size());
  return true;
}

void strip_plural(std::string& word) {
  if (word.size() < 4 || !word.ends_with('s')) return;
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return;
  if (word.ends_with("sses")) {
    word.resize(word.size() - 2);
  } else if (word.ends_with("ies")) {
    word.resize(word.size() - 3);
    word += 'y';
  } else {
    word.pop_back();
  }
}

void undouble(std::string& word) {
  const std::size_t size = word.size();
  if (size < 4 || word[size - 1] != word[size - 2] || is_vowel(word, size - 1)) return;
  const char last = word.back();
  if (last != 'l' && last != 's' && last != 'z') word.pop_back();
}

/// Unicode's category of a word's first letter is that of a capital.
bool starts_with_capital(std::string_view word) {
  return u_isupper(static_cast<UChar32>(code_point_at(word, 0).value)) != 0;
}

/// Whether what stands before a word may be a sentence's end, or the text's start.
bool may_begin_sentence(std::string_view text, Span range, std::uint32_t at) {
  while (at > range.begin && (text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '"' ||
                              text[at - 1] == '(' || text[at - 1] == '*')) {
    --at;
  }
  return at == range.begin || text[at - 1] == '.' || text[at - 1] == '?' || text[at - 1] == '!' ||
         text[at - 1] == ':' || text[at - 1] == '#';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

bool is_gap(char c) {
  return c == ' ' || c == '-' || c == '\n';
}

}  // namespace

void for_each_year(std::string_view text, Span range,
                   const std::function<void(std::uint32_t, Span)>& take) {
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if (!is_digit(text[at]) || (at > range.begin && is_word_byte(text[at - 1]))) continue;
    std::uint32_t end = at;
    std::uint32_t year = 0;
    for (; end < range.end && end < at + 4 && is_digit(text[end]); ++end) {
      year = 10 * year + static_cast<std::uint32_t>(text[end] - '0');
    }
    const bool whole = end == range.end || !is_word_byte(text[end]);
    if (whole && end == at + 4 && year >= 1800 && year < 2100) take(year, {at, end});
    at = end - 1;
  }
}

std::string stem_of(std::string word) {
  strip_plural(word);
  if (strip(word, "ing", 3) || strip(word, "ed", 3)) undouble(word);
  if (!strip(word, "ion", 5)) {
    for (const std::string_view suffix : {"ment", "ly", "er", "or"}) {
      if (strip(word, suffix, 4)) break;
    }
  }
  undouble(word);
  if (word.size() > 3 && word.ends_with('e')) word.pop_back();
  if (word.size() > 4 && word.ends_with("at")) word.resize(word.size() - 2);
  if (word.size() > 3 && word.ends_with('y')) word.back() = 'i';
  return word;
}

std::string name_key(std::string_view word) {
  for (const std::string_view suffix : {"ese", "ian", "ia", "an", "on", "i", "a", "o"}) {
    if (word.ends_with(suffix) && word.size() >= suffix.size() + 4) {
      word.remove_suffix(suffix.size());
      break;
    }
  }
  return std::string(word);
}

const KnownWords::Word& KnownWords::of(std::string_view bytes) {
  const auto known = words_.find(bytes);
  if (known != words_.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(words_.size());
  Word& word = words_.try_emplace(std::string(bytes)).first->second;
  word.number = number;
  std::string folded = word_key(bytes);
  if (folded.size() < 3 || (folded[0] >= '0' && folded[0] <= '9')) return word;
  if (std::binary_search(empty_words.begin(), empty_words.end(), folded)) return word;
  if (starts_with_capital(bytes)) {
    word.name = name_key(folded);
    word.is_listed = is_listed_word(folded);
  }
  word.stem = stem_of(std::move(folded));
  return word;
}

std::string ContentWord::pair() const {
  return before == nullptr ? std::string() : before->stem + " " + word.stem;
}

std::string ContentWord::name_pair() const {
  if (before == nullptr || before->name.empty() || word.name.empty()) return {};
  return before->name + " " + word.name;
}

void for_each_content_word(std::string_view text, Span range, KnownWords& words,
                           const std::function<void(const ContentWord&)>& take) {
  const KnownWords::Word* last = nullptr;  // the word before, where that says something
  std::uint32_t last_end = range.begin;
  const auto word = [&](Span span) {
    const KnownWords::Word& one = words.of(text.substr(span.begin, span.size()));
    if (one.stem.empty()) return;
    const bool beside = last != nullptr && span.begin == last_end + 1 && is_gap(text[last_end]);
    const bool is_name =
        !one.name.empty() && (!one.is_listed || !may_begin_sentence(text, range, span.begin));
    const KnownWords::Word* const before = beside ? last : nullptr;
    last = &one;
    last_end = span.end;
    take({span, one, before, is_name});
  };
  for_each_token(text, range, [&](const Token& token) {
    if (token.ascii) return word(token.span);
    std::uint32_t begin = token.span.begin;  // what is no letter may be glued to it
    for (std::uint32_t at = begin; at < token.span.end;) {
      const CodePoint point = code_point_at(text, at);
      if (!is_word_character(point.value) && !is_invisible(point.value)) {
        if (begin < at) word({begin, at});
        begin = at + static_cast<std::uint32_t>(point.size);
      }
      at += static_cast<std::uint32_t>(point.size);
    }
    if (begin < token.span.end) word({begin, token.span.end});
  });
}

}  // namespace crossroads
