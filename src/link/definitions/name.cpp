// SPDX-License-Identifier: Apache-2.0
#include "link/definitions/name.hpp"

#include <algorithm>
#include <array>

#include "link/definitions/small_words.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

bool is_opening_bracket(char32_t c) {
  return c == '(' || c == '[';
}

bool is_closing_bracket(char32_t c) {
  return c == ')' || c == ']';
}

/// Behind what of a word nothing goes on to the left; 0 if it does go on.
std::size_t parted_at(Glyphs word) {
  int depth = 0;
  std::size_t opened = 0;
  std::size_t parted = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i].value;
    const bool inner = i > 0 && i + 1 < word.size();
    if (is_opening_bracket(c) && depth++ == 0) opened = i + 1;
    if (is_closing_bracket(c) && --depth < 0) return word.size();
    if (c == 0x201C || (i == 0 && is_opening_quote(c))) parted = i + 1;
    const bool dash = c == 0x2014 || (i > 3 && c == '-' && word[i - 1].value == '-' &&
                                      is_word_character(word[i - 3].value));
    if (inner && dash) parted = i + 1;
  }
  return depth > 0 ? opened : parted;
}

/// Whether nothing goes on over a word, nor from it to what follows.
bool parts(Glyphs word) {
  const char32_t first = word.front().value;
  const char32_t last = word.back().value;
  if (last == ';' || last == ':' || last == '?' || last == '!') return true;
  if (last == ']' || (word.size() > 1 && word[word.size() - 2].value == ']')) return true;
  if (word.size() == 1)
    return !is_word_character(last) && last != '&' && last != '+' && last != '-';
  return is_opening_bracket(first) && !is_word_character(last);
}

bool is_number(Glyphs word) {
  return word.size() <= 4 && std::all_of(word.begin(), word.end(),
                                         [](const Glyph& glyph) { return is_digit(glyph.value); });
}

/// Whether a name goes on to the left over a word: no stop or comma ends it, but "St." and "U.N.".
bool leads_on(Glyphs word) {
  const char32_t last = word.back().value;
  return is_word_character(last) || is_closing_quote(last) || (last == '.' && word.size() <= 4);
}

}  // namespace

std::size_t earliest_begin(Glyphs before) {
  for (Glyphs rest = before; !rest.empty(); rest = before_last_word(rest)) {
    const Glyphs word = last_word(rest);
    const auto begin = rest.size() - word.size();
    if (rest.size() != before.size() && parts(word)) return rest.size() + 1;
    if (rest.size() == before.size() && word.size() == 1 && parts(word)) return before.size();
    if (const std::size_t at = parted_at(word); at > 0) {
      return std::min(begin + at + (at == word.size() ? 1 : 0), before.size());
    }
  }
  return 0;
}

Name name_at_end(Glyphs before) {
  Name name;
  bool capital_behind = true;
  for (Glyphs rest = before; !rest.empty(); rest = before_last_word(rest)) {
    const Glyphs given = last_word(rest);
    if (rest.size() != before.size() && !leads_on(given)) break;
    const Glyphs word = bare(given);
    if (word.empty()) break;
    const Glyphs left = before_last_word(rest);
    if (is_small_word(word)) {
      const Glyphs lead = bare(last_word(left));
      if (is_article(word) && !leads_article(lead)) break;
      if (!joins_names(word)) break;
      capital_behind = false;
    } else if (is_capitalised(word)) {
      name.glyphs = before.subspan(static_cast<std::size_t>(word.data() - before.data()));
      ++name.capitalised;
      capital_behind = true;
      if (is_opening_quote(given.front().value)) break;
    } else if (is_number(word) && capital_behind) {
      capital_behind = false;  // "March 23 Movement": only if a capital stands before it, too
    } else {
      break;
    }
  }
  return name;
}

namespace {

class Initials {
 public:
  explicit Initials(Glyphs name) {
    for (Glyphs rest = name; !rest.empty() && size_ < words_.size();) {
      const Glyphs word = first_word(rest);
      rest = behind_first_word(rest);
      if (!is_small_word(bare(word))) add_parts(word);
    }
  }

  bool give(const ShortForm& form) {
    if (size_ < 3 || size_ > most_words) return false;
    const std::size_t least = form.size < 4 ? size_ : size_ - size_ / 3;
    return give(form.all(), 0, 0, least);
  }

 private:
  static constexpr std::size_t most_words = 16;
  static constexpr std::size_t longest = 3;  // of what a word gives
  struct Beginning {
    std::array<char32_t, longest> letters = {};
    std::size_t size = 0;
  };

  void add_parts(Glyphs word) {
    while (!word.empty() && size_ < words_.size()) {
      while (!word.empty() && !is_word_character(word.front().value)) word = word.subspan(1);
      Beginning part;
      const bool capital = !word.empty() && is_capital(word.front().value);
      while (!word.empty() && is_word_character(word.front().value)) {
        if (part.size < longest) part.letters[part.size++] = plain_letter(word.front().value);
        word = word.subspan(1);
      }
      if (capital) words_[size_++] = part;
    }
  }

  bool give(std::span<const ShortForm::Letter> letters, std::uint32_t used, std::size_t count,
            std::size_t least) {
    if (letters.empty()) return count >= least && (used & 1U) != 0;
    if (++steps_ > most_steps) return false;
    for (std::size_t i = 0; i < size_; ++i) {
      if ((used >> i & 1U) != 0) continue;
      const Beginning& word = words_[i];
      for (std::size_t n = 1; n <= std::min(word.size, letters.size()); ++n) {
        if (letters[n - 1].value != word.letters[n - 1]) break;
        if (give(letters.subspan(n), used | 1U << i, count + 1, least)) return true;
      }
    }
    return false;
  }

  static constexpr int most_steps = 500;
  std::array<Beginning, most_words + 1> words_;
  std::size_t size_ = 0;
  int steps_ = 0;
};

}  // namespace

bool is_made_of_initials(const ShortForm& form, Glyphs name) {
  return form.size >= 3 && Initials(name).give(form);
}

}  // namespace crossroads
