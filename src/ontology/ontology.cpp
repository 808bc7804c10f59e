// SPDX-License-Identifier: Apache-2.0
#include "crossroads/ontology/ontology.hpp"

#include <algorithm>
#include <tuple>

namespace crossroads {
namespace {

template <class T>
auto find_by_id(const std::vector<T>& sorted, std::string_view id) {
  const auto at =
      std::lower_bound(sorted.begin(), sorted.end(), id,
                       [](const T& item, std::string_view key) { return item.id < key; });
  return at != sorted.end() && at->id == id ? at : sorted.end();
}

template <class T>
const T* pointer_by_id(const std::vector<T>& sorted, std::string_view id) {
  const auto at = find_by_id(sorted, id);
  return at == sorted.end() ? nullptr : &*at;
}

template <class Id, class T>
std::optional<Id> index_by_id(const std::vector<T>& sorted, std::string_view id) {
  const auto at = find_by_id(sorted, id);
  if (at == sorted.end()) return std::nullopt;
  return static_cast<Id>(at - sorted.begin());
}

}  // namespace

const std::string& Entry::label() const {
  // English before others, then what holds to this day, then what held last.
  const auto rank = [](const Form& form) {
    const std::string& until = form.period.until;
    return std::tuple(form.lang == "en", until.empty(), std::string_view(until));
  };
  const Form* best = nullptr;
  for (const Form& form : forms) {
    if (form.is_label && (best == nullptr || rank(*best) < rank(form))) best = &form;
  }
  return best != nullptr ? best->text : id;
}

std::optional<EntryId> Ontology::find_entry(std::string_view wanted) const {
  return index_by_id<EntryId>(entries, wanted);
}

std::optional<RelationId> Ontology::find_relation(std::string_view wanted) const {
  return index_by_id<RelationId>(relations, wanted);
}

const Kind* Ontology::find_kind(std::string_view wanted) const {
  return pointer_by_id(kinds, wanted);
}

const Source* Ontology::find_source(std::string_view wanted) const {
  return pointer_by_id(sources, wanted);
}

const Property* Ontology::find_property(std::string_view wanted) const {
  return pointer_by_id(properties, wanted);
}

bool Ontology::is_a(std::string_view kind, std::string_view wider) const {
  // Bounded by the number of kinds: a cycle is a finding of the loader, not a hang here.
  for (std::size_t steps = 0; steps <= kinds.size(); ++steps) {
    if (kind == wider) return true;
    const Kind* known = find_kind(kind);
    if (known == nullptr || known->broader.empty()) return false;
    kind = known->broader;
  }
  return false;
}

bool Ontology::is_any_of(const Entry& entry, const std::vector<std::string>& wanted) const {
  if (wanted.empty()) return true;
  return std::any_of(entry.kinds.begin(), entry.kinds.end(), [&](const std::string& kind) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const std::string& wider) { return is_a(kind, wider); });
  });
}

}  // namespace crossroads
