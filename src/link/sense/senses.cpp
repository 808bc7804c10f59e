// SPDX-License-Identifier: Apache-2.0
#include "link/sense/senses.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "link/sense/rarity.hpp"
#include "link/sense/stems.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

using TextList = std::vector<std::string_view>;

TextList descriptions(const Entry& entry) {
  TextList texts;
  for (const Definition& definition : entry.definitions) texts.push_back(definition.text);
  for (const Note& note : entry.notes) texts.push_back(note.text);
  for (const Statement& statement : entry.statements) texts.push_back(statement.reason);
  return texts;
}

void for_each_word(std::string_view text, KnownWords& words,
                   const std::function<void(const ContentWord&)>& take) {
  for_each_content_word(text, {0, static_cast<std::uint32_t>(text.size())}, words, take);
}

/// "1990" is before "1990-03", and open ends are no bounds.
void widen(Period& life, const Period& by) {
  if (!by.since.empty() && (life.since.empty() || by.since < life.since)) life.since = by.since;
  if (!by.until.empty() && by.until > life.until) life.until = by.until;
}

class Builder {
 public:
  Builder(const Ontology& ontology, const std::vector<EntryId>& entries,
          const std::vector<std::vector<EntryId>>& rivals, const NamesIn& names_in)
      : ontology_(ontology), entries_(entries), rivals_(rivals), names_in_(names_in) {}

  Senses run() {
    if (entries_.empty()) return {};
    find_statements();
    for (std::size_t i = 0; i < entries_.size(); ++i) add_sense(i);
    count_words();
    weigh_words();
    return std::move(senses_);
  }

 private:
  // Statements, read from both ends.
  void find_statements() {
    linked_.resize(ontology_.entries.size());
    for (std::size_t i = 0; i < ontology_.entries.size(); ++i) {
      for (const Statement& statement : ontology_.entries[i].statements) {
        if (index(statement.to) == i) continue;
        linked_[i].insert(statement.to);
        linked_[index(statement.to)].insert(static_cast<EntryId>(i));
      }
    }
  }

  /// What an entry says that has few links speaks more than what a hub says.
  [[nodiscard]] Weight closeness(EntryId entry) const {
    return rarity(linked_[index(entry)].size(), 256) * (unit + unit / 2) / 128;
  }

  void add_sense(std::size_t at) {
    const EntryId id = entries_[at];
    const Entry& entry = ontology_.entry(id);
    Sense sense;
    sense.entry = id;
    sense.kind = kind_of(entry);
    add_dates(entry, sense);
    std::map<EntryId, Weight> neighbours;
    const auto near = [&](EntryId other, Weight weight) {
      if (other == id || weight <= 0 || is_rival(at, other)) return;
      Weight& known = neighbours[other];
      known = std::max(known, weight);
    };
    for (const EntryId other : linked_[index(id)]) {
      near(other, closeness(other));
      if (is_rival(at, other) || linked_[index(other)].size() > 16) continue;
      for (const EntryId third : linked_[index(other)]) {
        near(third, std::min(closeness(other), closeness(third)) * 3 / 4);
      }
    }
    profile_.emplace_back();
    add_own_words(at, entry, near);
    for (const EntryId other : linked_[index(id)]) {
      if (!is_rival(at, other)) add_neighbours_words(other);
    }
    neighbours[id] = 3 * unit;
    for (const auto& [other, weight] : neighbours) sense.neighbours.push_back({other, weight});
    senses_.senses.push_back(std::move(sense));
  }

  std::uint32_t kind_of(const Entry& entry) {
    const std::string kind = entry.kinds.empty() ? "" : entry.kinds.front();
    const auto [at, is_new] =
        kind_ids_.try_emplace(kind, static_cast<std::uint32_t>(kind_ids_.size()));
    return at->second;
  }

  static void add_dates(const Entry& entry, Sense& sense) {
    for (const Form& form : entry.forms) {
      if (form.period != Period{}) sense.dated.push_back({fold(form.text), form.period});
    }
    Period& life = sense.life;
    std::string last_open;
    for (const Statement& statement : entry.statements) {
      widen(life, statement.period);
      if (statement.period.until.empty()) last_open = std::max(last_open, statement.period.since);
    }
    for (const Attribute& attribute : entry.attributes) {
      widen(life, attribute.period);
      if (is_date(attribute.value)) widen(life, {attribute.value, attribute.value});
    }
    if (last_open > life.until) life.until.clear();
    if (life == Period{}) life = described_life(entry);
  }

