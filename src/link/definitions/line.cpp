// SPDX-License-Identifier: Apache-2.0
#include "link/definitions/line.hpp"

#include <algorithm>
#include <string_view>

#include "crossroads/core/utf8.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

/// Markup's underscores stand at a word's edge, others within one.
bool is_emphasis(std::string_view text, std::uint32_t at, bool behind_word) {
  if (text[at] == '*') return true;
  if (text[at] != '_') return false;
  return !behind_word || at + 1 >= text.size() ||
         !is_word_character(code_point_at(text, at + 1).value);
}

}  // namespace

void Line::add_space(std::uint32_t at) {
  if (!glyphs_.empty() && glyphs_.back().value != U' ') glyphs_.push_back({U' ', at, at});
}

void Line::add(Glyph glyph) {
  if (glyph.value >= 0x80) {
    if (is_space(glyph.value)) return add_space(glyph.begin);
    if (is_invisible(glyph.value)) return;
    const std::string_view letters = letters_of_ligature(glyph.value);
    for (const char c : letters) {
      glyphs_.push_back({static_cast<unsigned char>(c), glyph.begin, glyph.end});
    }
    if (!letters.empty()) return;
    glyph.value = without_width(glyph.value);
  }
  glyphs_.push_back(glyph);
}

void Line::read_range(const PassageText& text, Span range) {
  const std::string_view bytes = text.document.bytes;
  const auto& broken_words = text.document.broken_words;
  auto broken = std::lower_bound(
      broken_words.begin(), broken_words.end(), range.begin,
      [](const BrokenWord& word, std::uint32_t at) { return word.gap.begin < at; });
  auto call = std::lower_bound(text.calls.begin(), text.calls.end(), range.begin,
                               [](Span of, std::uint32_t at) { return of.begin < at; });
  for (std::uint32_t at = range.begin; at < range.end;) {
    if (call != text.calls.end() && call->begin <= at) {
      at = std::max(at, call->end);
      ++call;
      continue;
    }
    if (broken != broken_words.end() && broken->gap.begin <= at) {
      if (broken->reading != BrokenWord::Reading::joined) add({U'-', at, at + 1});
      at = std::max(at, broken->gap.end);
      ++broken;
      continue;
    }
    const auto c = static_cast<unsigned char>(bytes[at]);
    if (c <= ' ') {
      add_space(at++);
    } else if ((c == '*' || c == '_') &&
               is_emphasis(bytes, at,
                           !glyphs_.empty() && is_word_character(glyphs_.back().value))) {
      ++at;
    } else if (c < 0x80) {
      glyphs_.push_back({c, at, at + 1});
      ++at;
    } else {
      const CodePoint point = code_point_at(bytes, at);
      const auto end = at + static_cast<std::uint32_t>(point.size);
      add({point.value, at, end});
      at = end;
    }
  }
}

void Line::read(const PassageText& text, Span stretch) {
  glyphs_.clear();
  const std::span<const Span> ranges = text.ranges();
  auto range = std::upper_bound(ranges.begin(), ranges.end(), stretch.begin,
                                [](std::uint32_t at, Span of) { return at < of.end; });
  std::uint32_t joined_to = 0;  // where a broken word of an earlier range goes on
  for (; range != ranges.end() && range->begin < stretch.end; ++range) {
    const Span part{std::max({range->begin, stretch.begin, joined_to}),
                    std::min(range->end, stretch.end)};
    if (part.begin >= part.end) continue;
    if (joined_to == 0) add_space(part.begin);
    read_range(text, part);
    const auto& broken_words = text.document.broken_words;
    const auto next = std::lower_bound(
        broken_words.begin(), broken_words.end(), part.end,
        [](const BrokenWord& word, std::uint32_t at) { return word.gap.begin < at; });
    joined_to = 0;
    if (next != broken_words.begin() && std::prev(next)->gap.end > part.end) {
      joined_to = std::prev(next)->gap.end;
    }
  }
}

}  // namespace crossroads
