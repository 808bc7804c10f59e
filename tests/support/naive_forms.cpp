// SPDX-License-Identifier: Apache-2.0
#include "support/naive_forms.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>

#include "crossroads/core/utf8.hpp"
#include "support/naive_spelling.hpp"
#include "support/naive_words.hpp"
#include "text/words/word_list.hpp"

namespace crossroads::test::naive {
namespace {

bool is_capital(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) != 0;
}

std::size_t capitals(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    if (is_capital(point.value)) ++count;
  }
  return count;
}

bool has_any(std::string_view text, UBool (*is_one)(UChar32)) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    if (is_one(static_cast<UChar32>(point.value)) != 0) return true;
  }
  return false;
}

UBool is_caseless_letter(UChar32 c) {
  return u_isalpha(c) != 0 && u_islower(c) == 0 && u_isupper(c) == 0 ? 1 : 0;
}

std::size_t all_characters(const Pieces& pieces) {
  std::size_t count = 0;
  for (const Piece& piece : pieces) count += length(piece.plain);
  return count;
}

/// Two capitals, or a capital and a digit, without anything else between.
bool is_exact_by_shape(std::string_view form) {
  std::size_t upper = 0;
  bool digit = false;
  for (std::size_t at = 0; at < form.size();) {
    const CodePoint point = code_point_at(form, at);
    at += point.size;
    const auto c = static_cast<UChar32>(point.value);
    if (u_isalnum(c) == 0) upper = 0, digit = false;
    if (u_isupper(c) != 0) ++upper;
    if (u_isdigit(c) != 0) digit = true;
    if (upper >= 2 || (upper == 1 && digit)) return true;
  }
  return false;
}

/// The first letter or digit of a label, if it is a letter.
bool begins(std::string_view label, bool (*with)(UChar32)) {
  for (std::size_t at = 0; at < label.size();) {
    const CodePoint point = code_point_at(label, at);
    at += point.size;
    if (u_isalnum(static_cast<UChar32>(point.value)) != 0) {
      return with(static_cast<UChar32>(point.value));
    }
  }
  return false;
}

bool others_begin_small(const std::vector<Name>& names, const Name& name) {
  std::size_t small = 0;
  std::size_t all = 0;
  for (const Name& other : names) {
    if (&other == &name || !other.is_label) continue;
    if (begins(other.text, [](UChar32 c) { return u_isalpha(c) != 0; })) ++all;
    if (begins(other.text, [](UChar32 c) { return u_islower(c) != 0; })) ++small;
  }
  return all >= 10 && 2 * small > all;
}

bool is_english(std::string_view lang) {
  return lang == "en" || lang.starts_with("en-");
}

/// A word that two make: "peace" and "keeping" of "peacekeeping"; nothing if there is no way, or
/// more than one.
std::vector<std::string> parted(const std::string& word) {
  std::vector<std::string> found;
  if (word.size() < 8 || !is_small_letters(word)) return {};
  for (std::size_t at = 4; at + 4 <= word.size(); ++at) {
    if (!is_english_word(word.substr(0, at)) || !is_english_word(word.substr(at))) continue;
    if (!found.empty()) return {};
    found = {word.substr(0, at), word.substr(at)};
  }
  return found;
}

/// All ways to join words at hyphens and to part long ones, the form itself first. `parts` tells
/// whether words are parted.
std::vector<Way> joined_and_parted(const Pieces& form, bool parts) {
  std::vector<Way> ways{{{}, true}};
  std::vector<bool> is_joined_to_next(form.size(), false);
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool may_join = i > 0 && form[i].gap == "-" && form[i].word.size() >= 2 &&
                          form[i - 1].word.size() >= 2 && is_small_letters(form[i].word) &&
                          is_small_letters(form[i - 1].word);
    const std::vector<std::string> two = parts ? parted(form[i].word) : std::vector<std::string>();
    std::vector<Way> next;
    for (const Way& way : ways) {
      next.push_back(way);
      next.back().pieces.push_back(form[i]);
      if (two.size() == 2) {
        next.push_back({way.pieces, false});
        next.back().pieces.emplace_back(form[i].gap, two[0]);
        next.back().pieces.emplace_back(" ", two[1]);
      }
    }
    if (may_join) {
      for (const Way& way : ways) {
        if (!way.pieces.back().word.ends_with(form[i - 1].word)) continue;  // its word was parted
        next.push_back({way.pieces, false});
        Piece& last = next.back().pieces.back();
        last = Piece(last.gap, last.word + form[i].word);
      }
    }
    ways = std::move(next);
  }
  return ways;
}

/// `word` with the letters that it shares with `changed` as they are, in the case that they have.
std::string as_changed(const std::string& word, const std::string& changed) {
  const std::string key = loose(word);
  if (key.size() != word.size()) return changed;
  const auto kept = std::mismatch(key.begin(), key.end(), changed.begin(), changed.end()).first;
  const auto count = static_cast<std::size_t>(kept - key.begin());
  return word.substr(0, count) + changed.substr(count);
}

