// SPDX-License-Identifier: Apache-2.0
#include "link/suggest/known_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/nearest.hpp"
#include "crossroads/link/lexicon.hpp"
#include "link/suggest/common_words.hpp"
#include "link/suggest/passage_words.hpp"
#include "text/citations/citation_refer.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

constexpr std::size_t one_slip = 8;    // letters of a name that may differ by one
constexpr std::size_t two_slips = 12;  // or by two
constexpr std::size_t parts = 3;       // one more than slips

struct Ending {
  std::string_view british;
  std::string_view american;
};

/// Endings of words of six letters or more.
constexpr std::array endings{
    Ending{"isation", "ization"}, Ending{"isations", "izations"}, Ending{"ising", "izing"},
    Ending{"ised", "ized"},       Ending{"ise", "ize"},           Ending{"our", "or"},
    Ending{"ours", "ors"},        Ending{"tre", "ter"},           Ending{"tres", "ters"},
    Ending{"ogue", "og"},         Ending{"ence", "ense"},         Ending{"amme", "am"},
    Ending{"ammes", "ams"}};

std::string one_spelling(std::string word) {
  if (word.size() < 6) return word;
  for (const Ending& ending : endings) {
    if (!word.ends_with(ending.british)) continue;
    word.resize(word.size() - ending.british.size());
    word += ending.american;
    break;
  }
  return word;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word;
  return all;
}

std::size_t slips_of(std::size_t letters) {
  return letters >= two_slips ? 2 : letters >= one_slip ? 1 : 0;
}

std::string digits_of(std::string_view key) {
  std::string digits;
  for (const char c : key) {
    if (is_ascii_digit(c)) digits += c;
  }
  return digits;
}

Span part_of(std::size_t size, std::size_t number) {
  return {static_cast<std::uint32_t>(size * number / parts),
          static_cast<std::uint32_t>(size * (number + 1) / parts)};
}

std::string part_key(std::size_t size, std::size_t number, std::string_view letters) {
  return fmt::format("{}/{}/{}", size, number, letters);
}

/// Whether the words in which the two differ are slips, not other words: "Northern" is no slip of
/// "Southern".
bool differ_by_slips(const std::vector<std::string>& text, const std::vector<std::string>& form) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == form[i]) continue;
    if (text[i] + "s" == form[i] || form[i] + "s" == text[i]) return false;  // the linker's task
    if (text[i].size() < 4 || is_listed_word(text[i])) return false;
  }
  return true;
}

std::string without(const std::vector<std::string>& words, std::size_t left_out) {
  std::string key;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i != left_out) key += words[i] + " ";
  }
  return key;
}

/// Whether a word tells enough that a name without it is another matter: no "of", no "the".
bool counts(const std::string& word) {
  return word.size() > 3 && !is_never_in_names(word) && !is_inner_word(word);
}

std::size_t counting(const std::vector<std::string>& words) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), counts));
}

/// The word that says what it is: the last one, or the one before "of", "for" or "in". Names in
/// small letters have heads of their own.
std::string head_of(std::string_view name) {
  const std::vector<PassageWord> words = words_of_form(name);
  std::string head;
  for (const PassageWord& word : words) {
    const std::string_view text = text_of(name, word);
    if (word.shape == WordShape::small && !head.empty() &&
        (is_inner_word(text) || is_joint(text))) {
      break;
    }
    head = plain_letters(text);
  }
  const bool small = !words.empty() && words.front().shape == WordShape::small;
  return small && !head.empty() ? "a " + head : head;
}

}  // namespace

std::vector<std::string> comparable_words(std::string_view name) {
  std::vector<std::string> words;
  for (const PassageWord& word : words_of_form(name)) {
    std::string plain = one_spelling(plain_letters(text_of(name, word)));
    if (words.empty() && plain == "the") continue;
    words.push_back(std::move(plain));
  }
  return words;
}

KnownNames::KnownNames(const Ontology& ontology) {
  for (std::size_t i = 0; i < ontology.entries.size(); ++i) {
    const Entry& entry = ontology.entries[i];
    for (const Form& form : entry.forms) {
      add(form, static_cast<EntryId>(i));
      count_head(form.text, entry.kinds.front());
    }
  }
}

void KnownNames::add(const Form& form, EntryId entry) {
  std::vector<EntryId>& bearers = exact_[form.text];
  if (bearers.empty() || bearers.back() != entry) bearers.push_back(entry);
  if (form.hidden || form.banned) return;
  Name name{form.text, {}, comparable_words(form.text), entry};
  name.key = joined(name.words);
  const auto number = static_cast<std::uint32_t>(names_.size());
  by_key_.emplace(name.key, number);
  names_.push_back(std::move(name));
  const Name& kept = names_.back();
  const bool acronym = kept.words.size() == 1 && case_rule_by_shape(form.text) == CaseRule::exact;
  if (!acronym && slips_of(kept.key.size()) > 0) add_parts(number);
  if (counting(kept.words) < 4) return;
  for (std::size_t i = 0; i < kept.words.size(); ++i) {
    if (counts(kept.words[i])) by_omission_.emplace(without(kept.words, i), number);
  }
}

