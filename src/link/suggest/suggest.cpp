// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "link/suggest/common_words.hpp"
#include "link/suggest/passage_words.hpp"
#include "link/suggest/settle.hpp"
#include "link/suggest/suggester.hpp"
#include "text/citations/citation_refer.hpp"
#include "text/words/spelling.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

// What each kind weighs: what a text says itself, before what is counted.
constexpr double defined_alias = 8;
constexpr double defined_conflict = 8;
constexpr double defined_entry = 6;
constexpr double variant = 4;
constexpr double person = 1.5;
constexpr double symbol = 1;
constexpr double phrase_word = 1;
constexpr double term_word = 0.6;
constexpr double around_name = 0.4;  // of a phrase that holds a known name

/// "Kenyans", "Serbian", "Chinese".
bool names_a_people(std::string_view folded) {
  return folded.ends_with("ian") || folded.ends_with("ians") || folded.ends_with("ans") ||
         folded.ends_with("ese") || folded.ends_with("ish");
}

class Ranker {
 public:
  Ranker(const Ontology& ontology, const KnownNames& names, const Gathered::Data& gathered,
         const SuggestOptions& options)
      : ontology_(ontology), names_(names), gathered_(gathered), options_(options) {
    for (const Ban& ban : ontology.bans) left_.emplace(ban.form, ban.entry);
    for (const Ban& ban : options.left) left_.emplace(ban.form, ban.entry);
  }

  std::vector<Suggestion> rank() {
    add_definitions();
    add_phrases();
    add_terms();
    add_slips();
    add_persons();
    add_symbols();
    append_floods(ontology_, gathered_, suggestions_);
    std::erase_if(suggestions_, [&](const Suggestion& s) { return !is_wanted(s); });
    std::sort(
        suggestions_.begin(), suggestions_.end(), [](const Suggestion& a, const Suggestion& b) {
          return std::tuple(-a.worth, a.kind, std::string_view(a.form), std::string_view(a.entry)) <
                 std::tuple(-b.worth, b.kind, std::string_view(b.form), std::string_view(b.entry));
        });
    return std::move(suggestions_);
  }

