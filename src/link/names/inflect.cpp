// SPDX-License-Identifier: Apache-2.0
#include "link/names/inflect.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/utf8.hpp"
#include "link/english.hpp"
#include "link/names/data.hpp"
#include "link/names/word_key.hpp"

namespace crossroads {
namespace {

using Take = std::function<void(const SpelledForm&, std::uint32_t flags)>;
using Variants = NameForm::Variants;

constexpr std::size_t most_changes = 4;  // hyphens or words of a form that are joined or parted

bool is_exactly_small(std::string_view word) {
  return word.size() >= 2 && is_small_letters(word);
}

/// `form` with another word in the place of one.
SpelledForm replaced(const SpelledForm& form, std::size_t at, std::string_view word) {
  SpelledForm out;
  for (std::size_t i = 0; i < form.words.size(); ++i) {
    out.add(i == 0 ? std::string_view() : form.gap(i), i == at ? word : form.word(i));
  }
  out.ascii = form.ascii;
  return out;
}

class Inflector {
 public:
  Inflector(const SpelledForm& form, Variants variants, CaseRule rule,
            const ListedWordFilter* filter, const Take& take)
      : form_(form),
        variants_(variants),
        exact_(rule == CaseRule::exact),
        filter_(filter),
        take_(take) {}

  void run() {
    take_with_plurals(form_, 0);
    if (exact_ || variants_ == Variants::none) return;
    std::size_t changes = 0;
    for (std::size_t i = 0; i < form_.words.size(); ++i) changes += may_join(i) ? 1U : 0U;
    if (variants_ >= Variants::words && changes < most_changes) {
      for (std::size_t i = 0; i < form_.words.size(); ++i) {
        changes += parting_of(form_.word(i), filter_) > 0 ? 1U : 0U;
      }
    }
    if (changes > 0) take_all_ways();
  }

 private:
  bool may_join(std::size_t at) const {
    return at > 0 && form_.gap(at) == "-" && is_exactly_small(form_.word(at)) &&
           is_exactly_small(form_.word(at - 1));
  }

  struct Way {
    SpelledForm form;
    bool changed = false;
    bool parted = false;  // its last word is part of one
  };

  /// All ways to join words at hyphens and to part long ones, but the form itself.
  void take_all_ways() {
    std::vector<Way> ways(1);
    std::size_t changes = 0;
    for (std::size_t i = 0; i < form_.words.size(); ++i) {
      const std::string_view gap = i == 0 ? std::string_view() : form_.gap(i);
      const std::string_view word = form_.word(i);
      const bool joins = may_join(i) && changes < most_changes;
      if (joins) ++changes;
      const std::size_t parting =
          variants_ >= Variants::words && changes < most_changes ? parting_of(word, filter_) : 0;
      if (parting > 0) ++changes;
      std::vector<Way> next;
      for (const Way& way : ways) {
        next.push_back({way.form, way.changed, false});
        next.back().form.add(gap, word);
        if (parting > 0) {
          next.push_back({way.form, true, true});
          next.back().form.add(gap, word.substr(0, parting));
          next.back().form.add(" ", word.substr(parting));
        }
        if (joins && !way.parted) {
          next.push_back({way.form, true, false});
          next.back().form.text += word;
          next.back().form.words.back().end += static_cast<std::uint32_t>(word.size());
        }
      }
      ways = std::move(next);
    }
    for (Way& way : ways) {
      way.form.ascii = form_.ascii;
      if (way.changed) take_with_plurals(way.form, NamePattern::variant);
    }
  }

