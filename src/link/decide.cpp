// SPDX-License-Identifier: Apache-2.0
#include "link/decide.hpp"

#include <algorithm>

#include "link/definitions.hpp"
#include "link/lexicon_data.hpp"
#include "link/sense/choose.hpp"

namespace crossroads {
namespace {

/// The stretches of a passage that a span covers, where something interrupts it; else none.
std::vector<Span> parts_of(const Passage& passage, Span span) {
  std::vector<Span> parts;
  auto range = std::upper_bound(passage.ranges.begin(), passage.ranges.end(), span.begin,
                                [](std::uint32_t at, Span of) { return at < of.end; });
  for (; range != passage.ranges.end() && range->begin < span.end; ++range) {
    parts.push_back({std::max(range->begin, span.begin), std::min(range->end, span.end)});
  }
  if (parts.size() == 1) parts.clear();
  return parts;
}

}  // namespace

Links decide(const Lexicon::Data& lexicon, const Document& document, const Matches& found,
             std::span<const DefinedForm> defined, Reasons reasons) {
  Links links;
  for (const NameMatch& match : found.matches) {
    std::vector<Span> parts = parts_of(document.passages[match.passage], match.span);
    const NameCandidate& only = found.candidates[match.first];
    if (match.end - match.first == 1) {
      const Decided decided = only.derived ? Decided::person : Decided::only_name;
      links.mentions.push_back({match.span, match.passage, only.entry, decided, std::move(parts)});
      continue;
    }
    std::vector<EntryId> entries;
    for (std::uint32_t i = match.first; i < match.end; ++i) {
      entries.push_back(found.candidates[i].entry);
    }
    links.undecided.push_back({match.span, match.passage, std::move(entries), std::move(parts)});
  }
  if (links.undecided.empty()) return links;
  const Noting noting = reasons == Reasons::on ? Noting::reasons : Noting::scores;
  decide_by_definition(document, defined, noting, links);
  choose_senses(lexicon.senses, document, noting, links);
  std::sort(links.decisions.begin(), links.decisions.end(),
            [](const Decision& a, const Decision& b) { return a.span < b.span; });
  return links;
}

}  // namespace crossroads
