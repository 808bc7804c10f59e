// SPDX-License-Identifier: Apache-2.0
#include "graph/windows.hpp"

#include <algorithm>
#include <iterator>

namespace crossroads {
namespace {

/// The entries that the passage names within the span, sorted.
std::vector<std::uint32_t> entries_in(const GraphPassage& passage, Span span) {
  std::vector<std::uint32_t> entries;
  for (const PassageMention& mention : passage.mentions) {
    if (span.contains(mention.span)) entries.push_back(mention.entry);
  }
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

Span whole(const GraphPassage& passage) {
  return {passage.ranges.front().begin, passage.ranges.back().end};
}

}  // namespace

std::optional<PassageSpan> leans_on(const GraphParts& parts, const GraphPassage& passage) {
  if (passage.note && passage.note->caller) {
    return PassageSpan{passage.note->caller->passage, passage.note->caller->sentence};
  }
  if (passage.lead_in) {
    return PassageSpan{*passage.lead_in, whole(parts.passages[*passage.lead_in])};
  }
  return std::nullopt;
}

std::vector<PassageWindow> passage_windows(const GraphParts& parts) {
  std::vector<PassageWindow> windows;
  for (std::uint32_t i = 0; i < parts.passages.size(); ++i) {
    const GraphPassage& passage = parts.passages[i];
    if (!holds_words(passage.role)) continue;
    PassageWindow window{i, leans_on(parts, passage), entries_in(passage, whole(passage)), {}};
    if (window.with) {
      const auto named = entries_in(parts.passages[window.with->passage], window.with->span);
      std::set_difference(named.begin(), named.end(), window.own.begin(), window.own.end(),
                          std::back_inserter(window.leant));
    }
    windows.push_back(std::move(window));
  }
  return windows;
}

}  // namespace crossroads
