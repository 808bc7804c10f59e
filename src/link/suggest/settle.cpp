// SPDX-License-Identifier: Apache-2.0
#include "link/suggest/settle.hpp"

#include <algorithm>
#include <string>

#include "link/suggest/passage_words.hpp"
#include "text/words/spelling.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

std::size_t words_in(std::string_view phrase) {
  return words_of_form(phrase).size();
}

/// The phrase without its first word; empty where there is no other.
std::string_view rest_of(std::string_view phrase) {
  const std::vector<PassageWord> words = words_of_form(phrase);
  if (words.size() < 2 || words[1].gap != WordGap::space) return {};
  return phrase.substr(words[1].span.begin);
}

bool is_listed_at_start(std::string_view phrase) {
  const std::vector<PassageWord> words = words_of_form(phrase);
  return !words.empty() && words.front().shape == WordShape::capital &&
         is_listed_word(fold(text_of(phrase, words.front())));
}

}  // namespace

void settle_starts(Phrases& phrases) {
  for (auto& [phrase, use] : phrases) {
    if (use.seen.mentions > use.at_start || !is_listed_at_start(phrase)) continue;
    const std::string_view rest = rest_of(phrase);
    if (words_in(rest) < 2 || phrases.contains(rest) || use.seen.mentions < 2) use.seen = {};
  }
}

void settle_joined(Phrases& phrases) {
  std::map<std::string_view, std::uint64_t> within;  // how often a part stands in joined ones
  for (const auto& [phrase, use] : phrases) {
    for (const std::string& part : use.parts) within[part] += use.seen.mentions;
  }
  for (auto& [phrase, use] : phrases) {
    if (use.parts.empty() || use.seen.mentions == 0) continue;
    const std::uint64_t joined = use.seen.mentions;
    const bool stands_alone =
        std::any_of(use.parts.begin(), use.parts.end(), [&](const std::string& part) {
          const auto known = phrases.find(part);
          if (known == phrases.end()) return false;
          const std::uint64_t all = known->second.seen.mentions;
          return all > within[part] ? all - within[part] >= joined : within[part] > joined;
        });
    if (stands_alone || joined < 2) {
      use.seen = {};
      continue;
    }
    for (const std::string& part : use.parts) {
      const auto known = phrases.find(part);
      if (known == phrases.end()) continue;
      std::uint64_t& mentions = known->second.seen.mentions;
      mentions -= std::min(mentions, joined);
    }
  }
}

}  // namespace crossroads