  void take_with_plurals(const SpelledForm& way, std::uint32_t flags) {
    if (!exact_ && flags != 0 && !may_stand_alone(way, way.word(0))) return;
    if (variants_ < Variants::plurals) return take_(way, flags);
    const std::size_t last = way.words.size() - 1;
    if (adds_s(way, last)) flags |= NamePattern::last_adds_s;
    const bool of = is_of(way);
    if (of && adds_s(way, 0)) flags |= NamePattern::first_adds_s;
    const bool singular = form_.words.size() >= 2 && is_all_small();
    if (singular) {
      for (const WordChange& change : singulars_of(way.word(last))) {
        if (change.keep + 1 != way.word(last).size() || !change.end.empty()) continue;
        if (may_stand_alone(way, change.of(way.word(last)))) flags |= NamePattern::last_drops_s;
      }
    }
    take_(way, flags);
    take_other_plurals(way, last);
    if (of) take_other_plurals(way, 0);
    if (singular) take_other_singulars(way, last);
  }

  /// "codes of conduct": the first word may be a plural.
  bool is_of(const SpelledForm& way) const {
    return form_.words.size() >= 3 && is_small_letters(form_.word(0)) && way.words.size() >= 3 &&
           word_key(form_.word(1)) == "of" && form_.gap(1) == " " && form_.gap(2) == " " &&
           word_key(way.word(1)) == "of";
  }

  bool is_all_small() const {
    for (std::size_t i = 0; i < form_.words.size(); ++i) {
      if (!is_small_letters(form_.word(i))) return false;
    }
    return true;
  }

  /// A variant of one word must not be a function word, nor one of two characters.
  bool may_stand_alone(const SpelledForm& way, std::string_view word) const {
    if (exact_ || way.words.size() > 1) return true;
    return word_length(word) > 2 && !is_grammar_word(word_key(word));
  }

  struct Plurals {
    std::string plain;
    WordChanges changes;
  };

  Plurals plurals(const SpelledForm& way, std::size_t at) const {
    Plurals found{plain_word(way.word(at)), {}};
    if (word_length(found.plain) < 2) return found;
    const auto last =
        static_cast<UChar32>(code_point_before(found.plain, found.plain.size()).value);
    if (u_isdigit(last) != 0) return found;
    if (exact_ && u_isupper(last) != 0) {
      if (last != 'S') found.changes = {{WordChange{found.plain.size(), "s"}}, 1};
      return found;
    }
    std::string key = word_key(found.plain);
    found.changes = plurals_of(key);
    if (key.size() != found.plain.size()) found.plain = std::move(key);
    return found;
  }

  /// Whether it is found by the same hash, which leaves one s out.
  static bool is_s_alone(const Plurals& plurals, const WordChange& change) {
    return change.end == "s" && change.keep == plurals.plain.size() &&
           (static_cast<unsigned char>(plurals.plain.back()) | 0x20U) != 's';
  }

  bool adds_s(const SpelledForm& way, std::size_t at) const {
    const Plurals all = plurals(way, at);
    return std::any_of(all.changes.begin(), all.changes.end(), [&](const WordChange& change) {
      return is_s_alone(all, change) && may_stand_alone(way, all.plain + "s");
    });
  }

  void take_other_plurals(const SpelledForm& way, std::size_t at) const {
    const Plurals all = plurals(way, at);
    for (const WordChange& change : all.changes) {
      if (!is_s_alone(all, change)) take_changed(way, at, change.of(all.plain));
    }
  }

  void take_other_singulars(const SpelledForm& way, std::size_t at) const {
    for (const WordChange& change : singulars_of(way.word(at))) {
      if (change.keep + 1 == way.word(at).size() && change.end.empty()) continue;
      take_changed(way, at, change.of(way.word(at)));
    }
  }

  void take_changed(const SpelledForm& way, std::size_t at, const std::string& word) const {
    if (may_stand_alone(way, word)) take_(replaced(way, at, word), NamePattern::variant);
  }

  const SpelledForm& form_;
  Variants variants_;
  bool exact_;
  const ListedWordFilter* filter_;
  const Take& take_;
};

}  // namespace

void inflect(const SpelledForm& form, Variants variants, CaseRule rule,
             const ListedWordFilter* filter, const Take& take) {
  Inflector(form, variants, rule, filter, take).run();
}

}  // namespace crossroads
