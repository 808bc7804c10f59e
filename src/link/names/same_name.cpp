// SPDX-License-Identifier: Apache-2.0
//
// Most places are compared byte by byte. Where that does not tell, because something is not ASCII,
// broken at a line's end or otherwise parted, they are compared word by word.
#include "link/names/same_name.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/utf8.hpp"
#include "link/names/spelled_form.hpp"
#include "link/names/word_hash.hpp"
#include "link/names/word_key.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {
namespace {

enum class Answer { unknown, different, other_case, same, same_but_s };

bool is_alphanumeric(char c) {
  return is_ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z');
}

char as_gap(char c) {
  return c >= '\t' && c <= '\r' ? ' ' : c;
}

/// Whether " " and "-" compare equal at a place: between words of two characters or more.
bool parts_long_words(std::string_view text, std::size_t at) {
  return at >= 2 && at + 2 < text.size() && is_alphanumeric(text[at - 1]) &&
         is_alphanumeric(text[at - 2]) && is_alphanumeric(text[at + 1]) &&
         is_alphanumeric(text[at + 2]);
}

bool is_s(char c) {
  return ascii_lower(c) == 's';
}

/// Compares byte by byte: tells where both are equal but for ASCII letters' case and single gaps.
Answer compare_bytes(const NamePattern& pattern, std::string_view text) {
  const std::string_view form = pattern.text;
  const std::size_t size = std::min(form.size(), text.size());
  bool same_case = true;
  for (std::size_t i = 0; i < size; ++i) {
    if (i + 8 <= size && load_word(form.data() + i) == load_word(text.data() + i)) {
      i += 7;
      continue;
    }
    const char a = form[i];
    const char b = text[i];
    if (a == b) continue;
    if (ascii_lower(a) == ascii_lower(b)) {
      same_case = false;
    } else if (is_alphanumeric(a)) {
      return is_alphanumeric(b) ? Answer::different : Answer::unknown;
    } else if (as_gap(b) != a &&
               !((a == ' ' || a == '-') && (as_gap(b) == ' ' || b == '-') &&
                 parts_long_words(form, i) && !pattern.has(NamePattern::keeps_hyphen))) {
      return Answer::unknown;
    }
  }
  const bool must_be_same = pattern.has(NamePattern::exact);
  if (form.size() == text.size()) {
    return must_be_same && !same_case ? Answer::other_case : Answer::same;
  }
  if (text.size() == size + 1 && is_s(text.back())) {
    if (!pattern.has(NamePattern::last_adds_s)) return Answer::different;
    return must_be_same && !(same_case && text.back() == 's') ? Answer::other_case
                                                              : Answer::same_but_s;
  }
  if (form.size() == size + 1 && is_s(form.back())) {
    return pattern.has(NamePattern::last_drops_s) ? Answer::same_but_s : Answer::different;
  }
  return Answer::unknown;
}

/// Compares words [first, end) of a text with a pattern, one after the other.
class WordComparer {
 public:
  WordComparer(const NamePattern& pattern, const TextWords& words, std::size_t first,
               std::size_t end)
      : pattern_(pattern), words_(words), first_(first), end_(end) {
    known_ = spell(pattern.text, form_);
  }

  Sameness run() {
    if (!known_) return Sameness::none;
    states_ = {State{first_}};
    for (std::size_t i = 0; i < form_.words.size() && !states_.empty(); ++i) {
      std::vector<State> next;
      for (const State& state : states_) take_word(i, state, next);
      states_ = std::move(next);
    }
    Sameness best = Sameness::none;
    for (const State& state : states_) {
      if (state.at != end_ || state.changes > 1) continue;
      const bool changed =
          state.changes > 0 || state.other_marks || pattern_.has(NamePattern::variant);
      if (!changed) return Sameness::as_written;
      best = Sameness::otherwise;
    }
    return best;
  }

 private:
  /// How far the text was read as what the form begins with; there is more than one way where words
  /// are broken.
  struct State {
    std::size_t at = 0;
    std::size_t before = 0;  // characters of the word before
    std::size_t changes = 0;
    bool other_marks = false;
  };

