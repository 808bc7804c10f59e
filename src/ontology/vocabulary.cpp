// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "ontology/elements.hpp"
#include "ontology/reporter.hpp"

namespace crossroads {
namespace {

constexpr std::string_view reserved_kinds = "text section article passage work";

struct BuiltIn {
  const char* id;
  const char* label;
  const char* inverse;
  bool symmetric;
};

constexpr BuiltIn built_in_relations[] = {
    {"broader", "is narrower than", "is broader than", false},
    {"part-of", "is part of", "has as a part", false},
    {"related", "is related to", "is related to", true},
};

void add_built_in_relations(DraftOntology& draft) {
  for (const BuiltIn& known : built_in_relations) {
    DraftRelation& relation = draft.relations[known.id];
    relation.item.id = known.id;
    const bool relabelled = !relation.item.label.empty();
    if (!relabelled) relation.item.label = known.label;
    // Read backwards, a symmetric relation has the label that the curator gave it.
    if (relation.item.inverse.empty() && !(relabelled && known.symmetric)) {
      relation.item.inverse = known.inverse;
    }
  }
}

void declare_kind(DraftOntology& draft, const Reference& used) {
  const auto [at, is_new] = draft.kinds.try_emplace(used.id);
  if (!is_new) return;
  at->second.item.id = used.id;
  at->second.first = used.at;
}

void declare_used_kinds(DraftOntology& draft) {
  for (const auto& [id, entry] : draft.entries) {
    for (const Reference& kind : entry.kinds) declare_kind(draft, kind);
  }
  for (const auto& [id, relation] : draft.relations) {
    for (const Reference& kind : relation.kinds) declare_kind(draft, kind);
  }
  for (const auto& [id, property] : draft.properties) {
    for (const Reference& kind : property.kinds) declare_kind(draft, kind);
  }
}

void declare_used_relations(DraftOntology& draft) {
  for (const auto& [id, entry] : draft.entries) {
    for (const DraftStatement& statement : entry.statements) {
      const auto [at, is_new] = draft.relations.try_emplace(statement.relation.id);
      if (!is_new) continue;
      at->second.item.id = statement.relation.id;
      at->second.first = statement.relation.at;
    }
  }
}

class Vocabulary {
 public:
  Vocabulary(DraftOntology& draft, Ontology& ontology, Reporter& reporter)
      : draft_(draft), ontology_(ontology), reporter_(reporter) {}

  void take() {
    check_circles(
        draft_.kinds, [](const DraftKind& k) { return k.broader; }, "broader", reporter_);
    check_circles(
        draft_.relations, [](const DraftRelation& r) { return r.broader; }, "broader", reporter_);
    for (auto& [id, source] : draft_.sources) take_source(source);
    for (auto& [id, kind] : draft_.kinds) take_kind(kind);
    for (auto& [id, relation] : draft_.relations) take_relation(relation);
    for (auto& [id, property] : draft_.properties) take_property(property);
  }

 private:
  void take_source(const DraftSource& draft) {
    if (draft.item.title.empty()) {
      reporter_.missing(
          "missing-title",
          fmt::format("source '{}' has no title; write it between the tags", draft.item.id),
          draft.first);
    }
    const auto entry = draft_.entries.find(draft.item.id);
    if (entry != draft_.entries.end()) {
      reporter_.error(
          "ambiguous-source",
          fmt::format("'{}' is an entry too, in {}: source=\"{}\" could mean either", draft.item.id,
                      reporter_.to_string(entry->second.first), draft.item.id),
          draft.first);
    }
    ontology_.sources.push_back(draft.item);
  }

  void take_kind(const DraftKind& draft) {
    Kind kind = draft.item;
    if (is_one_of(kind.id, reserved_kinds)) {
      reporter_.error("reserved-kind", fmt::format("the kind '{}' is reserved for texts", kind.id),
                      draft.first);
    }
    if (!draft.broader.id.empty() && !reporter_.check_known(draft.broader, draft_.kinds, "kind")) {
      kind.broader.clear();
    }
    if (kind.label.empty()) kind.label = kind.id;
    if (kind.plural.empty()) kind.plural = kind.label;
    ontology_.kinds.push_back(std::move(kind));
  }

  void take_relation(const DraftRelation& draft) {
    Relation relation = draft.item;
    relation.symmetric = draft.symmetric == "true";
    for (const BuiltIn& known : built_in_relations) {
      if (relation.id != known.id) continue;
      relation.symmetric = known.symmetric;
      if (draft.symmetric.empty() || (draft.symmetric == "true") == known.symmetric) continue;
      reporter_.error("built-in",
                      fmt::format("'{}' is built in, and is {}symmetric", known.id,
                                  known.symmetric ? "" : "not "),
                      draft.first);
    }
    if (!draft.broader.id.empty() &&
        !reporter_.check_known(draft.broader, draft_.relations, "relation")) {
      relation.broader.clear();
    }
    if (!all_known(draft.kinds)) {
      relation.from.clear();
      relation.to.clear();
    }
    if (relation.label.empty()) relation.label = relation.id;
    if (relation.inverse.empty() && relation.symmetric) relation.inverse = relation.label;
    ontology_.relations.push_back(std::move(relation));
  }

  void take_property(const DraftProperty& draft) {
    Property property = draft.item;
    if (!all_known(draft.kinds)) property.of.clear();
    if (draft.type == "number") property.type = PropertyType::number;
    if (draft.type == "date") property.type = PropertyType::date;
    if (draft.type == "url") property.type = PropertyType::url;
    if (draft.type == "id") property.type = PropertyType::id;
    ontology_.properties.push_back(std::move(property));
  }

  /// A list with an unknown kind admits any: what it means to admit can't be told.
  bool all_known(const std::vector<Reference>& kinds) {
    bool known = true;
    for (const Reference& kind : kinds) {
      known = reporter_.check_known(kind, draft_.kinds, "kind") && known;
    }
    return known;
  }

  DraftOntology& draft_;
  Ontology& ontology_;
  Reporter& reporter_;
};

}  // namespace

void complete_vocabulary(DraftOntology& draft) {
  if (draft.kinds.empty()) declare_used_kinds(draft);
  if (draft.relations.empty()) declare_used_relations(draft);
  add_built_in_relations(draft);
}

void take_vocabulary(DraftOntology& draft, Ontology& ontology, Reporter& reporter) {
  Vocabulary(draft, ontology, reporter).take();
}

}  // namespace crossroads
