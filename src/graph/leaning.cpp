// SPDX-License-Identifier: Apache-2.0
#include "graph/leaning.hpp"

#include <algorithm>

namespace crossroads {
namespace {

Span whole(const GraphPassage& passage) {
  return {passage.ranges.front().begin, passage.ranges.back().end};
}

void append_named(std::vector<Naming>& named, const GraphParts& parts, PassageSpan where) {
  for (const PassageMention& mention : parts.passages[where.passage].mentions) {
    if (where.span.contains(mention.span)) named.push_back({mention.entry, where.passage});
  }
}

}  // namespace

std::optional<PassageSpan> leans_on(std::span<const GraphPassage> passages,
                                    const GraphPassage& passage) {
  if (passage.note && passage.note->caller) {
    return PassageSpan{passage.note->caller->passage, passage.note->caller->sentence};
  }
  if (passage.lead_in) return PassageSpan{*passage.lead_in, whole(passages[*passage.lead_in])};
  return std::nullopt;
}

void add_passage_windows(Windows& windows, const GraphParts& parts, std::uint32_t first_passage) {
  for (std::uint32_t i = first_passage; i < parts.passages.size(); ++i) {
    const GraphPassage& passage = parts.passages[i];
    if (!holds_words(passage.role)) continue;
    ++windows.count;
    NamingWindows window;
    append_named(window.named, parts, {i, whole(passage)});
    if (const auto with = leans_on(parts.passages, passage)) {
      window.leaning = Leaning{i, *with};
      append_named(window.named, parts, *with);
    }
    if (window.named.empty()) continue;
    std::sort(window.named.begin(), window.named.end());
    window.named.erase(std::unique(window.named.begin(), window.named.end()), window.named.end());
    windows.naming.push_back(std::move(window));
  }
}

}  // namespace crossroads
