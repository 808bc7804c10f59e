// SPDX-License-Identifier: Apache-2.0
#include "link/suggest/places.hpp"

#include <algorithm>
#include <string_view>

#include "crossroads/text/repair.hpp"

namespace crossroads {
namespace {

constexpr std::uint32_t longest_quote = 240;  // bytes
constexpr std::uint32_t around = 100;         // bytes on each side, where a sentence is longer

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

}  // namespace

PlaceCounter::PlaceCounter(const Document& document) : document_(document) {
  lines_.push_back(0);
  const std::string_view text = document.bytes;
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    lines_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

void PlaceCounter::count(Tally& tally, Span span, std::uint32_t passage) {
  const auto [last, is_new] = last_passage_.try_emplace(&tally, passage);
  if (is_new || last->second != passage) ++tally.passages;
  last->second = passage;
  tally.documents = 1;
  if (tally.mentions < 2) {
    const auto behind = std::upper_bound(lines_.begin(), lines_.end(), span.begin);
    tally.places.push_back({document_.id, span, static_cast<std::uint32_t>(behind - lines_.begin()),
                            quote(span, passage), static_cast<std::uint32_t>(tally.mentions)});
  }
  ++tally.mentions;
}

std::string PlaceCounter::quote(Span span, std::uint32_t passage) const {
  const Passage& whole = document_.passages[passage];
  Span shown = whole.span();
  if (const auto sentence = sentence_at(document_, passage, span.begin)) {
    shown = document_.sentences[*sentence].span;
  }
  shown.end = std::max(shown.end, span.end);
  if (shown.size() <= longest_quote) return repaired(document_, whole, shown);
  const std::string& text = document_.bytes;
  Span part = shown;
  if (span.begin > shown.begin + around) {
    part.begin = span.begin - around;
    while (part.begin < span.begin && !is_blank(text[part.begin])) ++part.begin;
  }
  if (span.end + around < shown.end) {
    part.end = span.end + around;
    while (part.end > span.end && !is_blank(text[part.end])) --part.end;
  }
  return (part.begin > shown.begin ? "… " : "") + repaired(document_, whole, part) +
         (part.end < shown.end ? " …" : "");
}

}  // namespace crossroads