/// The plural of a form's word, in each of the ways it may be written.
std::vector<std::string> plurals_of(const std::string& given, bool exact) {
  const std::string word = plain(given);
  const char32_t last = code_point_before(word, word.size()).value;
  if (length(word) < 2 || u_isdigit(static_cast<UChar32>(last)) != 0) return {};
  if (exact && is_capital(last)) {
    return last == 'S' ? std::vector<std::string>() : std::vector<std::string>{word + "s"};
  }
  std::vector<std::string> found;
  for (const std::string& plural : plurals(loose(word))) {
    found.push_back(as_changed(word, plural));
  }
  return found;
}

bool is_all_small(const Pieces& form) {
  return std::all_of(form.begin(), form.end(),
                     [](const Piece& piece) { return is_small_letters(piece.word); });
}

std::vector<Way> all_ways(const Pieces& form, const Name& name, bool exact) {
  std::vector<Way> ways = joined_and_parted(form, is_english(name.lang) && !exact);
  if (exact) ways.resize(1);
  const bool has_plural = is_english(name.lang) && !name.is_person;
  const bool is_of = form.size() >= 3 && is_small_letters(form[0].word) && form[1].loose == "of" &&
                     form[1].gap == " " && form[2].gap == " ";
  const bool has_singular = has_plural && form.size() >= 2 && is_all_small(form);
  std::vector<Way> more;
  const auto add = [&](Pieces pieces, std::size_t at, const std::string& word) {
    pieces[at] = Piece(pieces[at].gap, word);
    more.push_back({std::move(pieces), false});
  };
  for (const Way& way : ways) {
    const Pieces& pieces = way.pieces;
    const std::size_t last = pieces.size() - 1;
    if (has_plural) {
      for (const std::string& word : plurals_of(pieces[last].word, exact)) add(pieces, last, word);
    }
    if (has_plural && is_of && pieces[1].loose == "of") {
      for (const std::string& word : plurals_of(pieces[0].word, exact)) add(pieces, 0, word);
    }
    if (has_singular) {
      for (const std::string& word : singulars(pieces[last].word)) add(pieces, last, word);
    }
  }
  ways.insert(ways.end(), more.begin(), more.end());
  if (exact) return ways;
  std::erase_if(ways, [](const Way& way) {
    return !way.is_the_form && way.pieces.size() == 1 &&
           (is_function_word(way.pieces[0].loose) || all_characters(way.pieces) <= 2);
  });
  return ways;
}

}  // namespace

Piece::Piece(std::string gap_before, std::string given)
    : gap(std::move(gap_before)),
      word(std::move(given)),
      plain(naive::plain(word)),
      loose(naive::loose(word)) {}

bool keeps_hyphen(const Pieces& form) {
  return form.size() == 2 && form[1].gap == "-" &&
         (is_function_word(form[0].loose) || is_function_word(form[1].loose));
}

bool is_english_word(std::string_view loose) {
  return is_listed_word(loose);
}

bool gaps_agree(const std::string& form, const std::string& text, std::size_t before,
                std::size_t behind) {
  if (form == text) return true;
  const bool parts_words = (form == " " && text == "-") || (form == "-" && text == " ");
  return parts_words && before >= 2 && behind >= 2;
}

std::vector<Sought> sought(const std::vector<Name>& names) {
  std::vector<Sought> all;
  for (const Name& name : names) {
    const Pieces form = pieces_of(normal_form_of(name.text));
    const bool has_empty = std::any_of(form.begin(), form.end(),
                                       [](const Piece& piece) { return piece.loose.empty(); });
    if (form.empty() || has_empty) continue;
    const bool by_shape = name.case_rule == CaseRule::by_shape;
    bool exact = by_shape ? is_exact_by_shape(name.text) : name.case_rule == CaseRule::exact;
    const std::string first = form[0].plain;
    const std::string key = form[0].loose;
    if (by_shape && all_characters(form) <= 2) {
      const bool is_letter = all_characters(form) == 1 && !has_any(name.text, is_caseless_letter);
      if (!name.is_label || is_letter || has_any(name.text, u_islower)) continue;
      exact = true;
    }
    if (by_shape && !name.is_label && !has_any(name.text, u_isalpha)) continue;
    if (by_shape && form.size() == 1 && !exact && is_function_word(key)) continue;
    const bool one_capital =
        form.size() == 1 && capitals(first) == 1 && is_capital(code_point_at(first, 0).value);
    all.push_back({name.entry, exact,
                   by_shape && !exact && one_capital && is_english_word(key) &&
                       others_begin_small(names, name),
                   all_ways(form, name, exact)});
  }
  return all;
}

}  // namespace crossroads::test::naive
