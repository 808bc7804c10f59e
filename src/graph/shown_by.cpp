// SPDX-License-Identifier: Apache-2.0
#include "graph/shown_by.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>

#include "crossroads/core/utf8.hpp"
#include "graph/co_mentions.hpp"
#include "graph/leaning.hpp"
#include "graph/windows.hpp"
#include "text/words/broken_words.hpp"
#include "text/words/sentences.hpp"

namespace crossroads {
namespace {

bool names(const GraphPassage& passage, std::uint32_t entry, Span within) {
  return std::any_of(
      passage.mentions.begin(), passage.mentions.end(),
      [&](const PassageMention& m) { return m.entry == entry && within.contains(m.span); });
}

bool names(const GraphPassage& passage, std::uint32_t entry) {
  return names(passage, entry, {passage.ranges.front().begin, passage.ranges.back().end});
}

/// The passages that name one of the ends, or both.
std::vector<std::uint32_t> naming_either(const ConceptGraph& graph, const Edge& edge) {
  const auto source = graph.passages_of(edge.source);
  const auto target = graph.passages_of(edge.target);
  std::vector<std::uint32_t> passages;
  std::set_union(source.begin(), source.end(), target.begin(), target.end(),
                 std::back_inserter(passages));
  return passages;
}

/// A passage with its mentions, as a document that holds nothing else.
LinkedDocument alone(const GraphPassage& passage, const std::vector<Span>* calls) {
  const std::uint32_t begin = passage.ranges.front().begin;
  const auto moved = [&](Span span) { return Span{span.begin - begin, span.end - begin}; };
  const Span whole = moved({begin, passage.ranges.back().end});
  LinkedDocument linked;
  Document& document = linked.document;
  document.passages.push_back({{}, passage.role});
  for (const Span range : passage.ranges) document.passages[0].ranges.push_back(moved(range));
  document.bytes = passage.text;
  if (passage.text.size() != whole.size()) {  // the ranges, joined by line feeds
    document.bytes.assign(whole.size(), ' ');
    std::size_t at = 0;
    for (const Span range : document.passages[0].ranges) {
      if (at + range.size() > passage.text.size()) break;
      document.bytes.replace(range.begin, range.size(), passage.text, at, range.size());
      at += range.size() + 1;
    }
  }
  if (calls != nullptr) {
    for (const Span call : *calls) {
      Footnote note;
      note.call = moved(call);
      note.caller = 0;
      document.notes.push_back(std::move(note));
    }
  }
  for (const PassageMention& mention : passage.mentions) {
    Mention kept;
    kept.entry = static_cast<EntryId>(mention.entry);
    kept.span = moved(mention.span);
    kept.passage = 0;
    linked.links.mentions.push_back(std::move(kept));
  }
  return linked;
}

/// Only a graph that was changed by hand has ranges that cut a character.
bool is_well_formed(const Document& document) {
  const std::vector<Span>& ranges = document.passages[0].ranges;
  return std::all_of(ranges.begin(), ranges.end(), [&](Span range) {
    return !find_invalid_utf8(document.bytes.substr(range.begin, range.size()));
  });
}

}  // namespace

struct ShownBy::Showing {
  EvidenceRank rank;
  std::optional<PassageSpan> with;
};

ShownBy::ShownBy(const ConceptGraph& graph)
    : graph_(graph), window_(window_from(graph.window()).value_or(Window{})) {
  if (window_.unit != Window::Unit::sentence) return;
  for (const GraphPassage& passage : graph.passages()) {
    if (!passage.note || !passage.note->caller || !passage.note->caller->call) continue;
    calls_[passage.note->caller->passage].push_back(*passage.note->caller->call);
  }
}

std::vector<Evidence> ShownBy::evidence_of(const Edge& edge) const {
  if (edge.evidence.size() >= edge.evidence_total) return edge.evidence;
  std::vector<Showing> all;
  switch (window_.unit) {
    case Window::Unit::passage:
      all = in_passages(edge);
      break;
    case Window::Unit::sentence:
    case Window::Unit::words:
      all = within_passages(edge);
      break;
    case Window::Unit::article:
    case Window::Unit::document:
      all = in_larger(edge);
      break;
  }
  for (Showing& showing : all) {
    const GraphPassage& passage = graph_.passage(showing.rank.passage);
    showing.rank.is_note = passage.role == Role::note;
    showing.rank.entries = count_named(passage);
  }
  std::sort(all.begin(), all.end(),
            [](const Showing& a, const Showing& b) { return a.rank < b.rank; });
  std::vector<Evidence> evidence;
  for (const Showing& showing : all) {
    evidence.push_back({showing.rank.passage, std::nullopt, showing.with, std::nullopt});
  }
  return evidence;
}

std::vector<ShownBy::Showing> ShownBy::in_passages(const Edge& edge) const {
  std::vector<Showing> found;
  for (const std::uint32_t at : naming_either(graph_, edge)) {
    const GraphPassage& passage = graph_.passage(at);
    if (!holds_words(passage.role)) continue;
    const bool own_source = names(passage, edge.source);
    const bool own_target = names(passage, edge.target);
    if (own_source && own_target) {
      found.push_back({{false, false, 0, at}, std::nullopt});
      continue;
    }
    const auto with = leans_on(graph_.passages(), passage);
    const std::uint32_t other = own_source ? edge.target : edge.source;
    if (!with || !names(graph_.passage(with->passage), other, with->span)) continue;
    found.push_back({{true, false, 0, at}, with});
  }
  return found;
}

std::vector<ShownBy::Showing> ShownBy::within_passages(const Edge& edge) const {
  std::vector<Showing> found;
  for (const std::uint32_t at : naming_either(graph_, edge)) {
    if (is_in_one_window(at, edge)) found.push_back({{false, false, 0, at}, std::nullopt});
  }
  return found;
}

bool ShownBy::is_in_one_window(std::uint32_t at, const Edge& edge) const {
  const GraphPassage& passage = graph_.passage(at);
  if (!names(passage, edge.source) || !names(passage, edge.target)) return false;
  if (!graph_.texts_kept()) return true;
  const auto calls = calls_.find(at);
  LinkedDocument linked = alone(passage, calls != calls_.end() ? &calls->second : nullptr);
  if (!is_well_formed(linked.document)) return true;
  linked.document.broken_words = find_broken_words(linked.document);
  if (window_.unit == Window::Unit::sentence) {
    linked.document.sentences = find_sentences(linked.document);
  }
  Windows windows;
  add_windows(windows, {}, linked, window_, 0);
  return std::any_of(
      windows.naming.begin(), windows.naming.end(), [&](const NamingWindows& window) {
        const auto has = [&](std::uint32_t entry) {
          return std::any_of(window.named.begin(), window.named.end(),
                             [&](const Naming& naming) { return naming.entry == entry; });
        };
        return has(edge.source) && has(edge.target);
      });
}

std::vector<ShownBy::Showing> ShownBy::in_larger(const Edge& edge) const {
  std::set<std::uint32_t> source_windows;
  std::set<std::uint32_t> target_windows;
  for (const std::uint32_t at : graph_.passages_of(edge.source)) {
    source_windows.insert(larger_window(at));
  }
  for (const std::uint32_t at : graph_.passages_of(edge.target)) {
    target_windows.insert(larger_window(at));
  }
  std::vector<Showing> found;
  for (const std::uint32_t at : naming_either(graph_, edge)) {
    const std::uint32_t window = larger_window(at);
    if (!source_windows.contains(window) || !target_windows.contains(window)) continue;
    const GraphPassage& passage = graph_.passage(at);
    const bool both = names(passage, edge.source) && names(passage, edge.target);
    found.push_back({{!both, false, 0, at}, std::nullopt});
  }
  return found;
}

/// A number for each article or text that is a window.
std::uint32_t ShownBy::larger_window(std::uint32_t passage) const {
  const GraphPassage& at = graph_.passage(passage);
  const auto vertices = static_cast<std::uint32_t>(graph_.vertices().size());
  const std::uint32_t text = vertices + at.document;
  if (window_.unit == Window::Unit::document) return text;
  std::uint32_t outermost = text;
  for (auto part = at.section; part && graph_.parent(*part); part = graph_.parent(*part)) {
    outermost = *part;
    if (graph_.vertex(*part).kinds.front() == "article") break;
  }
  return outermost;
}

}  // namespace crossroads
