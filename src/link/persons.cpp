// SPDX-License-Identifier: Apache-2.0
#include "link/persons.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/utf8.hpp"
#include "text/words/name_particles.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

constexpr std::size_t most_names = 6;  // more is no person's name

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string_view first_letter(std::string_view word) {
  return word.substr(0, code_point_at(word, 0).size);
}

bool begins_with_capital(std::string_view word) {
  return !word.empty() && u_isupper(static_cast<UChar32>(code_point_at(word, 0).value)) != 0;
}

/// "G.", "G".
bool is_initial(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return begins_with_capital(word) && first_letter(word).size() == word.size();
}

struct Name {
  std::vector<std::string> given;
  std::string particles;  ///< "de", "van der"; empty for none
  std::string family;     ///< without them
};

std::string joined(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) text += ' ';
    text += words[i];
  }
  return text;
}

void set_family(Name& name, const std::vector<std::string_view>& words, std::size_t begin) {
  std::size_t family = begin;
  while (family + 1 < words.size() && is_name_particle(words[family])) ++family;
  name.particles = joined(words, begin, family);
  name.family = joined(words, family, words.size());
}

/// Where the name begins that ends with the word before `end`: at its first particle.
std::size_t begin_of_family(const std::vector<std::string_view>& words, std::size_t end) {
  std::size_t begin = end == 0 ? 0 : end - 1;
  while (begin > 1 && is_name_particle(words[begin - 1])) --begin;
  return begin;
}

/// The parts of "Cedric de Coning" or "de Coning, Cedric"; no given names where there are none, or
/// where it is no plain name.
Name parts_of(std::string_view form) {
  Name name;
  if (std::any_of(form.begin(), form.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '(' || c == '/' || c == '"';
      })) {
    return name;
  }
  const std::size_t comma = form.find(',');
  std::vector<std::string_view> words = split(form.substr(0, comma), ' ');
  if (words.empty() || words.size() > most_names) return name;
  std::vector<std::string_view> given;
  std::size_t family = 0;
  if (comma != form.npos) {
    given = split(form.substr(comma + 1), ' ');
  } else {
    family = begin_of_family(words, words.size());
    given.assign(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(family));
  }
  if (given.size() > most_names || !std::all_of(given.begin(), given.end(), begins_with_capital)) {
    return name;
  }
  set_family(name, words, family);
  if (!begins_with_capital(name.family) || is_initial(name.family)) return {};
  for (const std::string_view word : given) name.given.emplace_back(word);
  return name;
}

/// "J.-M." of "Jean-Marie", as often as there are names: parts are joined by `between`.
std::string initials(const std::vector<std::string>& given, std::size_t count,
                     std::string_view stop, std::string_view between) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += between;
    bool first = true;
    for (const std::string_view part : split(given[i], '-')) {
      if (!first) text += stop.empty() ? "" : "-";
      text += first_letter(part);
      text += stop;
      first = false;
    }
  }
  return text;
}

