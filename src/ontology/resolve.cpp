// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "crossroads/core/nearest.hpp"
#include "ontology/draft.hpp"
#include "ontology/elements.hpp"

namespace crossroads {
namespace {

constexpr std::string_view reserved_kinds = "text section article passage work";

void report(const std::vector<FileContext>& files, Severity severity, std::string code,
            std::string message, Place at) {
  files[at.file].report(severity, std::move(code), std::move(message), at.offset);
}

template <class Map>
std::vector<std::string> ids_of(const Map& all) {
  std::vector<std::string> ids;
  for (const auto& [id, item] : all) ids.push_back(id);
  return ids;
}

Relation built_in(std::string id, std::string label, std::string inverse, bool symmetric) {
  Relation relation;
  relation.id = std::move(id);
  relation.label = std::move(label);
  relation.inverse = std::move(inverse);
  relation.symmetric = symmetric;
  return relation;
}

void add_built_in_relations(DraftOntology& draft) {
  for (Relation& relation : std::vector<Relation>{
           built_in("broader", "is narrower than", "is broader than", false),
           built_in("part-of", "is part of", "has as a part", false),
           built_in("related", "is related to", "is related to", true)}) {
    const auto [at, inserted] = draft.relations.try_emplace(relation.id);
    Relation& known = at->second.item;
    if (known.label.empty()) known.label = relation.label;
    if (known.inverse.empty()) known.inverse = relation.inverse;
    known.id = relation.id;
    known.symmetric = relation.symmetric;
  }
}

/// A small ontology may name no kinds or no relations: then those that it uses are taken as known.
void declare_what_is_used(DraftOntology& draft, bool kinds, bool relations) {
  for (const auto& [id, entry] : draft.entries) {
    for (const Reference& kind : entry.kinds) {
      if (kinds) draft.kinds.try_emplace(kind.id, Draft<Kind>{{kind.id, {}, {}, {}}, kind.at, 0});
    }
    for (const DraftStatement& statement : entry.statements) {
      if (!relations) continue;
      Draft<Relation> used;
      used.item.id = statement.relation.id;
      used.at = statement.relation.at;
      draft.relations.try_emplace(statement.relation.id, used);
    }
  }
}

class Resolver {
 public:
  Resolver(DraftOntology draft, const std::vector<FileContext>& files)
      : draft_(std::move(draft)), files_(files) {}

  Ontology run() {
    const bool no_kinds = draft_.kinds.empty();
    const bool no_relations = draft_.relations.empty();
    add_built_in_relations(draft_);
    declare_what_is_used(draft_, no_kinds, no_relations);
    check_kinds();
    take_vocabulary();
    take_entries();
    for (std::size_t i = 0; i < ontology_.entries.size(); ++i) take_statements(i);
    check_sources();
    return std::move(ontology_);
  }

 private:
  void error(std::string code, std::string message, Place at) {
    report(files_, Severity::error, std::move(code), std::move(message), at);
  }

  template <class Map>
  bool check_known(const Reference& reference, const Map& all, std::string_view what) {
    if (all.contains(reference.id)) return true;
    error(fmt::format("unknown-{}", what),
          fmt::format("there is no {} '{}'{}", what, reference.id,
                      did_you_mean(reference.id, ids_of(all))),
          reference.at);
    return false;
  }

  void check_kinds() {
    for (const auto& [id, kind] : draft_.kinds) {
      if (is_one_of(id, reserved_kinds)) {
        error("reserved-kind", fmt::format("the kind '{}' is reserved for texts", id), kind.at);
      }
    }
    for (const Reference& kind : draft_.kind_references) check_known(kind, draft_.kinds, "kind");
    for (const Reference& relation : draft_.relation_references) {
      check_known(relation, draft_.relations, "relation");
    }
  }

  void take_vocabulary() {
    ontology_.id = draft_.id;
    ontology_.version = draft_.version;
    for (auto& [id, source] : draft_.sources) ontology_.sources.push_back(std::move(source.item));
    for (auto& [id, kind] : draft_.kinds) {
      if (kind.item.label.empty()) kind.item.label = id;
      if (kind.item.plural.empty()) kind.item.plural = kind.item.label;
      ontology_.kinds.push_back(kind.item);
    }
    for (auto& [id, relation] : draft_.relations) {
      if (relation.item.label.empty()) relation.item.label = id;
      if (relation.item.inverse.empty() && relation.item.symmetric) {
        relation.item.inverse = relation.item.label;
      }
      ontology_.relations.push_back(relation.item);
    }
    for (auto& [id, property] : draft_.properties) ontology_.properties.push_back(property.item);
  }

  /// Entries that lack what an entry can't do without are left out; the rest keep their drafts, in
  /// the same order.
  void take_entries() {
    for (auto& [id, draft] : draft_.entries) {
      Entry& entry = draft.entry;
      const bool labelled = std::any_of(entry.forms.begin(), entry.forms.end(),
                                        [](const Form& form) { return form.is_label; });
      if (!labelled) error("missing-label", fmt::format("entry '{}' has no label", id), draft.at);
      if (entry.kinds.empty()) error("missing-kind", fmt::format("entry '{}' has no kind", id), draft.at);
      bool known = true;
      for (const Reference& kind : draft.kinds) known = check_known(kind, draft_.kinds, "kind") && known;
      if (!labelled || entry.kinds.empty() || !known) {
        left_out_.push_back(id);
        continue;
      }
      take_attributes(draft);
      ontology_.entries.push_back(std::move(entry));
      drafts_.push_back(&draft);
    }
  }

