// SPDX-License-Identifier: Apache-2.0
#include "link/sense/weigh.hpp"

#include <algorithm>
#include <string>

namespace crossroads {
namespace {

/// A year speaks for whom the ontology has at work in it, and against who was not yet there.
Weight weight_of_year(const Period& life, std::uint32_t year) {
  if (life == Period{}) return unit / 4;
  const std::string text = std::to_string(year);
  if (!life.since.empty() && text < life.since.substr(0, 4)) return 0;
  return may_overlap(life, {text, text}) ? unit * 3 / 4 : unit / 4;
}

/// What of an entry's name speaks for a sense: whom it names, or, if that is more, the words.
Weight weight_of(const Senses& senses, const Sense& sense, const Clue& clue) {
  switch (clue.kind) {
    case Clue::Kind::entry: {
      Weight words = 0;
      for (const std::uint32_t word : *clue.words) words += senses.weight(sense, word);
      return std::max(senses.weight(sense, static_cast<EntryId>(clue.key)), words);
    }
    case Clue::Kind::word:
      return senses.weight(sense, clue.key) / (clue.in_name ? 2 : 1);
    case Clue::Kind::name:
      return senses.weight(sense, clue.key);
    case Clue::Kind::year:
      return weight_of_year(sense.life, clue.key);
  }
  return 0;
}

Reason reason_of(const Clue& clue, EntryId candidate, Weight score) {
  Reason reason{.span = clue.span, .score = score};
  switch (clue.kind) {
    case Clue::Kind::entry:
      reason.entry = static_cast<EntryId>(clue.key);
      reason.kind = *reason.entry == candidate ? Reason::Kind::itself : Reason::Kind::neighbour;
      break;
    case Clue::Kind::word:
    case Clue::Kind::name:
      reason.kind = Reason::Kind::word;
      break;
    case Clue::Kind::year:
      reason.kind = Reason::Kind::year;
      break;
  }
  return reason;
}

}  // namespace

std::optional<std::size_t> Weighed::chosen() const {
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    bool leads = true;
    for (std::size_t k = 0; k < candidates.size() && leads; ++k) {
      if (k == i) continue;
      leads = candidates[i].score - candidates[k].score >= least_lead &&
              3 * ahead[i][k] >= 5 * ahead[k][i];
    }
    if (leads) return i;
  }
  return std::nullopt;
}

std::int32_t Weighed::lead(std::size_t candidate) const {
  std::int32_t next = 0;
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    if (k != candidate) next = std::max(next, candidates[k].score);
  }
  return candidates[candidate].score - next;
}

Weighed weigh(const Senses& senses, std::span<const EntryId> entries,
              std::span<const NearClue> clues, Noting noting) {
  Weighed weighed;
  std::vector<const Sense*> known;
  for (const EntryId entry : entries) {
    weighed.candidates.push_back({entry, 0, {}});
    known.push_back(senses.find(entry));
  }
  weighed.ahead.assign(entries.size(), std::vector<std::int32_t>(entries.size()));
  std::vector<Weight> weights(entries.size());
  for (const NearClue& near : clues) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Weight whole = known[i] == nullptr ? 0 : weight_of(senses, *known[i], *near.what);
      weights[i] = whole * near.nearness / nearness::sentence;
    }
    const Weight common = *std::min_element(weights.begin(), weights.end());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (weights[i] == common) continue;
      Candidate& candidate = weighed.candidates[i];
      candidate.score += weights[i] - common;
      for (std::size_t k = 0; k < entries.size(); ++k) {
        weighed.ahead[i][k] += std::max(0, weights[i] - weights[k]);
      }
      if (noting == Noting::scores) continue;
      candidate.reasons.push_back(reason_of(*near.what, entries[i], weights[i] - common));
    }
  }
  return weighed;
}

void add_reason(Weighed& weighed, std::size_t candidate, const Reason& reason, Noting noting) {
  weighed.candidates[candidate].score += reason.score;
  for (std::size_t k = 0; k < weighed.candidates.size(); ++k) {
    if (k != candidate) weighed.ahead[candidate][k] += reason.score;
  }
  if (noting == Noting::reasons) weighed.candidates[candidate].reasons.push_back(reason);
}

}  // namespace crossroads
