// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "ontology/draft.hpp"
#include "ontology/reporter.hpp"
#include "ontology/values.hpp"

namespace crossroads {
namespace {

constexpr std::string_view document_kind = "document";

std::string listed(const std::vector<std::string>& ids, std::string_view between) {
  return ids.empty() ? "anything" : fmt::format("{}", fmt::join(ids, between));
}

/// "'fib' is of kind concept, unit".
std::string with_kinds(const Entry& entry) {
  return fmt::format("'{}' is of kind {}", entry.id, listed(entry.kinds, ", "));
}

/// What is wrong with an attribute's value, or nothing.
std::string fault_of(const std::string& value, PropertyType type) {
  switch (type) {
    case PropertyType::text:
    case PropertyType::id:
      return {};
    case PropertyType::date:
      if (is_date(value)) return {};
      return fmt::format("'{}' is not a date (YYYY, YYYY-MM or YYYY-MM-DD)", value);
    case PropertyType::number:
      if (is_number(value)) return {};
      return fmt::format("'{}' is not a number (digits, with a point for decimals)", value);
    case PropertyType::url:
      if (is_url(value)) return {};
      return fmt::format("'{}' is not a URL (https://...)", value);
  }
  return {};
}

/// Entries, once kinds, relations, properties and sources are known.
class Resolver {
 public:
  Resolver(DraftOntology& draft, Ontology& ontology, Reporter& reporter)
      : draft_(draft), ontology_(ontology), reporter_(reporter) {}

  void run() {
    for (auto& [id, draft] : draft_.entries) take_entry(draft);
    for (auto& [id, draft] : draft_.entries) {
      check_replacement(draft);
      for (DraftAttribute& attribute : draft.attributes) take_attribute(draft, attribute);
      for (DraftStatement& statement : draft.statements) take_statement(draft, statement);
    }
    check_circles(
        draft_.entries, [](const DraftEntry& e) { return e.replaced_by; }, "replaced-by",
        reporter_);
    check_sources();
    for (Entry& entry : ontology_.entries) drop_unknown_sources(entry);
  }

 private:
  /// An entry that lacks what it can't do without is left out, but what it says is still checked.
  void take_entry(const DraftEntry& draft) {
    const Entry& entry = draft.entry;
    if (is_beside_only(draft)) return;
    const bool labelled = std::any_of(entry.forms.begin(), entry.forms.end(),
                                      [](const Form& form) { return form.is_label; });
    if (!labelled && !draft.bad_label) {
      reporter_.missing("missing-label",
                        fmt::format("entry '{}' has no label; add <label>...</label>", entry.id),
                        draft.first);
    }
    if (entry.kinds.empty() && !draft.bad_kind) {
      reporter_.missing("missing-kind",
                        fmt::format("entry '{}' has no kind; add kind=\"...\"", entry.id),
                        draft.first);
    }
    bool known = true;
    for (const Reference& kind : draft.kinds) {
      known = reporter_.check_known(kind, draft_.kinds, "kind") && known;
    }
    if (labelled && known && !entry.kinds.empty()) ontology_.entries.push_back(entry);
  }

  /// Whether it only adds to an entry of a file that was not named.
  [[nodiscard]] bool is_beside_only(const DraftEntry& draft) const {
    return draft.first.file == draft.last.file && draft_.besides.contains(draft.first.file) &&
           draft.entry.kinds.empty() && !draft.bad_kind;
  }

  /// The entry of that id, or null where it was left out.
  Entry* find(std::string_view id) {
    const auto which = ontology_.find_entry(id);
    return which ? &ontology_.entries[index(*which)] : nullptr;
  }

  void check_replacement(const DraftEntry& draft) {
    if (draft.replaced_by.id.empty()) return;
    if (!draft.entry.deprecated) {
      reporter_.missing(
          "not-deprecated",
          fmt::format("'{}' has a replacement; say deprecated=\"true\" too", draft.entry.id),
          draft.replaced_by.at);
    }
    const bool known = reporter_.check_known(draft.replaced_by, draft_.entries, "entry");
    Entry* entry = find(draft.entry.id);
    if (entry == nullptr) return;
    entry->replaced_by = draft.replaced_by.id;
    if (!known || find(draft.replaced_by.id) == nullptr) entry->replaced_by.clear();
  }

  void take_attribute(const DraftEntry& draft, DraftAttribute& attribute) {
    if (!reporter_.check_known(attribute.property, draft_.properties, "property")) return;
    const Property& property = *ontology_.find_property(attribute.property.id);
    const std::string fault = fault_of(attribute.attribute.value, property.type);
    if (!fault.empty()) reporter_.error("bad-attribute", fault, attribute.value_at);
    Entry* entry = find(draft.entry.id);
    if (entry == nullptr || !fault.empty()) return;
    if (!ontology_.is_any_of(*entry, property.of)) {
      reporter_.error("bad-attribute",
                      fmt::format("'{}' is an attribute of {}; {}", property.id,
                                  listed(property.of, ", "), with_kinds(*entry)),
                      attribute.property.at);
      return;
    }
    const Attribute& value = attribute.attribute;
    if (!values_
             .emplace(entry->id, value.property, value.value, value.period.since,
                      value.period.until)
             .second) {
      reporter_.error("duplicate-attribute",
                      fmt::format("{} of '{}' is '{}' already, for the same period; name all "
                                  "sources in one",
                                  value.property, entry->id, value.value),
                      attribute.property.at);
      return;
    }
    entry->attributes.push_back(std::move(attribute.attribute));
  }

