// SPDX-License-Identifier: Apache-2.0
#include "link/score/pairs.hpp"

#include <algorithm>
#include <tuple>

namespace crossroads {
namespace {

bool is_place_of(const Annotation& gold, Span span) {
  return span == gold.span || (gold.core && span == *gold.core);
}

bool is_right(const Annotation& gold, const Annotation& predicted, ScoreMeasure measure) {
  switch (measure) {
    case ScoreMeasure::exact:
      return is_place_of(gold, predicted.span) && is_entry_of(gold, predicted);
    case ScoreMeasure::place:
      return is_place_of(gold, predicted.span);
    case ScoreMeasure::overlapping:
      return is_entry_of(gold, predicted) &&
             (gold.core ? predicted.span.contains(*gold.core) : overlap(gold.span, predicted.span));
  }
  return false;
}

}  // namespace

bool is_entry_of(const Annotation& gold, const Annotation& predicted) {
  return predicted.entry == gold.entry || (!gold.group.empty() && predicted.entry == gold.group);
}

bool stands_before(const Annotation& a, const Annotation& b) {
  return std::tie(a.document, a.span, a.entry, a.line) <
         std::tie(b.document, b.span, b.entry, b.line);
}

PlaceIndex::PlaceIndex(std::span<const Annotation> mentions) : mentions_(mentions) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    Part& part = documents_.try_emplace(mentions[i].document, Part{i, i, 0}).first->second;
    part.end = i + 1;
    part.longest = std::max(part.longest, mentions[i].span.size());
  }
}

std::pair<std::size_t, std::size_t> PlaceIndex::near(std::string_view document, Span span) const {
  const auto found = documents_.find(document);
  if (found == documents_.end()) return {0, 0};
  const Part& part = found->second;
  const auto all = mentions_.subspan(part.begin, part.end - part.begin);
  const auto begins_before = [](const Annotation& mention, std::uint32_t at) {
    return mention.span.begin < at;
  };
  const std::uint32_t from = span.begin - std::min(span.begin, part.longest);
  const auto first = std::lower_bound(all.begin(), all.end(), from, begins_before);
  const auto end = std::lower_bound(first, all.end(), span.end, begins_before);
  return {part.begin + static_cast<std::size_t>(first - all.begin()),
          part.begin + static_cast<std::size_t>(end - all.begin())};
}

std::vector<std::optional<std::size_t>> pair_up(std::span<const Annotation> gold,
                                                std::span<const Annotation> predicted,
                                                const PlaceIndex& index, ScoreMeasure measure) {
  std::vector<std::optional<std::size_t>> partners(gold.size());
  std::vector<bool> taken(predicted.size());
  for (const bool same_place : {true, false}) {
    for (std::size_t i = 0; i < gold.size(); ++i) {
      if (partners[i]) continue;
      auto [at, end] = index.near(gold[i].document, gold[i].span);
      for (; at < end && !partners[i]; ++at) {
        if (taken[at] || !is_right(gold[i], predicted[at], measure)) continue;
        if (same_place && !is_place_of(gold[i], predicted[at].span)) continue;
        partners[i] = at;
        taken[at] = true;
      }
    }
    if (measure != ScoreMeasure::overlapping) break;
  }
  return partners;
}

}  // namespace crossroads
