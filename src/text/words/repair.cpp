// SPDX-License-Identifier: Apache-2.0
#include "crossroads/text/repair.hpp"

#include <algorithm>
#include <utility>

#include "crossroads/core/utf8.hpp"
#include "text/words/broken_words.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

/// What is dropped; joiners stay, they change how letters of some scripts look.
bool is_dropped(char32_t c) {
  constexpr char32_t zero_width_space = 0x200B;
  constexpr char32_t word_joiner = 0x2060;
  constexpr char32_t byte_order_mark = 0xFEFF;
  return c == soft_hyphen || c == zero_width_space || c == word_joiner || c == byte_order_mark;
}

/// Full-width stops and brackets are the usual ones in texts of some languages.
char32_t plain(char32_t c) {
  const char32_t narrow = without_width(c);
  return is_word_character(narrow) ? narrow : c;
}

class Line {
 public:
  void add(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      at += point.size;
      add(point.value);
    }
  }

  void add_space() { space_ = !words_.empty(); }

  void add(char32_t c) {
    if (is_space(c)) return add_space();
    if (is_dropped(c)) return;
    if (std::exchange(space_, false)) words_ += ' ';
    const std::string_view letters = letters_of_ligature(c);
    if (!letters.empty()) {
      words_ += letters;
    } else {
      append_utf8(words_, plain(c));
    }
  }

  std::string take() {
    const bool ascii =
        std::all_of(words_.begin(), words_.end(), [](char c) { return (c & 0x80) == 0; });
    return ascii ? std::move(words_) : normalized(std::move(words_));
  }

 private:
  std::string words_;
  bool space_ = false;  // not yet written
};

std::string_view bytes(const Document& document, std::uint32_t begin, std::uint32_t end) {
  return std::string_view(document.bytes).substr(begin, end - begin);
}

/// Of the ranges, what lies within `span`.
std::string repair(const Document& document, const std::vector<Span>& ranges, Span span) {
  Line line;
  auto broken =
      std::lower_bound(document.broken_words.begin(), document.broken_words.end(), span.begin,
                       [](const BrokenWord& word, auto at) { return word.gap.begin < at; });
  bool joined = true;  // with the range before, by a broken word
  for (const Span range : ranges) {
    std::uint32_t at = std::max(range.begin, span.begin);
    const std::uint32_t end = std::min(range.end, span.end);
    if (at >= end) continue;
    if (!joined) line.add_space();
    joined = false;
    for (; at < end; ++broken) {
      while (broken != document.broken_words.end() && broken->gap.begin < at) ++broken;
      const bool within = broken != document.broken_words.end() && broken->gap.begin < end &&
                          broken->gap.end < span.end;
      if (!within) {
        line.add(bytes(document, at, end));
        break;
      }
      line.add(bytes(document, at, broken->gap.begin));
      if (broken->reading != BrokenWord::Reading::joined) line.add(U'-');
      joined = broken->gap.end > end;
      at = broken->gap.end;
    }
  }
  return line.take();
}

/// Passages are sorted by their first bytes, but one may go on behind others.
const Passage* passage_at(const Document& document, std::uint32_t at) {
  auto behind = std::upper_bound(
      document.passages.begin(), document.passages.end(), at,
      [](std::uint32_t offset, const Passage& p) { return offset < p.ranges.front().begin; });
  while (behind != document.passages.begin()) {
    --behind;
    for (const Span range : behind->ranges) {
      if (range.begin <= at && at < range.end) return &*behind;
    }
  }
  return nullptr;
}

}  // namespace

std::string repaired(const Document& document, const Passage& passage, Span span) {
  return repair(document, passage.ranges, span);
}

std::string repaired(const Document& document, const Passage& passage) {
  return repair(document, passage.ranges, passage.span());
}

std::string repaired(const Document& document, Span span) {
  const Passage* passage = passage_at(document, span.begin);
  return passage == nullptr ? repair(document, {span}, span)
                            : repair(document, passage->ranges, span);
}

std::string repaired(std::string_view text) {
  if (text.empty()) return {};
  Document alone;
  alone.bytes = text;
  alone.passages.push_back({{{0, static_cast<std::uint32_t>(text.size())}}});
  alone.broken_words = find_broken_words(alone);
  return repaired(alone, alone.passages.front());
}

}  // namespace crossroads
