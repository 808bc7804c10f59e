// SPDX-License-Identifier: Apache-2.0
#include "crossroads/text/anchor.hpp"

#include <string_view>

#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

constexpr int characters_beside = 32;

}  // namespace

Anchor anchor_of(const Document& document, Span span) {
  const std::string_view text = document.bytes;
  std::size_t begin = span.begin;
  for (int i = 0; i < characters_beside && begin > 0; ++i) {
    begin -= code_point_before(text, begin).size;
  }
  std::size_t end = span.end;
  for (int i = 0; i < characters_beside && end < text.size(); ++i) {
    end += code_point_at(text, end).size;
  }
  Anchor anchor{document.id, std::string(text.substr(span.begin, span.size())),
                std::string(text.substr(begin, span.begin - begin)),
                std::string(text.substr(span.end, end - span.end)), 1};
  const std::string_view whole = text.substr(begin, end - begin);
  for (std::size_t at = text.find(whole); at < begin; at = text.find(whole, at + 1)) {
    ++anchor.occurrence;
  }
  return anchor;
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