std::string without_last_stop(std::string text) {
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string capitalized(std::string text) {
  if (!text.empty())
    text[0] = static_cast<char>(text[0] >= 'a' && text[0] <= 'z' ? text[0] - 32 : text[0]);
  return text;
}

class FormMaker {
 public:
  explicit FormMaker(const Entry& entry) {
    for (const Form& form : entry.forms) known_.insert(ascii_lower(form.text));
  }

  void add_all(const Name& name) {
    const std::size_t count = name.given.size();
    const std::string family =
        name.particles.empty() ? name.family : name.particles + " " + name.family;
    std::vector<std::string> full{all_given(name, count)};
    if (count > 1 && std::all_of(name.given.begin() + 1, name.given.end(), is_initial)) {
      full.push_back(name.given.front());
    }
    if (count > 1 && !is_initial(name.given.front())) {
      const std::vector<std::string> rest(name.given.begin() + 1, name.given.end());
      for (const std::string_view stop : {".", ""}) {
        full.push_back(name.given.front() + " " + initials(rest, rest.size(), stop, " "));
      }
    }
    for (const std::string& given : full) {
      const bool short_given = is_initial(given);
      add(given + " " + family, short_given ? CaseRule::exact : CaseRule::ignore,
          short_given && !given.ends_with('.'));
      // Else "the law, mark the date" would name Mark Law.
      add(family + ", " + without_last_stop(given), CaseRule::exact, short_given);
      if (name.particles.empty()) continue;
      add(capitalized(family) + ", " + without_last_stop(given), CaseRule::exact, short_given);
      add(name.family + ", " + given + " " + name.particles, CaseRule::exact, true);
    }
    for (const std::string& given : abbreviated(name)) add_abbreviated(name, family, given);
  }

  std::vector<DerivedForm> take() { return std::move(forms_); }

 private:
  static std::string all_given(const Name& name, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += (i > 0 ? " " : "") + name.given[i];
    return text;
  }

  static std::set<std::string> abbreviated(const Name& name) {
    std::set<std::string> ways;
    for (const std::size_t count : {std::size_t{1}, name.given.size()}) {
      for (const std::string_view between : {"", " "}) {
        for (const std::string_view stop : {".", ""}) {
          ways.insert(initials(name.given, count, stop, between));
        }
      }
    }
    return ways;
  }

  /// In running text an initial needs its stop: "A Reed" begins "A Reed boat". Behind the family
  /// name that stop can't be asked for, as a mention ends at a word.
  void add_abbreviated(const Name& name, const std::string& family, const std::string& given) {
    const bool without_stop = !given.ends_with('.');
    add(given + " " + family, CaseRule::exact, without_stop);
    const std::string end = without_last_stop(given);
    add(family + ", " + end, CaseRule::exact, true);
    add(family + " " + end, CaseRule::exact, true);
    if (name.particles.empty()) return;
    add(capitalized(family) + ", " + end, CaseRule::exact, true);
    add(given + " " + capitalized(family), CaseRule::exact, without_stop);
    add(name.family + ", " + given + " " + name.particles, CaseRule::exact, true);
    add(name.family + ", " + end, CaseRule::exact, true);
  }

  /// "de Coning, C" and "De Coning, C" are two, for their case counts.
  void add(std::string text, CaseRule rule, bool in_notes_only = false) {
    const std::string key = rule == CaseRule::exact ? text : ascii_lower(text);
    if (known_.contains(ascii_lower(text)) || !made_.insert(key).second) return;
    forms_.push_back({std::move(text), rule, in_notes_only});
  }

  std::set<std::string> known_;  // the entry's own, in lower case
  std::set<std::string> made_;
  std::vector<DerivedForm> forms_;
};

}  // namespace

std::vector<DerivedForm> person_forms(const Entry& entry) {
  FormMaker maker(entry);
  for (const Form& form : entry.forms) {
    if (form.hidden || form.banned) continue;
    const Name name = parts_of(form.text);
    if (!name.given.empty()) maker.add_all(name);
  }
  return maker.take();
}

ShortNames short_names(const Entry& entry) {
  ShortNames names;
  const auto add = [](std::vector<std::string>& list, std::string text) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
  };
  const auto add_surname = [&](const std::string& text) {
    add(names.surnames, text);
    if (!begins_with_capital(text)) add(names.surnames, capitalized(text));
  };
  for (const Form& form : entry.forms) {
    if (form.text.find_first_of("0123456789(/\"") != std::string::npos) continue;
    const std::size_t comma = form.text.find(',');
    std::vector<std::string_view> words = split(std::string_view(form.text).substr(0, comma), ' ');
    std::vector<std::string_view> given;
    std::size_t family = 0;
    if (comma != std::string::npos) {
      given = split(std::string_view(form.text).substr(comma + 1), ' ');
    } else {
      family = begin_of_family(words, words.size());
      given.assign(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(family));
    }
    if (words.empty() || given.empty() || words.size() + given.size() > 2 * most_names) continue;
    if (!begins_with_capital(given.front()) || is_initial(words.back()) ||
        !begins_with_capital(words.back())) {
      continue;
    }
    add_surname(joined(words, family, words.size()));
    if (comma == std::string::npos && given.size() > 1 && family + 1 == words.size() &&
        begins_with_capital(given.back()) && !is_initial(given.back())) {
      const std::size_t two = begin_of_family(words, family);
      if (two > 0) add_surname(joined(words, two, words.size()));
      add_surname(joined(words, family - 1, words.size()));
    }
    for (const std::string_view name : given) {
      add(names.given, fold(name.ends_with('.') ? name.substr(0, name.size() - 1) : name));
    }
  }
  return names;
}

}  // namespace crossroads