 private:
  [[nodiscard]] bool is_wanted(const Suggestion& s) const {
    const auto& kinds = options_.kinds;
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), s.kind) == kinds.end()) {
      return false;
    }
    const bool about_known = s.kind != SuggestionKind::entry && s.kind != SuggestionKind::person &&
                             s.kind != SuggestionKind::document;
    if (left_.contains({s.form, std::string()})) return false;
    return !about_known || !left_.contains({s.form, s.entry});
  }

  /// Whether a single word is an adjective of a people, or a common noun with a capital.
  [[nodiscard]] bool is_no_name(const std::string& phrase, const PhraseUse& use) const {
    if (!use.single) return false;
    const std::string folded = fold(phrase);
    if (names_a_people(folded) || use.before_noun * 2 > use.seen.mentions) return true;
    std::uint64_t small = small_uses(folded);
    if (folded.ends_with('s')) small += small_uses(folded.substr(0, folded.size() - 1));
    return small > 0 && (is_listed_word(folded) || small * 2 > use.seen.mentions);
  }

  [[nodiscard]] std::uint64_t small_uses(const std::string& word) const {
    const auto known = gathered_.in_small.find(word);
    return known == gathered_.in_small.end() ? 0 : known->second;
  }

  [[nodiscard]] const std::string& id_of(EntryId entry) const { return ontology_.entry(entry).id; }

  /// The entry that a long form means; nothing where it is of none, or of several.
  [[nodiscard]] std::optional<EntryId> meant_by(const std::string& name) const {
    const std::vector<EntryId> bearers = names_.bearers(name);
    if (bearers.size() == 1) return bearers.front();
    if (bearers.size() > 1) return std::nullopt;
    const auto near = names_.near(name);
    if (!near) return std::nullopt;
    return near->entry;
  }

  /// Whether a long form is one of the entry's names with more words, or one of them without some:
  /// how far a definition reaches back can't always be told.
  [[nodiscard]] bool says_the_same(const std::string& name, EntryId entry) const {
    const std::vector<std::string> words = comparable_words(name);
    const auto holds = [](const std::vector<std::string>& whole,
                          const std::vector<std::string>& part) {
      return part.size() > 1 && !std::ranges::search(whole, part).empty();
    };
    return std::ranges::any_of(ontology_.entry(entry).forms, [&](const Form& form) {
      const std::vector<std::string> known = comparable_words(form.text);
      return holds(words, known) || holds(known, words);
    });
  }

  /// One line for what is defined in capitals here, with hyphens there: the most usual way.
  void add_definitions() {
    using Definition = std::pair<const std::pair<std::string, std::string>, DefinitionUse>;
    std::map<std::pair<std::vector<std::string>, std::string>, const Definition*> one;
    for (const Definition& definition : gathered_.definitions) {
      const auto& [name, short_form] = definition.first;
      const Definition*& best = one[{comparable_words(name), short_form}];
      const auto rank = [](const Definition& d) {
        return std::pair(d.second.by_letters, d.second.seen.mentions);
      };
      if (best == nullptr || rank(*best) < rank(definition)) best = &definition;
    }
    for (const auto& [key, definition] : one) {
      add_definition(definition->first.first, definition->first.second, definition->second);
    }
  }

  void add_definition(const std::string& name, const std::string& short_form,
                      const DefinitionUse& use) {
    const auto meant = meant_by(name);
    const std::vector<EntryId> bearers = names_.bearers(short_form);
    Suggestion s;
    s.seen = use.seen;
    s.seen.mentions = std::max(use.uses, use.seen.mentions);
    const double certainty = use.by_letters ? 1 : 0.5;
    const auto take = [&](SuggestionKind kind, const std::string& form, std::string reason,
                          double weight) {
      s.kind = kind;
      s.form = form;
      s.reason = std::move(reason);
      s.worth = worth_of(weight * certainty, s.seen.mentions, s.seen.documents);
      said_.insert(form);
      suggestions_.push_back(s);
    };
    if (meant) {
      said_.insert(short_form);
      if (std::find(bearers.begin(), bearers.end(), *meant) != bearers.end()) return;
      s.entry = id_of(*meant);
      take(SuggestionKind::alias, short_form, fmt::format("defined as '{}'", name), defined_alias);
      return;
    }
    const bool same = std::any_of(bearers.begin(), bearers.end(),
                                  [&](EntryId bearer) { return says_the_same(name, bearer); });
    if (same) {
      said_.insert(name);
      return;
    }
    s.entry = id_of_name(name);
    s.entry_kind = names_.kind_of(name);
    s.short_form = short_form;
    said_.insert(short_form);
    if (bearers.empty()) {
      take(SuggestionKind::entry, name,
           fmt::format("defined, with the short form '{}'", short_form), defined_entry);
      return;
    }
    take(SuggestionKind::entry, name,
         fmt::format("defined, with the short form '{}', which is of '{}'", short_form,
                     id_of(bearers.front())),
         defined_entry);
    s.short_form.clear();
    s.entry_kind.clear();
    for (const EntryId bearer : bearers) {
      s.entry = id_of(bearer);
      take(SuggestionKind::conflict, short_form, fmt::format("a text defines it as '{}'", name),
           defined_conflict);
    }
  }

  void add_phrases() {
    Phrases phrases;
    for (const auto& [phrase, use] : gathered_.phrases) phrases.emplace(phrase, use);
    for (auto& [phrase, use] : phrases) {
      if (take_variant(std::string(phrase), use)) use.seen = {};
    }
    settle_starts(phrases);
    settle_joined(phrases);
    for (const auto& [phrase, use] : phrases) {
      if (use.seen.mentions > 0) add_phrase(std::string(phrase), use);
    }
  }

  [[nodiscard]] bool is_new(const std::string& phrase) const {
    return !said_.contains(phrase) && names_.bearers(phrase).empty();
  }

  bool take_variant(const std::string& phrase, const PhraseUse& use) {
    if (use.holds_name || !is_new(phrase)) return false;
    const auto near = names_.near(phrase);
    if (near) add_variant(phrase, *near, use.seen);
    return near.has_value();
  }

  void add_phrase(const std::string& phrase, const PhraseUse& use) {
    if (!is_new(phrase)) return;
    if (use.seen.mentions < options_.least_mentions || is_no_name(phrase, use)) return;
    // Titles and places before and behind a known name are many, and mostly no names.
    if (use.holds_name && use.seen.mentions < std::max<std::uint64_t>(options_.least_mentions, 3)) {
      return;
    }
    Suggestion s;
    s.kind = SuggestionKind::entry;
    s.form = phrase;
    s.entry = id_of_name(phrase);
    s.entry_kind = names_.kind_of(phrase);
    s.reason = use.holds_name ? "a phrase in capitals around a known name" : "a phrase in capitals";
    s.seen = use.seen;
    const double length = std::log2(1.0 + static_cast<double>(words_of_form(phrase).size()));
    s.worth = worth_of(phrase_word * length * (use.holds_name ? around_name : 1), s.seen.mentions,
                       s.seen.documents);
    suggestions_.push_back(std::move(s));
  }

  /// A term counts as often as it is no part of a longer one: the C-value, with each longer term
  /// weighing by itself.
  void add_terms() {
    constexpr std::uint64_t least = 3;
    std::map<std::string_view, std::uint64_t> within;
    for (const auto& [term, use] : gathered_.terms) {
      const std::vector<PassageWord> words = words_of_form(term);
      for (std::size_t first = 0; first < words.size(); ++first) {
        for (std::size_t end = first + 2; end <= words.size(); ++end) {
          if (end - first == words.size()) continue;
          const Span part{words[first].span.begin, words[end - 1].span.end};
          std::uint64_t& most = within[std::string_view(term).substr(part.begin, part.size())];
          most = std::max(most, use.seen.mentions);
        }
      }
    }
    for (const auto& [term, use] : gathered_.terms) {
      const auto longer = within.find(term);
      const std::uint64_t nested = longer == within.end() ? 0 : longer->second;
      if (use.seen.mentions < std::max(least, options_.least_mentions) + nested) continue;
      if (!is_new(term) || !is_new(plural_of(term))) continue;
      add_term(use.plural * 2 > use.seen.mentions ? plural_of(term) : term, use, nested);
    }
  }

  static std::string plural_of(const std::string& term) {
    return term.ends_with('y') ? term.substr(0, term.size() - 1) + "ies" : term + "s";
  }

  void add_term(const std::string& term, const TermUse& use, std::uint64_t nested) {
    Suggestion s;
    s.kind = SuggestionKind::entry;
    s.form = term;
    s.entry = id_of_name(term);
    s.entry_kind = names_.kind_of(term);
    s.reason = "a frequent phrase";
    s.seen = use.seen;
    s.worth = worth_of(term_word * std::log2(static_cast<double>(use.words)),
                       use.seen.mentions - nested, use.seen.documents);
    suggestions_.push_back(std::move(s));
  }

  void add_variant(const std::string& name, const NearName& near, const Tally& seen) {
    Suggestion s;
    s.kind = near.difference == NameDifference::letters ? SuggestionKind::misspelling
                                                        : SuggestionKind::alias;
    s.form = name;
    s.entry = id_of(near.entry);
    switch (near.difference) {
      case NameDifference::spelling:
        s.reason = fmt::format("another spelling of '{}'", near.form);
        break;
      case NameDifference::missing_word:
        s.reason = fmt::format("'{}' without a word", near.form);
        break;
      case NameDifference::letters:
        s.reason = fmt::format("almost '{}'", near.form);
        break;
    }
    s.seen = seen;
    s.worth = worth_of(variant, seen.mentions, seen.documents);
    suggestions_.push_back(std::move(s));
  }

  void add_slips() {
    for (const auto& [name, seen] : gathered_.slips) {
      const auto near = names_.near(name);
      if (near && names_.bearers(name).empty()) add_variant(name, *near, seen);
    }
  }

  /// One person a line: "A. Lind" and "Ada Lind" are one where only one fuller name fits.
  void add_persons() {
    struct Known {
      std::string family;
      std::string given;
      Tally seen;
    };
    std::map<std::string, std::vector<Known>> by_family;
    for (const auto& [name, seen] : gathered_.persons) {
      by_family[plain_letters(name.first)].push_back({name.first, name.second, seen});
    }
    for (auto& [plain, known] : by_family) {
      std::stable_sort(known.begin(), known.end(), [](const Known& a, const Known& b) {
        return std::tuple(b.given.size(), std::string_view(a.given)) <
               std::tuple(a.given.size(), std::string_view(b.given));
      });
      std::vector<Known> persons;
      for (Known& next : known) {
        const auto fuller = std::find_if(persons.begin(), persons.end(), [&](const Known& other) {
          return abbreviates(next.given, other.given);
        });
        if (fuller == persons.end()) {
          persons.push_back(std::move(next));
        } else {
          add(fuller->seen, std::move(next.seen));
        }
      }
      for (Known& one : persons) add_person(one.given + " " + one.family, std::move(one.seen));
    }
  }

  static bool abbreviates(std::string_view given, std::string_view fuller) {
    while (!given.empty() && (given.back() == '.' || given.back() == ' ')) given.remove_suffix(1);
    return fuller.starts_with(given);
  }

  void add_person(const std::string& name, Tally seen) {
    if (seen.mentions < options_.least_mentions || !names_.bearers(name).empty()) return;
    Suggestion s;
    s.kind = SuggestionKind::person;
    s.form = name;
    s.entry = id_of_name(name);
    s.entry_kind = ontology_.find_kind("person") != nullptr ? "person" : "";
    s.reason = "is cited, or wrote";
    s.worth = worth_of(person, seen.mentions, seen.documents);
    s.seen = std::move(seen);
    suggestions_.push_back(std::move(s));
  }

  void add_symbols() {
    for (const auto& [name, seen] : gathered_.symbols) {
      if (seen.mentions < options_.least_mentions) continue;
      Suggestion s;
      s.kind = SuggestionKind::document;
      s.form = name;
      s.entry = id_of_name(name);
      s.entry_kind = ontology_.find_kind("document") != nullptr ? "document" : "";
      s.reason = "a document symbol";
      s.seen = seen;
      s.worth = worth_of(symbol, seen.mentions, seen.documents);
      suggestions_.push_back(std::move(s));
    }
  }

  const Ontology& ontology_;
  const KnownNames& names_;
  const Gathered::Data& gathered_;
  const SuggestOptions& options_;
  std::set<std::pair<std::string, std::string>> left_;  // form, entry
  std::set<std::string> said_;                          // by a definition
  std::vector<Suggestion> suggestions_;
};

}  // namespace

double worth_of(double weight, std::uint64_t mentions, std::uint64_t documents) {
  return weight * std::log2(1.0 + static_cast<double>(mentions)) *
         (1 + 0.5 * std::log2(static_cast<double>(std::max<std::uint64_t>(documents, 1))));
}

std::string id_of_name(std::string_view name) {
  std::string id;
  for (const char c : plain_letters(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      id += c;
    } else if (c != '\'' && !id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (id.ends_with('-')) id.pop_back();
  return id;
}

std::vector<Suggestion> Suggester::suggest(const Gathered& gathered,
                                           const SuggestOptions& options) const {
  return Ranker(data_->ontology, data_->names, gathered.data(), options).rank();
}

}  // namespace crossroads
