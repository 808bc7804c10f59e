// SPDX-License-Identifier: Apache-2.0
#include "link/suggest/passage_words.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "crossroads/core/utf8.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

/// What was read between two words.
struct GapReader {
  bool space = false;
  bool hyphen = false;
  bool apostrophe = false;
  bool ampersand = false;
  bool stop = false;
  bool quote = false;
  bool other = false;
  int line_breaks = 0;

  void add(char32_t c) {
    if (is_space(c)) {
      space = true;
      if (c == '\n') ++line_breaks;
    } else if (is_hyphen(c) || is_joining_dash(c)) {
      other = other || hyphen || space;
      hyphen = true;
    } else if (c == 0x201C || c == '"' || c == 0x2018 || c == ':' || c == '|' || c == 0xAB) {
      quote = true;
    } else if (is_apostrophe(c)) {
      quote = quote || space;
      other = other || apostrophe;
      apostrophe = true;
    } else if (c == '&') {
      ampersand = true;
    } else if (c == '.') {
      other = other || stop || space;
      stop = true;
    } else if (!is_invisible(c) && c != '*' && c != '_') {
      other = true;
    }
  }

  [[nodiscard]] WordGap gap() const {
    if (quote) return WordGap::quote;
    if (other || line_breaks > 1) return WordGap::other;
    const int signs =
        (hyphen ? 1 : 0) + (apostrophe ? 1 : 0) + (ampersand ? 1 : 0) + (stop ? 1 : 0);
    if (signs > 1) return WordGap::other;
    if (hyphen) return space && line_breaks == 0 ? WordGap::other : WordGap::hyphen;
    if (apostrophe) return space ? WordGap::other : WordGap::apostrophe;
    if (ampersand) return WordGap::ampersand;
    if (stop) return space ? WordGap::stop : WordGap::other;
    return space ? WordGap::space : WordGap::other;
  }
};

WordShape shape_of(std::string_view word) {
  int capitals = 0;
  bool digit = false;
  bool letter = false;
  bool small_first = false;
  bool small = false;
  bool capital_last = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    const auto c = static_cast<UChar32>(point.value);
    const bool upper = u_isupper(c) != 0;
    if (u_isdigit(c) != 0) {
      digit = true;
    } else {
      small_first = small_first || (!letter && !digit && !upper);
      letter = true;
    }
    if (upper) ++capitals;
    small = small || (u_islower(c) != 0);
    capital_last = upper;
    at += point.size;
  }
  if (!letter) return WordShape::number;
  if (small_first || capitals == 0) return WordShape::small;
  if (digit || (capitals > 1 && (!small || capitals > 2 || capital_last)))
    return WordShape::acronym;
  return WordShape::capital;
}

/// Whether the run of non-space that begins at `at` is an address.
bool begins_address(std::string_view text, std::size_t at, std::size_t end) {
  const std::string_view run =
      text.substr(at, std::min(text.find_first_of(" \t\r\n", at), end) - at);
  return run.find("://") != run.npos || run.starts_with("www.") || run.find('@') != run.npos;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  void read(Span range) {
    if (!words_.empty()) gap_.add('\n');
    bool run_begins = true;
    for (std::uint32_t at = range.begin; at < range.end;) {
      const CodePoint point = code_point_at(text_, at);
      const bool space = is_space(point.value);
      if (run_begins && !space && begins_address(text_, at, range.end)) {
        gap_.other = true;
        at = static_cast<std::uint32_t>(
            std::min<std::size_t>(text_.find_first_of(" \t\r\n", at), range.end));
        continue;
      }
      run_begins = space;
      if (is_word_character(point.value)) {
        at = take_word(at, range.end);
      } else {
        gap_.add(point.value);
        at += static_cast<std::uint32_t>(point.size);
      }
    }
  }

  std::vector<PassageWord> take() { return std::move(words_); }

 private:
  std::uint32_t take_word(std::uint32_t begin, std::uint32_t limit) {
    std::uint32_t at = begin;
    std::uint32_t end = begin;
    while (at < limit) {
      const CodePoint point = code_point_at(text_, at);
      at += static_cast<std::uint32_t>(point.size);
      if (is_word_character(point.value)) {
        end = at;
      } else if (!is_invisible(point.value)) {
        break;
      }
    }
    const WordGap gap = words_.empty() ? WordGap::other : gap_.gap();
    words_.push_back({{begin, end}, gap, shape_of(text_.substr(begin, end - begin))});
    gap_ = {};
    return end;
  }

  std::string_view text_;
  std::vector<PassageWord> words_;
  GapReader gap_;
};

/// Joins the two halves of each word that a line's end broke.
void join_broken(const Document& document, std::vector<PassageWord>& words) {
  if (document.broken_words.empty() || words.empty()) return;
  std::size_t last = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto& all = document.broken_words;
    const auto broken = words[i].gap != WordGap::hyphen
                            ? all.end()
                            : std::lower_bound(all.begin(), all.end(), words[last].span.end,
                                               [](const BrokenWord& b, std::uint32_t end) {
                                                 return b.gap.begin < end;
                                               });
    if (broken != all.end() && broken->gap.end == words[i].span.begin &&
        broken->reading == BrokenWord::Reading::joined) {
      words[last].span.end = words[i].span.end;
      words[last].broken = true;
    } else {
      words[++last] = words[i];
    }
  }
  words.resize(last + 1);
}

void mark_sentences(const Document& document, std::uint32_t passage,
                    std::vector<PassageWord>& words) {
  const auto& all = document.sentences;
  auto sentence =
      std::lower_bound(all.begin(), all.end(), passage,
                       [](const Sentence& s, std::uint32_t p) { return s.passage < p; });
  for (PassageWord& word : words) {
    bool begins = false;
    while (sentence != all.end() && sentence->passage == passage &&
           sentence->span.begin <= word.span.begin) {
      begins = true;
      ++sentence;
    }
    word.begins_sentence = begins || word.gap == WordGap::quote;
  }
}

}  // namespace

std::vector<PassageWord> passage_words(const Document& document, std::uint32_t passage) {
  Reader reader(document.bytes);
  for (const Span range : document.passages[passage].ranges) reader.read(range);
  std::vector<PassageWord> words = reader.take();
  join_broken(document, words);
  if (!words.empty()) words.front().begins_sentence = true;
  mark_sentences(document, passage, words);
  return words;
}

std::vector<PassageWord> words_of_form(std::string_view form) {
  Reader reader(form);
  reader.read({0, static_cast<std::uint32_t>(form.size())});
  return reader.take();
}

}  // namespace crossroads
