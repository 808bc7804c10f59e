// SPDX-License-Identifier: Apache-2.0
#include "crossroads/text/anchor.hpp"

#include <string_view>

#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

constexpr int characters_beside = 32;

/// A place with what stands beside it.
struct Surroundings {
  std::size_t begin;
  std::size_t end;
};

Surroundings around(std::string_view text, std::size_t begin, std::size_t end) {
  for (int i = 0; i < characters_beside && begin > 0; ++i) {
    begin -= code_point_before(text, begin).size;
  }
  for (int i = 0; i < characters_beside && end < text.size(); ++i) {
    end += code_point_at(text, end).size;
  }
  return {begin, end};
}

Anchor first_anchor(const Document& document, Span span, const Surroundings& whole) {
  const std::string_view text = document.bytes;
  return {document.id, std::string(text.substr(span.begin, span.size())),
          std::string(text.substr(whole.begin, span.begin - whole.begin)),
          std::string(text.substr(span.end, whole.end - span.end)), 1};
}

}  // namespace

Anchor anchor_of(const Document& document, Span span) {
  const std::string_view text = document.bytes;
  const Surroundings place = around(text, span.begin, span.end);
  Anchor anchor = first_anchor(document, span, place);
  const std::string_view whole = text.substr(place.begin, place.end - place.begin);
  for (std::size_t at = text.find(whole); at < place.begin; at = text.find(whole, at + 1)) {
    ++anchor.occurrence;
  }
  return anchor;
}

Anchor AnchorFinder::anchor_of(Span span) {
  const Surroundings place = around(document_.bytes, span.begin, span.end);
  // What the text's end cuts off may stand elsewhere with more behind it.
  if (place.end == document_.bytes.size()) return crossroads::anchor_of(document_, span);
  Anchor anchor = first_anchor(document_, span, place);
  if (place.begin > 0) anchor.occurrence = occurrences_of(anchor.quote).at(span.begin);
  return anchor;
}

const AnchorFinder::Occurrences& AnchorFinder::occurrences_of(const std::string& quote) {
  const auto [known, is_new] = known_.try_emplace(quote);
  if (!is_new) return known->second;
  const std::string_view text = document_.bytes;
  std::unordered_map<std::string_view, std::uint32_t> counts;
  for (std::size_t at = text.find(quote); at != text.npos; at = text.find(quote, at + 1)) {
    const Surroundings place = around(text, at, at + quote.size());
    known->second[at] = ++counts[text.substr(place.begin, place.end - place.begin)];
  }
  return known->second;
}

std::optional<Span> find_anchor(const Document& document, const Anchor& anchor) {
  const std::string whole = anchor.before + anchor.quote + anchor.after;
  if (anchor.quote.empty()) return std::nullopt;
  std::uint32_t left = anchor.occurrence;
  for (std::size_t at = document.bytes.find(whole); at != std::string::npos;
       at = document.bytes.find(whole, at + 1)) {
    if (--left > 0) continue;
    const auto begin = static_cast<std::uint32_t>(at + anchor.before.size());
    return Span{begin, begin + static_cast<std::uint32_t>(anchor.quote.size())};
  }
  return std::nullopt;
}

}  // namespace crossroads
