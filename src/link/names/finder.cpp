// SPDX-License-Identifier: Apache-2.0
//
// Names are found in three steps, for many words at a time, so that the processor waits for many
// places of memory at once. Filters tell at which words names may begin; a table of beginnings is
// asked for longer and longer ones; and where one ends, the text is compared with the name itself.
#include "link/names/finder.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <bit>

#include "crossroads/core/utf8.hpp"
#include "link/names/same_name.hpp"
#include "link/names/word_hash.hpp"
#include "link/names/word_key.hpp"

namespace crossroads {
namespace {

using Reading = BrokenWord::Reading;

constexpr std::size_t words_at_a_time = 1024;  // at least, where a document has as many
constexpr std::size_t starts_at_a_time = 256;  // words between whose lookups memory is awaited

/// Where names stand as in a list of references: "Coning, C. de".
bool is_for_references(Role role) {
  return role == Role::note || role == Role::reference || role == Role::byline;
}

}  // namespace

NameFinder::NameFinder(const Names::Data& names, const Document& document, Overlap overlap,
                       std::uint32_t from, PlaceSource* source)
    : names_(names),
      document_(document),
      overlap_(overlap),
      from_(from),
      source_(source),
      words_(names, document),
      awaited_bits_(source == nullptr ? 0 : source->awaited_bits()) {}

Matches NameFinder::run() {
  for (std::uint32_t i = 0; i < document_.passages.size(); ++i) {
    const Passage& passage = document_.passages[i];
    if (!holds_words(passage.role) || passage.span().end <= from_) continue;
    words_.add(i);
    if (words_.size() < words_at_a_time) continue;
    find_in_words();
    words_.clear();
  }
  find_in_words();
  const auto by_span = [](const NameMatch& a, const NameMatch& b) { return a.span < b.span; };
  if (!std::is_sorted(found_.matches.begin(), found_.matches.end(), by_span)) {
    std::sort(found_.matches.begin(), found_.matches.end(), by_span);
  }
  return std::move(found_);
}

void NameFinder::find_in_words() {
  hits_.clear();
  awaited_.clear();
  if (last_hits_.size() < words_.size()) last_hits_.resize(words_.size(), no_hit);
  has_hits_.assign(words_.size() / 64 + 1, 0);
  const std::span<const std::uint32_t> starts = words_.starts();
  for (std::size_t begin = 0; begin < starts.size(); begin += starts_at_a_time) {
    probe_starts(starts.subspan(begin, std::min(starts_at_a_time, starts.size() - begin)));
    probe_all();
  }
  for (const std::uint32_t start : words_.careful_starts()) go_on_carefully(start, start, 0);
  next_.swap(now_);
  probe_all();
  places_.clear();
  if (source_ != nullptr && (!awaited_.empty() || !words_.slashes().empty())) {
    places_ = source_->find(words_, awaited_);
  }
  for (const PlaceSource::Place& place : places_) mark(place.first);
  sweep();
}

/// Makes probes of the words at which a name may begin: the word, and it with the next.
void NameFinder::probe_starts(std::span<const std::uint32_t> starts) {
  for (const std::uint32_t one : starts) {
    const std::uint32_t start = one & ((1U << ScannedWords::kind_shift) - 1);
    const std::uint32_t kinds = one >> ScannedWords::kind_shift;
    const std::uint64_t hash = words_.hash(start);
    const unsigned flags = words_.flags(start);
    if ((awaited_bits_ >> hash % 64U & 1U) != 0 && source_->is_awaited(hash)) {
      awaited_.push_back(start);
    }
    if ((flags & (TextWords::in_address | TextWords::careful)) != 0) continue;
    if ((kinds & FirstWordFilter::whole) != 0) {
      names_.beginnings.prefetch(hash);
      now_.push_back({start, start + 1, hash});
    }
    if ((kinds & FirstWordFilter::beginning) != 0 && start + 1 < words_.size()) {
      go_on(start, start + 1, hash);
    }
  }
  next_.swap(now_);
  for (const Probe& probe : longer_) {
    if (!names_.filter.may_contain(probe.hash)) continue;
    names_.beginnings.prefetch(probe.hash);
    next_.push_back(probe);
  }
  longer_.clear();
}

/// Looks beginnings up, and those that are a word longer, until none goes on.
void NameFinder::probe_all() {
  while (!next_.empty()) {
    now_.swap(next_);
    next_.clear();
    for (const Probe& probe : now_) {
      const bool goes_on = names_.beginnings.look_up(probe.hash, [&](std::uint32_t pattern) {
        names_.patterns.prefetch(pattern);
        hits_.push_back({probe.end, pattern, last_hits_[probe.start]});
        last_hits_[probe.start] = static_cast<std::uint32_t>(hits_.size() - 1);
        mark(probe.start);
      });
      if (goes_on && probe.end < words_.size()) go_on(probe.start, probe.end, probe.hash);
    }
    for (const Probe& probe : longer_) {
      if (!names_.filter.may_contain(probe.hash)) continue;
      names_.beginnings.prefetch(probe.hash);
      next_.push_back(probe);
    }
    longer_.clear();
  }
  now_.clear();
}

/// Makes a longer probe of a beginning, by the word `next`.
void NameFinder::go_on(std::uint32_t start, std::uint32_t next, std::uint64_t hash) {
  const unsigned flags = words_.flags(next);
  if ((flags & (TextWords::barrier | TextWords::in_address)) != 0) return;
  if ((flags & TextWords::careful) != 0) return go_on_carefully(start, next, hash);
  const std::uint64_t gap = words_.gap_hash(next);
  if (gap == 0) return;
  const std::uint64_t longer = hash_next(hash, gap, words_.hash(next));
  names_.filter.prefetch(longer);
  longer_.push_back({start, next + 1, longer});
}

/// The same beside words that are broken at lines' ends: each way to read them is one of its own.
void NameFinder::go_on_carefully(std::uint32_t start, std::uint32_t next, std::uint64_t hash) {
  const bool first = next == start;
  if (words_.is_joined(next)) return;
  const std::uint64_t gap = first ? 0 : words_.gap_hash(next);
  if (!first && gap == 0) return;
  std::string key;
  for (std::uint32_t last = next; last < words_.size(); ++last) {
    const unsigned flags = words_.flags(last);
    if ((flags & TextWords::in_address) != 0) break;
    if (last > next) {
      if ((flags & TextWords::broken) == 0 || words_.reading(last) == Reading::hyphenated) break;
    }
    key += word_key(words_.spelled(last));
    if (first && key.empty()) break;  // marks alone begin no name
    if (key.size() > names_.longest_word) break;
    if (key.empty() || (last + 1 < words_.size() && words_.is_joined(last + 1))) continue;
    const std::uint64_t word = hash_word(key);
    const std::uint64_t longer = first ? word : hash_next(hash, gap, word);
    (first ? now_ : longer_).push_back({start, last + 1, longer});
  }
}

/// Takes the names of the words in text order.
void NameFinder::sweep() {
  std::uint32_t at = 0;  // where the last one taken ends
  auto place = places_.begin();
  for (std::size_t block = 0; block < has_hits_.size(); ++block) {
    for (std::uint64_t bits = has_hits_[block]; bits != 0; bits &= bits - 1) {
      const auto start = static_cast<std::uint32_t>(block * 64) +
                         static_cast<std::uint32_t>(std::countr_zero(bits));
      while (place != places_.end() && place->first < start) ++place;
      const bool has_place = place != places_.end() && place->first == start;
      if (words_.span(start).begin >= from_ && (overlap_ == Overlap::all || start >= at)) {
        at = std::max(at, take_start(start, has_place ? &*place : nullptr));
      }
      last_hits_[start] = no_hit;
    }
  }
}

/// Takes what begins at a word; where the longest that was taken ends, or `start`.
std::uint32_t NameFinder::take_start(std::uint32_t start, const PlaceSource::Place* place) {
  const std::uint32_t end = take_longest(start);
  if (place == nullptr || place->end <= end) return end;
  if (end > start && overlap_ == Overlap::leftmost_longest) {
    found_.candidates.resize(found_.matches.back().first);
    found_.matches.pop_back();
  }
  take_place(*place);
  return place->end;
}

/// The same of the only hit of a word.
std::uint32_t NameFinder::take_only(std::uint32_t start, const Hit& hit) {
  candidates_.clear();
  consider(start, hit);
  if (candidates_.empty()) return start;
  NameMatch match;
  match.span = {words_.span(start).begin, words_.span(hit.end - 1).end};
  match.passage = words_.passage(start);
  match.first = static_cast<std::uint32_t>(found_.candidates.size());
  match.end = match.first + 1;
  found_.candidates.push_back(candidates_.front());
  found_.matches.push_back(match);
  return hit.end;
}

/// Takes the longest name that begins at a word, or all of them; where the longest ends, or
/// `start`.
std::uint32_t NameFinder::take_longest(std::uint32_t start) {
  if (last_hits_[start] == no_hit) return start;
  if (hits_[last_hits_[start]].before == no_hit) return take_only(start, hits_[last_hits_[start]]);
  of_start_.clear();
  for (std::uint32_t i = last_hits_[start]; i != no_hit; i = hits_[i].before) {
    of_start_.push_back(hits_[i]);
  }
  std::sort(of_start_.begin(), of_start_.end(),
            [](const Hit& a, const Hit& b) { return a.end > b.end; });
  std::uint32_t longest = start;
  for (std::size_t i = 0; i < of_start_.size();) {
    const std::uint32_t end = of_start_[i].end;
    candidates_.clear();
    for (; i < of_start_.size() && of_start_[i].end == end; ++i) consider(start, of_start_[i]);
    if (candidates_.empty()) continue;
    add_match(start, end);
    longest = std::max(longest, end);
    if (overlap_ == Overlap::leftmost_longest) break;
  }
  return longest;
}

/// Adds what a pattern stands for to the candidates, if it stands there.
void NameFinder::consider(std::uint32_t start, const Hit& hit) {
  const NamePattern pattern = names_.patterns.at(hit.pattern);
  if (pattern.has(NamePattern::in_notes_only) &&
      !is_for_references(document_.passages[words_.passage(start)].role)) {
    return;
  }
  if (!pattern.has(NamePattern::exact) && cuts_broken_word(start, hit.end)) return;
  const Sameness same = compare(pattern, words_, start, hit.end);
  if (same == Sameness::none) return;
  candidates_.push_back({pattern.entry, pattern.form, pattern.has(NamePattern::derived),
                         same == Sameness::as_written});
}

/// Whether a name would begin or end beside a hyphen at a line's end ("organi-\nzation") of which
/// nothing tells whether it breaks a word or parts two: only names with capitals are believed
/// there.
bool NameFinder::cuts_broken_word(std::uint32_t start, std::uint32_t end) const {
  const auto cuts = [&](std::uint32_t at) {
    if (at >= words_.size() || (words_.flags(at) & TextWords::broken) == 0) return false;
    const CodePoint first = code_point_at(words_.text(), words_.span(at).begin);
    return words_.reading(at) == Reading::either &&
           u_islower(static_cast<UChar32>(first.value)) != 0;
  };
  return cuts(start) || cuts(end);
}

/// Adds a match with the candidates: each entry once, and those as written alone if there are any.
void NameFinder::add_match(std::uint32_t start, std::uint32_t end) {
  std::sort(candidates_.begin(), candidates_.end(),
            [](const NameCandidate& a, const NameCandidate& b) {
              if (a.as_written != b.as_written) return a.as_written;
              if (a.entry != b.entry) return a.entry < b.entry;
              if (a.derived != b.derived) return b.derived;
              return a.form < b.form;
            });
  NameMatch match;
  match.span = {words_.span(start).begin, words_.span(end - 1).end};
  match.passage = words_.passage(start);
  match.first = static_cast<std::uint32_t>(found_.candidates.size());
  for (const NameCandidate& candidate : candidates_) {
    if (candidate.as_written != candidates_.front().as_written) break;
    if (found_.candidates.size() > match.first &&
        found_.candidates.back().entry == candidate.entry) {
      continue;
    }
    found_.candidates.push_back(candidate);
  }
  match.end = static_cast<std::uint32_t>(found_.candidates.size());
  found_.matches.push_back(match);
}

void NameFinder::take_place(const PlaceSource::Place& place) {
  candidates_.clear();
  for (const EntryId entry : place.entries) candidates_.push_back({entry, no_form});
  add_match(place.first, place.end);
}

Matches find_names(const Names& names, const Document& document, Overlap overlap,
                   std::uint32_t from) {
  if (names.empty()) return {};
  return NameFinder(names.data(), document, overlap, from, nullptr).run();
}

}  // namespace crossroads