void KnownNames::add_parts(std::uint32_t name) {
  const std::string_view key = names_[name].key;
  for (std::size_t i = 0; i < parts; ++i) {
    const Span part = part_of(key.size(), i);
    by_part_.emplace(part_key(key.size(), i, key.substr(part.begin, part.size())), name);
  }
}

void KnownNames::count_head(std::string_view form, const std::string& kind) {
  const std::string head = head_of(form);
  if (!head.empty()) ++heads_[head][kind];
}

std::vector<EntryId> KnownNames::bearers(std::string_view form) const {
  const auto known = exact_.find(std::string(form));
  return known == exact_.end() ? std::vector<EntryId>() : known->second;
}

void KnownNames::consider(const Name& name, NameDifference difference, std::size_t distance,
                          Found& best, bool& tie) {
  const auto rank = [](NameDifference d, std::size_t n) { return std::pair(d, n); };
  if (best.name != nullptr) {
    const auto old = rank(best.difference, best.distance);
    const auto now = rank(difference, distance);
    if (now > old) return;
    if (now == old) {
      tie = tie || name.entry != best.name->entry;
      if (std::pair(name.form.size(), name.form) >=
          std::pair(best.name->form.size(), best.name->form)) {
        return;
      }
    } else {
      tie = false;
    }
  }
  best = {&name, difference, distance};
}

void KnownNames::find_alike(const Name& wanted, Found& best, bool& tie) const {
  const std::string& key = wanted.key;
  const std::string digits = digits_of(key);
  std::set<std::uint32_t> seen;
  const std::size_t shortest = key.size() > 2 ? key.size() - 2 : 0;
  for (std::size_t size = shortest; size <= key.size() + 2; ++size) {
    const std::size_t slips = slips_of(std::min(size, key.size()));
    if (slips == 0) continue;
    for (std::size_t i = 0; i < parts; ++i) {
      const Span part = part_of(size, i);
      for (std::size_t shift = 0; shift <= 4; ++shift) {
        const std::size_t begin = part.begin + shift;
        if (begin < 2 || begin - 2 + part.size() > key.size()) continue;
        const std::string_view letters = std::string_view(key).substr(begin - 2, part.size());
        for (auto [at, end] = by_part_.equal_range(part_key(size, i, letters)); at != end; ++at) {
          if (!seen.insert(at->second).second) continue;
          const Name& name = names_[at->second];
          const std::size_t distance = edit_distance(key, name.key, slips);
          if (distance == 0 || distance > slips || digits != digits_of(name.key)) continue;
          if (!differ_by_slips(wanted.words, name.words)) continue;
          consider(name, NameDifference::letters, distance, best, tie);
        }
      }
    }
  }
}

void KnownNames::find_words(const Name& wanted, Found& best, bool& tie) const {
  if (counting(wanted.words) < 3) return;
  const std::string key = without(wanted.words, wanted.words.size());
  for (auto [at, end] = by_omission_.equal_range(key); at != end; ++at) {
    consider(names_[at->second], NameDifference::missing_word, 0, best, tie);
  }
}

std::optional<NearName> KnownNames::near(std::string_view name) const {
  Name wanted{std::string(name), {}, comparable_words(name), {}};
  wanted.key = joined(wanted.words);
  if (wanted.key.empty()) return std::nullopt;
  Found best;
  bool tie = false;
  for (auto [at, end] = by_key_.equal_range(wanted.key); at != end; ++at) {
    consider(names_[at->second], NameDifference::spelling, 0, best, tie);
  }
  if (best.name == nullptr) find_words(wanted, best, tie);
  if (best.name == nullptr) find_alike(wanted, best, tie);
  if (best.name == nullptr || tie) return std::nullopt;
  return NearName{best.name->entry, best.name->form, best.difference};
}

std::string KnownNames::kind_of(std::string_view name) const {
  const auto head = heads_.find(head_of(name));
  if (head == heads_.end()) return {};
  std::uint32_t all = 0;
  std::pair<std::uint32_t, std::string> most;
  for (const auto& [kind, count] : head->second) {
    all += count;
    if (count > most.first || (count == most.first && kind < most.second)) most = {count, kind};
  }
  // Two names at least, and two in three.
  return most.first >= 2 && most.first * 3 >= all * 2 ? most.second : std::string();
}

}  // namespace crossroads
