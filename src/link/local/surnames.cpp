// SPDX-License-Identifier: Apache-2.0
#include "link/local/surnames.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/utf8.hpp"
#include "crossroads/text/repair.hpp"
#include "link/local/beside.hpp"
#include "link/local/find_local.hpp"
#include "text/words/abbreviations.hpp"
#include "text/words/name_particles.hpp"
#include "text/words/spelling.hpp"
#include "text/words/stops.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

using std::string_view_literals::operator""sv;

/// What stands before the name of someone who is known by it, with a capital; the last word of
/// longer ones (Secretary-General). Sorted, in small letters.
constexpr std::array titles = {
    "admiral"sv,      "ambassador"sv,  "archbishop"sv,     "author"sv,     "bishop"sv,
    "brigadier"sv,    "captain"sv,     "chair"sv,          "chairman"sv,   "chairperson"sv,
    "chairwoman"sv,   "chancellor"sv,  "chief"sv,          "colonel"sv,    "commander"sv,
    "commissioner"sv, "coordinator"sv, "corporal"sv,       "director"sv,   "doctor"sv,
    "emir"sv,         "emperor"sv,     "envoy"sv,          "father"sv,     "general"sv,
    "governor"sv,     "imam"sv,        "judge"sv,          "justice"sv,    "king"sv,
    "lady"sv,         "leader"sv,      "lieutenant"sv,     "lord"sv,       "madam"sv,
    "major"sv,        "marshal"sv,     "mayor"sv,          "minister"sv,   "miss"sv,
    "monsieur"sv,     "mullah"sv,      "pope"sv,           "premier"sv,    "president"sv,
    "prince"sv,       "princess"sv,    "professor"sv,      "prosecutor"sv, "queen"sv,
    "rapporteur"sv,   "rebel"sv,       "representative"sv, "reverend"sv,   "secretary"sv,
    "senator"sv,      "sergeant"sv,    "sheikh"sv,         "sir"sv,        "speaker"sv,
    "sultan"sv,       "warlord"sv};
static_assert(std::is_sorted(titles.begin(), titles.end()));

bool is_title(std::string_view word) {
  return is_title_abbreviation(word) ||
         std::binary_search(titles.begin(), titles.end(), std::string_view(ascii_lower(word)));
}

bool is_one_letter(std::string_view word) {
  return !word.empty() && code_point_at(word, 0).size == word.size();
}

/// Whose name a surname is at a place.
enum class Bearer { theirs, nobody, namesake };

/// A surname that one person of the document has.
struct Surname {
  std::string text;
  EntryId entry{};
  const ShortNames* names = nullptr;
  bool in_small = false;    ///< the document has it in small letters, too
  std::uint32_t other = 0;  ///< where a namesake was named last; 0 for nowhere
};

class SurnameFinder {
 public:
  SurnameFinder(const LocalNames& names, const Document& document, const Links& links)
      : document_(document) {
    std::set<EntryId> named;
    for (const Mention& mention : links.mentions) {
      const ShortNames* person = names.person(mention.entry);
      if (person == nullptr) continue;
      named.insert(mention.entry);
      if (is_full(mention, *person)) full_[mention.entry].push_back(mention.span.end);
    }
    if (full_.empty()) return;
    std::map<std::string, std::set<EntryId>> bearers;
    for (const EntryId entry : named) {
      for (const std::string& text : names.person(entry)->surnames) {
        bearers[fold(text)].insert(entry);
      }
    }
    for (const auto& [entry, places] : full_) {
      const ShortNames* person = names.person(entry);
      for (const std::string& text : person->surnames) {
        if (bearers[fold(text)].size() == 1) surnames_.push_back({text, entry, person});
      }
    }
  }