  /// Reads word `i` of the form from a state on, in all ways that are the same as it.
  void take_word(std::size_t i, const State& state, std::vector<State>& next) const {
    if (state.at >= end_) return;
    const std::string_view form = form_.word(i);
    const std::size_t longest = 4 * form.size() + 4;
    std::string word;
    for (std::size_t at = state.at; at < end_ && word.size() <= longest;) {
      word += words_.spelled(at++);
      BrokenWord::Reading reading = BrokenWord::Reading::hyphenated;
      if (at < end_ && (words_.flags(at) & TextWords::broken) != 0) reading = words_.reading(at);
      if (reading == BrokenWord::Reading::joined) continue;
      State read = state;
      read.at = at;
      read.before = word_length(word);
      const bool gap_fits = i == 0 || is_same_gap(form_.gap(i), words_.gap(state.at),
                                                  std::min(state.before, read.before));
      if (gap_fits && is_same(i, form, word, read)) next.push_back(read);
      if (reading == BrokenWord::Reading::hyphenated) break;
    }
  }

  bool is_same_gap(std::string_view form, const Gap& text, std::size_t shorter) const {
    if (text.blank_line) return false;
    if (form == text.normal) return true;
    if (pattern_.has(NamePattern::keeps_hyphen)) return false;
    const auto parts_words = [](std::string_view gap) { return gap == " " || gap == "-"; };
    return shorter >= 2 && parts_words(form) && parts_words(text.normal);
  }

  bool is_same(std::size_t i, std::string_view form, const std::string& word, State& state) const {
    const bool exact = pattern_.has(NamePattern::exact) && !words_.is_in_capitals(first_);
    const std::string in_text = exact ? plain_word(word) : word_key(word);
    const std::string in_form = exact ? plain_word(form) : word_key(form);
    if (in_text == in_form) {
      state.other_marks = state.other_marks || marked_key(word) != marked_key(form);
      return true;
    }
    ++state.changes;
    const bool last = i + 1 == form_.words.size();
    const bool adds = (last && pattern_.has(NamePattern::last_adds_s)) ||
                      (i == 0 && pattern_.has(NamePattern::first_adds_s));
    if (adds && in_text == in_form + "s") return true;
    return last && pattern_.has(NamePattern::last_drops_s) && in_text + "s" == in_form;
  }

  const NamePattern& pattern_;
  const TextWords& words_;
  std::size_t first_;
  std::size_t end_;
  SpelledForm form_;
  bool known_ = false;
  std::vector<State> states_;
};

bool begins_with_capital(std::string_view word) {
  const std::string plain = plain_word(word);
  return u_isupper(static_cast<UChar32>(code_point_at(plain, 0).value)) != 0;
}

/// Whether words that a line's end breaks, or one alone, are an English word.
bool is_ordinary(const TextWords& words, std::size_t first, std::size_t end) {
  std::string word;
  for (; first < end; ++first) word += words.spelled(first);
  return is_listed_word(word_key(word));
}

}  // namespace

Sameness compare(const NamePattern& pattern, const TextWords& words, std::size_t first,
                 std::size_t end) {
  if (pattern.has(NamePattern::needs_capital) && !begins_with_capital(words.spelled(first))) {
    return Sameness::none;
  }
  if (pattern.has(NamePattern::exact_word) && words.is_in_capitals(first) &&
      is_ordinary(words, first, end)) {
    return Sameness::none;
  }
  if (words.are_together(first, end)) {
    const Span span{words.span(first).begin, words.span(end - 1).end};
    const auto found = compare_bytes(pattern, words.text().substr(span.begin, span.size()));
    const bool variant = pattern.has(NamePattern::variant);
    if (found == Answer::same) return variant ? Sameness::otherwise : Sameness::as_written;
    if (found == Answer::same_but_s) return Sameness::otherwise;
    if (found == Answer::different) return Sameness::none;
    if (found == Answer::other_case && !words.is_in_capitals(first)) return Sameness::none;
  }
  return WordComparer(pattern, words, first, end).run();
}

}  // namespace crossroads