  void take_attributes(DraftEntry& draft) {
    std::vector<Attribute> good;
    for (std::size_t i = 0; i < draft.entry.attributes.size(); ++i) {
      const Attribute& attribute = draft.entry.attributes[i];
      const Reference& name = draft.properties[i];
      if (!check_known(name, draft_.properties, "property")) continue;
      const Property& property = draft_.properties.at(name.id).item;
      const std::string fault = fault_of(attribute, property, draft.entry);
      if (fault.empty()) {
        good.push_back(attribute);
      } else {
        error("bad-attribute", fault, name.at);
      }
    }
    draft.entry.attributes = std::move(good);
  }

  std::string fault_of(const Attribute& attribute, const Property& property, const Entry& entry) {
    if (!ontology_.is_any_of(entry, property.of)) {
      return fmt::format("'{}' is an attribute of {}, and '{}' is a {}", property.id,
                         fmt::join(property.of, ", "), entry.id, fmt::join(entry.kinds, ", "));
    }
    if (property.type == PropertyType::date && !is_date(attribute.value)) {
      return fmt::format("'{}' is not a date (YYYY, YYYY-MM or YYYY-MM-DD)", attribute.value);
    }
    if (property.type == PropertyType::number) {
      double number = 0;
      const char* end = attribute.value.data() + attribute.value.size();
      const auto read = std::from_chars(attribute.value.data(), end, number);
      if (read.ec != std::errc() || read.ptr != end) {
        return fmt::format("'{}' is not a number", attribute.value);
      }
    }
    return {};
  }

  void take_statements(std::size_t number) {
    Entry& entry = ontology_.entries[number];
    for (DraftStatement& draft : drafts_[number]->statements) {
      const bool relation_known = check_known(draft.relation, draft_.relations, "relation");
      const bool target_known = check_known(draft.to, draft_.entries, "entry");
      if (!relation_known || !target_known) continue;
      const auto to = ontology_.find_entry(draft.to.id);
      if (!to) continue;  // left out for its own fault, which is reported
      draft.statement.relation = *ontology_.find_relation(draft.relation.id);
      draft.statement.to = *to;
      if (!may_join(entry, draft)) continue;
      if (draft.statement.provenance.sources.empty()) {
        report(files_, Severity::warning, "unsourced-statement",
               fmt::format("'{}' {} '{}': no source is named", entry.id, draft.relation.id, draft.to.id),
               draft.relation.at);
      }
      if (is_repeated(entry, draft.statement)) {
        error("duplicate-statement",
              fmt::format("'{}' {} '{}' is stated before, for the same period", entry.id,
                          draft.relation.id, draft.to.id),
              draft.relation.at);
        continue;
      }
      entry.statements.push_back(std::move(draft.statement));
    }
  }

  bool may_join(const Entry& entry, const DraftStatement& draft) {
    const Relation& relation = ontology_.relation(draft.statement.relation);
    const Entry& to = ontology_.entry(draft.statement.to);
    if (&entry == &to) {
      error("self-statement", fmt::format("'{}' is related to itself", entry.id), draft.to.at);
      return false;
    }
    const auto fits = [&](const std::vector<std::string>& from, const std::vector<std::string>& into) {
      return ontology_.is_any_of(entry, from) && ontology_.is_any_of(to, into);
    };
    if (fits(relation.from, relation.to)) return true;
    if (relation.symmetric && fits(relation.to, relation.from)) return true;
    error("relation-kinds",
          fmt::format("'{}' joins {} to {}; '{}' is a {} and '{}' a {}", relation.id,
                      kinds(relation.from), kinds(relation.to), entry.id,
                      fmt::join(entry.kinds, ", "), to.id, fmt::join(to.kinds, ", ")),
          draft.relation.at);
    return false;
  }

  static std::string kinds(const std::vector<std::string>& ids) {
    return ids.empty() ? "anything" : fmt::format("{}", fmt::join(ids, " or "));
  }

  static bool is_repeated(const Entry& entry, const Statement& statement) {
    return std::any_of(entry.statements.begin(), entry.statements.end(), [&](const Statement& s) {
      return s.relation == statement.relation && s.to == statement.to &&
             s.period == statement.period;
    });
  }

  void check_sources() {
    for (const Reference& source : draft_.source_references) {
      if (ontology_.find_source(source.id) != nullptr || ontology_.find_entry(source.id)) continue;
      if (std::find(left_out_.begin(), left_out_.end(), source.id) != left_out_.end()) continue;
      error("unknown-source",
            fmt::format("there is no source '{}'{}", source.id,
                        did_you_mean(source.id, ids_of(draft_.sources))),
            source.at);
    }
  }

  DraftOntology draft_;
  const std::vector<FileContext>& files_;
  Ontology ontology_;
  std::vector<DraftEntry*> drafts_;  // one for each of ontology_.entries
  std::vector<std::string> left_out_;
};

}  // namespace

Ontology resolve(DraftOntology draft, const std::vector<FileContext>& files) {
  return Resolver(std::move(draft), files).run();
}

}  // namespace crossroads