  std::vector<Mention> find() {
    std::vector<Mention> found;
    if (surnames_.empty()) return found;
    std::vector<LocalForm> forms;  // of each surname, as it is and in any case
    for (const Surname& surname : surnames_) {
      forms.push_back({surname.text, CaseRule::exact});
      forms.push_back({surname.text, CaseRule::ignore});
    }
    std::uint32_t from = std::numeric_limits<std::uint32_t>::max();
    for (const auto& [entry, places] : full_) from = std::min(from, places.front());
    const std::vector<LocalPlace> places = find_local(document_, forms, from);
    for (const LocalPlace& place : places) {
      if (is_small(bytes_of(document_, place.span))) surnames_[place.form / 2].in_small = true;
    }
    for (const LocalPlace& place : places) {
      Surname& surname = surnames_[place.form / 2];
      if (place.form % 2 == 1) continue;  // only for how the word is used
      if (!found.empty() && found.back().span == place.span) continue;
      const std::uint32_t full = last_full(surname.entry, place.span.begin);
      if (full == 0) continue;
      const Bearer bearer = bearer_of(surname, place);
      if (bearer == Bearer::namesake) surname.other = place.span.begin;
      if (bearer != Bearer::theirs || surname.other > full) continue;
      found.push_back(
          mention_at(document_, place.span, place.passage, surname.entry, Decided::person));
    }
    return found;
  }

 private:
  /// Whether a mention says more than the surname.
  bool is_full(const Mention& mention, const ShortNames& person) const {
    const std::string surface =
        fold(repaired(document_, document_.passages[mention.passage], mention.span));
    if (surface.find_first_of(" ,") == std::string::npos) return false;
    return std::none_of(person.surnames.begin(), person.surnames.end(),
                        [&](const std::string& surname) { return fold(surname) == surface; });
  }

  std::uint32_t last_full(EntryId entry, std::uint32_t before) const {
    const std::vector<std::uint32_t>& places = full_.at(entry);
    const auto behind = std::upper_bound(places.begin(), places.end(), before);
    return behind == places.begin() ? 0 : *std::prev(behind);
  }

  static bool is_small(std::string_view surface) { return fold(surface) == compose(surface); }

  Bearer bearer_of(const Surname& surname, const LocalPlace& place) const {
    const Passage& passage = document_.passages[place.passage];
    if (passage.role == Role::reference && !reads_on(passage, place.span.end)) {
      return Bearer::nobody;
    }
    if (surname.in_small &&
        (passage.role == Role::heading || begins_sentence(document_, passage, place.span.begin))) {
      return Bearer::nobody;
    }
    const Bearer by_before = read_before(surname, passage, place.span.begin);
    return by_before == Bearer::theirs ? read_after(surname, passage, place.span) : by_before;
  }

  /// Whether an item of a list of references goes on as a sentence, and not as behind an author.
  bool reads_on(const Passage& passage, std::uint32_t at) const {
    const Beside after = word_after(document_, passage, at);
    if (after.gap == "'") return true;
    return after.gap == " " && has_small_letter(after.word) && !is_capitalized(after.word) &&
           after.word != "and" && after.word != "et" && !is_known_abbreviation(after.word);
  }

  Bearer read_before(const Surname& surname, const Passage& passage, std::uint32_t at) const {
    const Beside before = word_before(document_, passage, at);
    if (before.word.empty()) return Bearer::theirs;
    const bool capital = is_capitalized(before.word);
    const bool stop = before.gap == ". " || before.gap == ".";
    if (before.gap == "-") return capital ? Bearer::nobody : Bearer::theirs;
    if (before.gap == "'" || before.gap == " & " || before.gap == "&") return Bearer::nobody;
    if (before.gap != " " && !stop) return Bearer::theirs;
    if (is_title(before.word)) return Bearer::theirs;
    if (is_one_letter(before.word) && capital) {
      if (!stop && before.word == "A" && begins_sentence(document_, passage, before.at)) {
        return Bearer::theirs;
      }
      return is_given(surname, before.word) ? Bearer::nobody : Bearer::namesake;
    }
    if (stop) return Bearer::theirs;
    if (is_name_particle(before.word)) return Bearer::nobody;
    if (is_in_capitals(before.word) && are_initials(surname, before.word)) return Bearer::nobody;
    if (!capital || is_in_capitals(before.word)) return Bearer::theirs;
    const bool first = begins_sentence(document_, passage, before.at);
    if (first && (begins_sentences(before.word) || has_in_small(before.word))) {
      return Bearer::theirs;
    }
    if (is_given(surname, before.word) || (first && may_open(before.word))) return Bearer::nobody;
    return Bearer::namesake;
  }