  void take_statement(const DraftEntry& draft, DraftStatement& said) {
    const bool relation_known = reporter_.check_known(said.relation, draft_.relations, "relation");
    const bool target_known = reporter_.check_known(said.to, draft_.entries, "entry");
    if (!relation_known || !target_known) return;
    if (said.to.id == draft.entry.id) {
      reporter_.error("self-statement", fmt::format("'{}' is related to itself", said.to.id),
                      said.to.at);
      return;
    }
    Entry* entry = find(draft.entry.id);
    const auto to = ontology_.find_entry(said.to.id);
    if (entry == nullptr || !to) return;  // left out for a fault of its own, which is reported
    said.statement.relation = *ontology_.find_relation(said.relation.id);
    said.statement.to = *to;
    if (!check_kinds(*entry, said) || !check_new(*entry, said)) return;
    if (said.statement.provenance.sources.empty()) {
      reporter_.warning(
          "unsourced-statement",
          fmt::format("'{}' {} '{}': no source is named", entry->id, said.relation.id, said.to.id),
          said.relation.at);
    }
    entry->statements.push_back(std::move(said.statement));
  }

  bool check_kinds(const Entry& entry, const DraftStatement& said) {
    const Relation& relation = ontology_.relation(said.statement.relation);
    const Entry& to = ontology_.entry(said.statement.to);
    const auto fits = [&](const std::vector<std::string>& from,
                          const std::vector<std::string>& into) {
      return ontology_.is_any_of(entry, from) && ontology_.is_any_of(to, into);
    };
    if (fits(relation.from, relation.to)) return true;
    if (relation.symmetric && fits(relation.to, relation.from)) return true;
    reporter_.error(
        "relation-kinds",
        fmt::format("'{}' joins {} to {}; {}, {}", relation.id, listed(relation.from, " or "),
                    listed(relation.to, " or "), with_kinds(entry), with_kinds(to)),
        said.relation.at);
    return false;
  }

  /// Whether no other statement says the same of the same period; a symmetric relation says it of
  /// both entries at once.
  bool check_new(const Entry& entry, const DraftStatement& said) {
    const Relation& relation = ontology_.relation(said.statement.relation);
    const bool turn = relation.symmetric && said.to.id < entry.id;
    const auto [at, is_new] = stated_.try_emplace(
        {relation.id, turn ? said.to.id : entry.id, turn ? entry.id : said.to.id,
         said.statement.period.since, said.statement.period.until},
        said.relation.at);
    if (is_new) return true;
    reporter_.error("duplicate-statement",
                    fmt::format("'{}' {} '{}' is stated in {} already, for the same period; name "
                                "all sources in one",
                                entry.id, relation.id, said.to.id, reporter_.to_string(at->second)),
                    said.relation.at);
    return false;
  }

  /// A source is named by its id; a document that is an entry may be named as well.
  void check_sources() {
    for (const Reference& source : draft_.source_references) {
      if (draft_.sources.contains(source.id)) continue;
      const auto entry = draft_.entries.find(source.id);
      if (entry == draft_.entries.end()) {
        reporter_.unknown(source, "source", [&] { return all_sources(); });
        continue;
      }
      if (is_document(entry->second.entry)) continue;
      reporter_.missing("not-a-source",
                        fmt::format("{}; a source is a <source> or an entry of kind {}",
                                    with_kinds(entry->second.entry), document_kind),
                        source.at);
    }
  }

  void drop_unknown_sources(Entry& entry) {
    const auto drop = [&](auto& items) {
      for (auto& item : items) {
        std::erase_if(item.provenance.sources, [&](const std::string& id) {
          if (ontology_.find_source(id) != nullptr) return false;
          const auto document = ontology_.find_entry(id);
          return !document || !is_document(ontology_.entry(*document));
        });
      }
    };
    drop(entry.forms);
    drop(entry.definitions);
    drop(entry.notes);
    drop(entry.attributes);
    drop(entry.statements);
  }

  [[nodiscard]] bool is_document(const Entry& entry) const {
    return ontology_.is_any_of(entry, {std::string(document_kind)});
  }

  [[nodiscard]] std::vector<std::string> all_sources() const {
    std::vector<std::string> ids = ids_of(draft_.sources);
    for (const auto& [id, draft] : draft_.entries) {
      if (is_document(draft.entry)) ids.push_back(id);
    }
    return ids;
  }

  DraftOntology& draft_;
  Ontology& ontology_;
  Reporter& reporter_;
  // Entry, property, value, since, until.
  std::set<std::tuple<std::string, std::string, std::string, std::string, std::string>> values_;
  // Relation, entry, entry, since, until, and where it was said first.
  std::map<std::tuple<std::string, std::string, std::string, std::string, std::string>, Place>
      stated_;
};

}  // namespace

Ontology resolve(DraftOntology draft, std::vector<FileContext>& files, bool complete) {
  Ontology ontology;
  Reporter reporter(files, complete);
  ontology.id = draft.id;
  ontology.version = draft.version;
  complete_vocabulary(draft);
  take_vocabulary(draft, ontology, reporter);
  Resolver(draft, ontology, reporter).run();
  return ontology;
}

}  // namespace crossroads