  /// From the first year that its definitions name to the last, if they name several.
  static Period described_life(const Entry& entry) {
    Period life;
    for (const Definition& definition : entry.definitions) {
      const std::string_view text = definition.text;
      for_each_year(text, {0, static_cast<std::uint32_t>(text.size())},
                    [&](std::uint32_t year, Span) {
                      widen(life, {std::to_string(year), std::to_string(year)});
                    });
    }
    if (life.since == life.until) life.until.clear();
    return life;
  }

  [[nodiscard]] bool is_rival(std::size_t at, EntryId other) const {
    return std::binary_search(rivals_[at].begin(), rivals_[at].end(), other);
  }

  template <class Near>
  void add_own_words(std::size_t at, const Entry& entry, const Near& near) {
    for (const Form& form : entry.forms) {
      if (!form.shared) add_words(form.text, 8, Names::none);
    }
    const TextList all = descriptions(entry);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string_view text = all[i];
      const std::vector<EntryId> named = names_in_(text);
      // "Not the other one that is called so": what follows tells of the other.
      if (std::any_of(named.begin(), named.end(), [&](EntryId id) { return is_rival(at, id); })) {
        continue;
      }
      for (const EntryId id : named) near(id, closeness(id) * 3 / 4);
      add_words(text, i < entry.definitions.size() ? 8 : 5, Names::by_capital);
    }
  }

  void add_neighbours_words(EntryId which) {
    const std::size_t links = linked_[index(which)].size();
    if (links > 32) return;  // a hub tells of everything
    const Entry& entry = ontology_.entry(which);
    for (const Form& form : entry.forms) add_words(form.text, 6, Names::of_neighbour);
    if (links > 16) return;
    for (const Definition& definition : entry.definitions) {
      add_words(definition.text, 2, Names::by_capital);
    }
  }

  /// What tells a name: its capital; none does in an entry's own label, whose words say what it is.
  /// Each word of a neighbour's label may be one, but English words in it weigh as words.
  enum class Names { by_capital, none, of_neighbour };

  void add_words(std::string_view text, Weight eighths, Names names) {
    const bool single = text.find(' ') == text.npos;
    for_each_word(text, known_words_, [&](const ContentWord& word) {
      const std::string& stem = word.word.stem;
      const std::string& name = word.word.name;
      if (names == Names::of_neighbour && !name.empty()) {
        const bool sure = single || !word.word.is_listed;
        add_word("~" + name, sure ? eighths : eighths / 2);
        if (!sure) add_word(stem, eighths);
        add_pair("~", word.name_pair(), eighths);
      } else {
        const bool is_name = names == Names::by_capital && word.is_name;
        add_word(is_name ? "~" + name : stem, eighths);
        add_pair("", word.pair(), eighths);
      }
    });
  }

  void add_pair(std::string_view sign, const std::string& pair, Weight eighths) {
    if (pair.empty()) return;
    const std::string key = std::string(sign) + pair;
    senses_.begin_pairs.insert(key.substr(0, key.find(' ')));
    add_word(key, eighths);
  }

  void add_word(const std::string& key, Weight eighths) {
    const auto word =
        senses_.words.try_emplace(key, static_cast<std::uint32_t>(senses_.words.size()));
    Weight& known = profile_.back()[word.first->second];
    known = std::max(known, eighths);
  }

  /// In how many entries each word stands; and of how many of each kind.
  void count_words() {
    const std::size_t kinds = kind_ids_.size();
    kind_sizes_.resize(kinds);
    kind_counts_.resize(kinds);
    std::vector<std::set<std::uint32_t>> of_kind(kinds);
    for (const Entry& entry : ontology_.entries) {
      std::set<std::uint32_t> seen;
      const auto count = [&](std::string_view text, bool describes) {
        for_each_word(text, known_words_, [&](const ContentWord& word) {
          if (!word.word.name.empty()) note("~" + word.word.name, false, seen);
          if (word.before != nullptr) note("~" + word.name_pair(), false, seen);
          note(word.word.stem, describes, seen);
          if (word.before != nullptr) note(word.pair(), false, seen);
        });
      };
      for (const Form& form : entry.forms) count(form.text, false);
      for (const std::string_view text : descriptions(entry)) count(text, true);
      counts_.resize(senses_.words.size());
      for (const std::uint32_t word : seen) ++counts_[word];
      const auto kind = kind_ids_.find(entry.kinds.empty() ? "" : entry.kinds.front());
      if (kind == kind_ids_.end()) continue;
      ++kind_sizes_[kind->second];
      for (const std::uint32_t word : seen) ++kind_counts_[kind->second][word];
    }
  }

  /// Words that describe are counted whether a profile has them or not, if there are kinds to tell
  /// apart.
  void note(const std::string& key, bool describes, std::set<std::uint32_t>& seen) {
    auto word = senses_.words.find(key);
    if (word == senses_.words.end()) {
      if (!describes || kind_ids_.size() < 2) return;
      word = senses_.words.emplace(key, static_cast<std::uint32_t>(senses_.words.size())).first;
    }
    seen.insert(word->second);
  }

  void weigh_words() {
    counts_.resize(senses_.words.size());
    std::vector<bool> is_name(senses_.words.size());
    for (const auto& [key, word] : senses_.words) is_name[word] = key.front() == '~';
    for (std::size_t i = 0; i < profile_.size(); ++i) {
      for (const auto& [word, eighths] : profile_[i]) {
        Weight weight = rarity(counts_[word], ontology_.entries.size()) * unit / 128;
        if (!is_name[word]) weight = weight * 7 / 16;
        weight = weight * eighths / 8;
        if (weight > 0) senses_.senses[i].words.push_back({word, weight});
      }
    }
    senses_.kinds.resize(kind_ids_.size());
    if (kind_ids_.size() < 2) return;
    for (std::size_t kind = 0; kind < kind_counts_.size(); ++kind) weigh_kind(kind, is_name);
  }

  /// By how much more often a word stands in entries of the kind than in others.
  void weigh_kind(std::size_t kind, const std::vector<bool>& is_name) {
    std::vector<Weight>& weights = senses_.kinds[kind];
    weights.resize(senses_.words.size());
    const std::uint64_t all = ontology_.entries.size();
    for (const auto& [word, count] : kind_counts_[kind]) {
      if (count < 3 || is_name[word]) continue;
      const std::uint64_t others = counts_[word] - count + 1;
      const std::int32_t lift = log2_16(std::uint64_t{count} * (all - kind_sizes_[kind] + 1)) -
                                log2_16(others * kind_sizes_[kind]);
      weights[word] = std::clamp<Weight>(lift * unit / 256, 0, unit / 4);
    }
  }

  const Ontology& ontology_;
  const std::vector<EntryId>& entries_;
  const std::vector<std::vector<EntryId>>& rivals_;
  const NamesIn& names_in_;
  Senses senses_;
  KnownWords known_words_;
  std::vector<std::set<EntryId>> linked_;                 // by entry: those it has statements with
  std::vector<std::map<std::uint32_t, Weight>> profile_;  // by sense: words, in eighths
  std::map<std::string, std::uint32_t> kind_ids_;         // kinds of the senses
  std::vector<std::uint32_t> counts_;                     // by word
  std::vector<std::uint64_t> kind_sizes_;                 // by kind
  std::vector<std::map<std::uint32_t, std::uint32_t>> kind_counts_;  // by kind, by word
};

}  // namespace