  /// Whether a sentence's first word may be an adverb or a participle by its end: "Recently",
  /// "Asked"; and no name.
  static bool may_open(std::string_view word) {
    const std::string key = fold(word);
    return is_listed_word(key) && (key.ends_with("ly") || key.ends_with("ing") ||
                                   key.ends_with("ed") || key.ends_with("day"));
  }

  Bearer read_after(const Surname& surname, const Passage& passage, Span place) const {
    const Beside after = word_after(document_, passage, place.end);
    if (after.word.empty() || !is_capitalized(after.word)) return Bearer::theirs;
    if (after.gap == " " || after.gap == "-" || after.gap == " & " || after.gap == "&" ||
        after.gap == "." || after.gap == "@") {
      return Bearer::nobody;
    }
    if (after.gap != ", ") return Bearer::theirs;
    const auto size = static_cast<std::uint32_t>(after.word.size());
    const bool stop = std::string_view(document_.bytes).substr(after.at + size).starts_with('.');
    if (is_one_letter(after.word) && stop) {
      return is_given(surname, after.word) ? Bearer::nobody : Bearer::namesake;
    }
    // "Annan, Peter, and others": in running text a name is not inverted.
    const bool inverts = passage.role == Role::note || passage.role == Role::byline ||
                         word_before(document_, passage, place.begin).word.empty();
    return inverts && !is_in_capitals(after.word) ? Bearer::nobody : Bearer::theirs;
  }

  /// Whether the document has the word in small letters, too: then it is no name. O(bytes), and
  /// not asked of more words than a few.
  bool has_in_small(std::string_view word) const {
    constexpr std::size_t most_asked = 64;
    if (in_small_.size() >= most_asked && !in_small_.contains(fold(word))) return false;
    const auto [known, is_new] = in_small_.try_emplace(fold(word), false);
    if (!is_new) return known->second;
    const std::string_view text = document_.bytes;
    const auto is_letter = [&](std::size_t at) {
      return at < text.size() && is_word_character(code_point_at(text, at).value);
    };
    for (std::size_t at = text.find(known->first); at != text.npos;
         at = text.find(known->first, at + 1)) {
      const bool inside = (at > 0 && is_word_character(code_point_before(text, at).value)) ||
                          is_letter(at + known->first.size());
      if (!inside) return known->second = true;
    }
    return false;
  }

  /// Whether a word is a given name of theirs, or may abbreviate one.
  static bool is_given(const Surname& surname, std::string_view word) {
    const std::string key = fold(word);
    const auto& given = surname.names->given;
    return std::any_of(given.begin(), given.end(), [&](const std::string& name) {
      return name == key || (is_one_letter(key) && name.starts_with(key)) ||
             (is_one_letter(name) && key.starts_with(name));
    });
  }

  /// Whether a word in capitals is made of initials of theirs: "JG Reed".
  static bool are_initials(const Surname& surname, std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t size = code_point_at(word, at).size;
      if (!is_given(surname, word.substr(at, size))) return false;
      at += size;
    }
    return true;
  }

  const Document& document_;
  std::map<EntryId, std::vector<std::uint32_t>> full_;  // ends of full names, in text order
  std::vector<Surname> surnames_;
  mutable std::map<std::string, bool> in_small_;  // by folded word, what was asked
};

}  // namespace

void add_surnames(const LocalNames& names, const Document& document, Overlap overlap,
                  Links& links) {
  merge(document, links, SurnameFinder(names, document, links).find(), overlap);
}

}  // namespace crossroads
