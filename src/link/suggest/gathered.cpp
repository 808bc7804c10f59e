// SPDX-License-Identifier: Apache-2.0
#include "link/suggest/gathered.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace crossroads {
namespace {

void add(PhraseUse& use, PhraseUse other) {
  add(use.seen, std::move(other.seen));
  use.at_start += other.at_start;
  use.before_noun += other.before_noun;
  use.single = use.single || other.single;
  use.holds_name = use.holds_name || other.holds_name;
  // How a phrase falls into parts follows from its words; where it did not, it was in one piece.
  if (use.parts.size() < other.parts.size()) use.parts = std::move(other.parts);
}

void add(DefinitionUse& use, DefinitionUse other) {
  add(use.seen, std::move(other.seen));
  use.uses += other.uses;
  use.by_letters = use.by_letters || other.by_letters;
}

void add(FormUse& use, FormUse other) {
  add(use.seen, std::move(other.seen));
  use.in_small += other.in_small;
}

void add(TermUse& use, TermUse other) {
  add(use.seen, std::move(other.seen));
  use.plural += other.plural;
  use.words = std::max(use.words, other.words);
}

void add(UndecidedUse& use, UndecidedUse other) {
  add(use.seen, std::move(other.seen));
  if (use.candidates.size() < other.candidates.size()) use.candidates = std::move(other.candidates);
}

template <class Map>
void merge_map(Map& into, Map& from) {
  for (auto& [key, value] : from) add(into[key], std::move(value));
}

}  // namespace

void add(Tally& tally, Tally other) {
  tally.mentions += other.mentions;
  tally.passages += other.passages;
  tally.documents += other.documents;
  std::move(other.places.begin(), other.places.end(), std::back_inserter(tally.places));
  std::sort(tally.places.begin(), tally.places.end(), [](const SeenAt& a, const SeenAt& b) {
    return std::tie(a.number, a.document, a.span) < std::tie(b.number, b.document, b.span);
  });
  if (tally.places.size() > 2) tally.places.resize(2);
}

Gathered::Gathered() : data_(std::make_unique<Data>()) {}
Gathered::Gathered(Gathered&&) noexcept = default;
Gathered& Gathered::operator=(Gathered&&) noexcept = default;
Gathered::~Gathered() = default;

void Gathered::merge(Gathered other) {
  Data& from = *other.data_;
  merge_map(data_->phrases, from.phrases);
  merge_map(data_->definitions, from.definitions);
  merge_map(data_->persons, from.persons);
  merge_map(data_->symbols, from.symbols);
  merge_map(data_->forms, from.forms);
  merge_map(data_->undecided, from.undecided);
  merge_map(data_->terms, from.terms);
  merge_map(data_->slips, from.slips);
  for (auto& [word, count] : from.in_small) data_->in_small[word] += count;
  data_->passages += from.passages;
  data_->documents += from.documents;
}

}  // namespace crossroads
