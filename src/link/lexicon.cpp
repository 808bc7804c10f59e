// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/lexicon.hpp"

#include <unicode/uchar.h>

#include <deque>
#include <unordered_set>

#include "crossroads/core/utf8.hpp"
#include "link/english.hpp"
#include "link/lexicon_data.hpp"
#include "link/names/spelled_form.hpp"
#include "link/names/word_key.hpp"
#include "link/persons.hpp"
#include "link/sense/compile.hpp"
#include "link/symbol_places.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

constexpr std::size_t short_form = 2;  // characters that a form must have more of

bool is_english(std::string_view lang) {
  return lang == "en" || lang.starts_with("en-");
}

/// The first letter or digit.
char32_t first_character(std::string_view form) {
  for (std::size_t at = 0; at < form.size();) {
    const CodePoint point = code_point_at(form, at);
    at += point.size;
    if (u_isalnum(static_cast<UChar32>(point.value)) != 0) return point.value;
  }
  return 0;
}

bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_small(char32_t c) {
  return u_islower(static_cast<UChar32>(c)) != 0;
}
bool is_capital(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) != 0;
}
/// As of a script that has no capitals, where a letter may be a word.
bool is_caseless(char32_t c) {
  return is_letter(c) && !is_small(c) && !is_capital(c);
}

/// The forms of an ontology as they are to be found, those that would be found everywhere left out.
class FormCollector {
 public:
  explicit FormCollector(const Ontology& ontology) {
    count_initials(ontology);
    for (std::size_t i = 0; i < ontology.entries.size(); ++i) {
      add(ontology, ontology.entries[i], static_cast<EntryId>(i));
    }
  }

  [[nodiscard]] const std::vector<NameForm>& forms() const { return forms_; }

 private:
  /// How the ontology writes its labels: with small letters, or not.
  void count_initials(const Ontology& ontology) {
    for (const Entry& entry : ontology.entries) {
      for (const Form& form : entry.forms) {
        if (!form.is_label) continue;
        const char32_t first = first_character(form.text);
        if (is_letter(first)) ++letters_;
        if (is_small(first)) ++small_;
      }
    }
  }

  void add(const Ontology& ontology, const Entry& entry, EntryId id) {
    const bool person = ontology.is_any_of(entry, {"person"});
    for (std::size_t i = 0; i < entry.forms.size(); ++i) {
      if (entry.forms[i].banned) continue;
      add(entry.forms[i], id, static_cast<std::uint32_t>(i), person);
    }
    if (!person) return;
    for (DerivedForm& form : person_forms(entry)) {
      derived_.push_back(std::move(form.text));
      NameForm name{derived_.back(), id, no_form, form.case_rule};
      if (form.in_notes_only) name.where = NameForm::Where::in_notes;
      name.origin = NameForm::Origin::derived;
      forms_.push_back(name);
    }
  }

  void add(const Form& form, EntryId entry, std::uint32_t place, bool person) {
    NameForm name{form.text, entry, place, form.case_rule};
    if (form.case_rule == CaseRule::by_shape) {
      name.case_rule = case_rule_by_shape(form.text);
      if (form.text.size() <= longest_look && !settle(form, name)) return;
    }
    name.variants = !is_english(form.lang) ? NameForm::Variants::hyphens
                    : person               ? NameForm::Variants::words
                                           : NameForm::Variants::plurals;
    forms_.push_back(name);
  }

  /// Whether a form is found of which the curator says nothing, and how, if it is one of one word
  /// or of a few characters.
  bool settle(const Form& form, NameForm& name) {
    if (!spell(form.text, spelled_)) return true;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < spelled_.words.size() && characters <= short_form; ++i) {
      characters += word_length(spelled_.word(i));
    }
    if (characters <= short_form) {
      name.case_rule = CaseRule::exact;
      return form.is_label && !has_any(form.text, is_small) &&
             (characters > 1 || has_any(form.text, is_caseless));
    }
    if (!form.is_label && !has_any(form.text, is_letter)) return false;
    if (spelled_.words.size() > 1 || name.case_rule == CaseRule::exact) return true;
    const std::string key = word_key(spelled_.word(0));
    if (is_grammar_word(key)) return false;
    if (has_first_capital_alone(plain_word(spelled_.word(0))) && others_are_small(form) &&
        is_listed_word(key)) {
      name.capital = NameForm::Capital::first;
    }
    return true;
  }

  static bool has_any(std::string_view text, bool (*is_one)(char32_t)) {
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      if (is_one(point.value)) return true;
      at += point.size;
    }
    return false;
  }

  static bool has_first_capital_alone(std::string_view word) {
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < word.size();) {
      const CodePoint point = code_point_at(word, at);
      if (is_capital(point.value)) ++capitals;
      at += point.size;
    }
    return capitals == 1 && is_capital(code_point_at(word, 0).value);
  }

  /// Whether most labels but this one begin with a small letter; of a few it is no habit.
  bool others_are_small(const Form& form) const {
    const std::size_t letters =
        letters_ - (form.is_label && is_letter(first_character(form.text)) ? 1 : 0);
    return letters >= fewest_labels && 2 * small_ > letters;
  }

  static constexpr std::size_t fewest_labels = 10;
  static constexpr std::size_t longest_look = 64;  // bytes: a longer form is no such word

  std::vector<NameForm> forms_;
  std::deque<std::string> derived_;  // which the forms view
  SpelledForm spelled_;
  std::size_t letters_ = 0;
  std::size_t small_ = 0;
};

std::unordered_set<EntryId> entries_of(const Ontology& ontology,
                                       const std::vector<std::string>& kinds) {
  std::unordered_set<EntryId> entries;
  for (std::size_t i = 0; i < ontology.entries.size(); ++i) {
    if (ontology.is_any_of(ontology.entries[i], kinds)) {
      entries.insert(static_cast<EntryId>(i));
    }
  }
  return entries;
}

}  // namespace

CaseRule case_rule_by_shape(std::string_view form) {
  int capitals = 0;
  bool digit = false;
  for (std::size_t at = 0; at < form.size();) {
    const CodePoint point = code_point_at(form, at);
    at += point.size;
    const auto character = static_cast<UChar32>(point.value);
    if (!u_isalnum(character)) {
      capitals = 0;
      digit = false;
      continue;
    }
    if (u_isupper(character)) ++capitals;
    if (u_isdigit(character)) digit = true;
    if (capitals >= 2 || (capitals >= 1 && digit)) return CaseRule::exact;
  }
  return CaseRule::ignore;
}

Lexicon::Lexicon(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Lexicon Lexicon::build(const Ontology& ontology) {
  FormCollector forms(ontology);
  std::vector<std::uint64_t> awaited;
  SymbolIndex symbols = index_symbols(ontology);
  if (!symbols.empty()) awaited = words_before_numbers();
  Names names = Names::build(forms.forms(), awaited);
  Senses senses = compile_senses(ontology, names, symbols);
  return Lexicon(
      std::make_unique<Data>(Data{std::move(names), std::move(symbols), std::move(senses),
                                  entries_of(ontology, {"organization", "place"}),
                                  entries_of(ontology, {"place"}), LocalNames::build(ontology)}));
}

}  // namespace crossroads