const Sense* Senses::find(EntryId entry) const {
  const auto found = std::lower_bound(senses.begin(), senses.end(), entry,
                                      [](const Sense& a, EntryId b) { return a.entry < b; });
  return found != senses.end() && found->entry == entry ? &*found : nullptr;
}

Weight Senses::weight(const Sense& sense, std::uint32_t word) const {
  const auto found = std::lower_bound(sense.words.begin(), sense.words.end(), word,
                                      [](Sense::Word a, std::uint32_t b) { return a.word < b; });
  const Weight own = found != sense.words.end() && found->word == word ? found->weight : 0;
  const std::vector<Weight>& of_kind = kinds[sense.kind];
  return std::max(own, word < of_kind.size() ? of_kind[word] : 0);
}

Weight Senses::weight(const Sense& sense, EntryId neighbour) const {
  const auto found = std::lower_bound(sense.neighbours.begin(), sense.neighbours.end(), neighbour,
                                      [](Sense::Neighbour a, EntryId b) { return a.entry < b; });
  return found != sense.neighbours.end() && found->entry == neighbour ? found->weight : 0;
}

Senses build_senses(const Ontology& ontology, const std::vector<EntryId>& entries,
                    const std::vector<std::vector<EntryId>>& rivals, const NamesIn& names_in) {
  return Builder(ontology, entries, rivals, names_in).run();
}

}  // namespace crossroads
