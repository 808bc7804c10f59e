// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "crossroads/core/printable.hpp"
#include "link/suggest/passage_words.hpp"
#include "link/suggest/suggester.hpp"
#include "text/words/spelling.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

constexpr double flood = 3;
constexpr std::uint64_t fewest = 5;  // mentions of a form that floods
constexpr std::uint64_t in_a_text =
    8;  // a name as frequent as that, a document, is what it is about
constexpr std::uint64_t times_others = 5;  // as often as all other names of its entry

const Form* find_form(const Entry& entry, std::string_view text) {
  const auto found = std::find_if(entry.forms.begin(), entry.forms.end(),
                                  [&](const Form& form) { return form.text == text; });
  return found == entry.forms.end() ? nullptr : &*found;
}

class FloodFinder {
 public:
  FloodFinder(const Ontology& ontology, const Gathered::Data& gathered,
              std::vector<Suggestion>& suggestions)
      : ontology_(ontology), gathered_(gathered), suggestions_(suggestions) {
    for (const auto& [key, use] : gathered.forms) {
      mentions_of_entry_[key.first] += use.seen.mentions;
      mentions_of_form_[key.second] += use.seen.mentions;
    }
  }

  void find() {
    for (const auto& [key, use] : gathered_.forms) {
      const Entry& entry = ontology_.entry(key.first);
      const Form* form = find_form(entry, key.second);
      // What a curator has said the case of is meant as it is.
      if (form == nullptr || form->case_rule != CaseRule::by_shape) continue;
      const std::string reason = reason_for(*form, use, mentions_of_entry_[key.first]);
      if (!reason.empty()) add(key.second, entry.id, reason, use.seen);
    }
    for (const auto& [form, use] : gathered_.undecided) add_undecided(form, use);
  }

 private:
  std::string reason_for(const Form& form, const FormUse& use, std::uint64_t of_entry) const {
    const std::uint64_t mentions = use.seen.mentions;
    const std::vector<PassageWord> words = words_of_form(form.text);
    if (mentions < fewest || words.size() != 1) return {};
    const std::string folded = fold(form.text);
    const bool acronym = words.front().shape == WordShape::acronym;
    if (words.front().shape != WordShape::small && use.in_small * 2 > mentions && !acronym) {
      return fmt::format("in small letters in {} of {} places", use.in_small, mentions);
    }
    if (acronym) return {};
    if (words.front().span.size() <= 2) return "of two letters or fewer";
    if (form.is_label || !is_listed_word(folded)) return {};
    const std::uint64_t others = of_entry - mentions;
    if (mentions >= times_others * (others + 1)) {
      return fmt::format("an ordinary word, {} times as often as the entry's other names",
                         mentions / (others + 1));
    }
    if (use.in_small > 0 && mentions >= in_a_text * use.seen.documents) {
      return "an ordinary word, very often";
    }
    return {};
  }

  void add_undecided(const std::string& form, const UndecidedUse& use) {
    const auto decided = mentions_of_form_.find(form);
    const std::uint64_t known = decided == mentions_of_form_.end() ? 0 : decided->second;
    if (use.seen.mentions < 2 || use.seen.mentions <= known) return;
    for (const EntryId candidate : use.candidates) {
      add(form, ontology_.entry(candidate).id,
          fmt::format("undecided in {} of {}", use.seen.mentions,
                      counted(use.seen.mentions + known, "place")),
          use.seen);
    }
  }

  void add(const std::string& form, const std::string& entry, std::string reason,
           const Tally& seen) {
    Suggestion s;
    s.kind = SuggestionKind::flood;
    s.form = form;
    s.entry = entry;
    s.reason = std::move(reason);
    s.seen = seen;
    s.worth = worth_of(flood, seen.mentions, seen.documents);
    suggestions_.push_back(std::move(s));
  }

  const Ontology& ontology_;
  const Gathered::Data& gathered_;
  std::vector<Suggestion>& suggestions_;
  std::map<EntryId, std::uint64_t> mentions_of_entry_;
  std::map<std::string, std::uint64_t> mentions_of_form_;
};

}  // namespace

void append_floods(const Ontology& ontology, const Gathered::Data& gathered,
                   std::vector<Suggestion>& suggestions) {
  FloodFinder(ontology, gathered, suggestions).find();
}

}  // namespace crossroads
