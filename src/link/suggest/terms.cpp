// SPDX-License-Identifier: Apache-2.0
#include "link/suggest/terms.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "link/suggest/common_words.hpp"
#include "link/suggest/phrases.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

constexpr std::size_t longest_term = 4;  // words

/// Before a verb: "to protect civilians" is no name.
constexpr std::array<std::string_view, 16> before_verbs = {
    "can", "cannot", "could",  "did",  "does", "may", "might", "must",
    "not", "shall",  "should", "they", "to",   "we",  "will",  "would"};
/// Behind one: "missions protect the population".
constexpr std::array<std::string_view, 12> behind_verbs = {
    "a", "an", "her", "his", "it", "its", "our", "that", "the", "their", "them", "these"};

template <class Words>
bool is_among(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool may_end(std::string_view word) {
  return word.size() > 3 && !word.ends_with("ly") && !word.ends_with("ed") &&
         !word.ends_with("ing");
}

bool is_plural(std::string_view word) {
  return word.size() > 4 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
         !word.ends_with("is");
}

std::string singular(std::string word) {
  if (word.ends_with("ies")) {
    word.resize(word.size() - 3);
    return word + "y";
  }
  word.pop_back();
  return word;
}

}  // namespace

void TermFinder::add(const std::vector<PassageWord>& words,
                     const std::vector<std::int32_t>& known_at, std::uint32_t passage) {
  for (std::size_t first = 0; first < words.size(); ++first) {
    add_from(words, known_at, first, passage);
  }
}

void TermFinder::add_from(const std::vector<PassageWord>& words,
                          const std::vector<std::int32_t>& known_at, std::size_t first,
                          std::uint32_t passage) {
  const std::string_view text = document_.bytes;
  bool of = false;
  bool space = false;  // all hyphens: "mission-specific" says more of something else
  for (std::size_t at = first; at < std::min(words.size(), first + longest_term); ++at) {
    const PassageWord& word = words[at];
    if (known_at[at] >= 0 || word.shape != WordShape::small) return;
    if (at > first &&
        (word.begins_sentence || (word.gap != WordGap::space && word.gap != WordGap::hyphen))) {
      return;
    }
    const std::string spelled = fold(text_of(text, word));
    space = space || (at > first && word.gap == WordGap::space);
    if (of && at > first + 2) return;
    if (spelled == "of" && at == first + 1) {
      of = true;
      continue;
    }
    if (spelled.size() < 3 || is_never_in_names(spelled) || is_calendar_or_part(spelled)) return;
    if (at == first && (is_generic_adjective(spelled) || spelled.ends_with("ly"))) return;
    if (at == first || !space || !may_end(spelled)) continue;
    // A part of a longer compound is no term.
    if (at + 1 < words.size() && words[at + 1].gap == WordGap::hyphen) continue;
    if (words[first].gap == WordGap::hyphen || words[first].gap == WordGap::apostrophe) return;
    take(words, first, at + 1, passage);
    if (of) return;
  }
}

void TermFinder::take(const std::vector<PassageWord>& words, std::size_t first, std::size_t end,
                      std::uint32_t passage) {
  const std::string_view text = document_.bytes;
  std::string term = fold(phrase_of(document_, words, first, end));
  const bool plural = is_plural(term);
  Found& found = found_[plural ? singular(std::move(term)) : term];
  found.places.push_back({{words[first].span.begin, words[end - 1].span.end}, passage});
  found.words = static_cast<std::uint8_t>(end - first);
  if (plural) ++found.plural;
  const bool behind = first > 0 && words[first].gap == WordGap::space &&
                      is_among(before_verbs, fold(text_of(text, words[first - 1])));
  const bool before = end < words.size() && words[end].gap == WordGap::space &&
                      is_among(behind_verbs, fold(text_of(text, words[end])));
  if (behind || before) ++found.as_verb;
}

void TermFinder::finish(std::unordered_map<std::string, TermUse>& terms) {
  for (auto& [term, found] : found_) {
    if (found.places.size() < 2 || found.as_verb * 3 > found.places.size()) continue;
    TermUse& use = terms[term];
    for (const Place& place : found.places) places_.count(use.seen, place.span, place.passage);
    use.plural = found.plural;
    use.words = found.words;
  }
  found_.clear();
}

}  // namespace crossroads
