// SPDX-License-Identifier: Apache-2.0
#include "link/local/local_names.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>

#include "crossroads/core/utf8.hpp"
#include "crossroads/link/lexicon.hpp"
#include "link/local/beside.hpp"
#include "text/words/spelling.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

using std::string_view_literals::operator""sv;

/// What names are built with, English, French and Spanish: sorted.
constexpr std::array function_words = {
    "a"sv,    "against"sv, "an"sv,   "and"sv, "at"sv,   "au"sv,    "aux"sv,  "by"sv,
    "d"sv,    "dans"sv,    "de"sv,   "del"sv, "des"sv,  "du"sv,    "el"sv,   "en"sv,
    "et"sv,   "for"sv,     "from"sv, "in"sv,  "into"sv, "l"sv,     "la"sv,   "las"sv,
    "le"sv,   "les"sv,     "los"sv,  "of"sv,  "on"sv,   "or"sv,    "para"sv, "por"sv,
    "pour"sv, "s"sv,       "sur"sv,  "the"sv, "to"sv,   "under"sv, "with"sv, "y"sv};

/// What the head of a name stands before, in small letters: sorted.
constexpr std::array prepositions = {
    "across"sv,  "against"sv, "along"sv, "around"sv,  "at"sv,         "between"sv, "by"sv,
    "for"sv,     "from"sv,    "in"sv,    "inside"sv,  "into"sv,       "near"sv,    "of"sv,
    "on"sv,      "outside"sv, "over"sv,  "through"sv, "throughout"sv, "to"sv,      "toward"sv,
    "towards"sv, "under"sv,   "with"sv,  "within"sv};

template <std::size_t n>
bool has(const std::array<std::string_view, n>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool is_acronym(std::string_view form) {
  return form.find(' ') == form.npos && form.size() <= 16 &&
         case_rule_by_shape(form) == CaseRule::exact;
}

/// The words of a name up to its head: of "Independent Panel on Peace Operations" two.
std::vector<std::string_view> up_to_head(const std::vector<std::string_view>& words) {
  const auto end = std::find_if(words.begin(), words.end(),
                                [](std::string_view word) { return has(prepositions, word); });
  return {words.begin(), end};
}

/// Whether a word of a name is common ("Council") and written as a name's.
bool is_common_with_capital(std::string_view word) {
  return is_capitalized(word) && !is_in_capitals(word) && is_listed_word(fold(word));
}

/// What a form may be cut down to: the head, and the stretches up to it of two words or more.
std::vector<LocalNames::Head> heads_of(std::string_view form) {
  std::vector<LocalNames::Head> heads;
  if (form.find_first_of(",;:()/\"") != form.npos) return heads;
  const std::vector<std::string_view> all = split(form);
  const std::vector<std::string_view> words = up_to_head(all);
  if (all.size() < 2 || words.empty() || !is_common_with_capital(words.back())) return heads;
  std::string text(words.back());
  const std::string_view last = words.back();
  const std::vector<std::uint64_t> behind =
      content_words(form.substr(static_cast<std::size_t>(last.data() - form.data()) + last.size()));
  heads.push_back({text, false, behind});
  for (std::size_t i = words.size() - 1; i > 0; --i) {
    if (!is_capitalized(words[i - 1]) || (i == 1 && words.size() == all.size())) break;
    text.insert(0, std::string(words[i - 1]) + " ");
    heads.push_back({text, false, behind});
  }
  return heads;
}

/// Adds words to others, both in ascending order.
void add_words(std::vector<std::uint64_t>& words, const std::vector<std::uint64_t>& more) {
  std::vector<std::uint64_t> all;
  std::set_union(words.begin(), words.end(), more.begin(), more.end(), std::back_inserter(all));
  words = std::move(all);
}

template <class Map>
auto* find(Map& map, EntryId entry) {
  const auto found = map.find(index(entry));
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

bool is_preposition(std::string_view word) {
  return has(prepositions, word);
}

std::vector<std::uint64_t> content_words(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::string word;
  const auto take = [&] {
    if (word.empty()) return;
    std::string key = fold(word);
    word.clear();
    if (has(function_words, std::string_view(key))) return;
    if (key.size() > 3 && key.ends_with('s') && !key.ends_with("ss")) key.pop_back();
    for (std::size_t at = key.find("isation"); at != key.npos; at = key.find("isation", at + 1)) {
      key[at + 1] = 'z';
    }
    words.push_back(std::hash<std::string>{}(key));
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_word_character(c.value) && !is_apostrophe(c.value)) {
      word += text.substr(at, c.size);
    } else if (!is_invisible(c.value)) {
      take();
    }
    at += c.size;
  }
  take();
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

LocalNames LocalNames::build(const Ontology& ontology) {
  LocalNames names;
  for (std::size_t i = 0; i < ontology.entries.size(); ++i) {
    const Entry& entry = ontology.entries[i];
    const auto id = static_cast<std::uint32_t>(i);
    if (ontology.is_any_of(entry, {"person"})) {
      ShortNames person = short_names(entry);
      if (!person.surnames.empty()) names.persons_.emplace(id, std::move(person));
      continue;
    }
    const auto& forms = entry.forms;
    if (std::none_of(forms.begin(), forms.end(),
                     [](const Form& form) { return is_acronym(form.text); })) {
      continue;
    }
    Words& words = names.words_[id];
    for (const Form& form : forms) {
      std::vector<std::uint64_t> of_form = content_words(form.text);
      if (of_form.size() >= 2) words.push_back(std::move(of_form));
    }
  }
  names.add_heads(ontology);
  return names;
}

void LocalNames::add_heads(const Ontology& ontology) {
  std::unordered_map<std::string, std::vector<std::uint32_t>> bearers;  // of last words, folded
  for (std::size_t i = 0; i < ontology.entries.size(); ++i) {
    const Entry& entry = ontology.entries[i];
    const auto id = static_cast<std::uint32_t>(i);
    if (ontology.is_any_of(entry, {"person", "place"})) continue;
    std::vector<Head> heads;
    for (const Form& form : entry.forms) {
      if (form.lang != "en" || form.hidden) continue;
      for (Head& head : heads_of(form.text)) {
        const auto same = std::find_if(heads.begin(), heads.end(),
                                       [&](const Head& other) { return other.text == head.text; });
        if (same != heads.end()) {
          add_words(same->behind, head.behind);
          continue;
        }
        if (head.text.find(' ') == std::string::npos) bearers[fold(head.text)].push_back(id);
        heads.push_back(std::move(head));
      }
    }
    if (!heads.empty()) heads_.emplace(id, std::move(heads));
  }
  for (auto& [id, heads] : heads_) {
    for (Head& head : heads) {
      const auto bearer = bearers.find(fold(head.text));
      head.is_usual = bearer != bearers.end() && bearer->second.size() > 1;
    }
  }
}

const ShortNames* LocalNames::person(EntryId entry) const {
  return find(persons_, entry);
}
const std::vector<LocalNames::Head>* LocalNames::heads(EntryId entry) const {
  return find(heads_, entry);
}
const LocalNames::Words* LocalNames::words(EntryId entry) const {
  return find(words_, entry);
}

}  // namespace crossroads
