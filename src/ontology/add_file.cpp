// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "ontology/draft.hpp"

namespace crossroads {
namespace {

/// Walks one file's elements and adds what they say to the draft.
class FileReader {
 public:
  FileReader(std::size_t number, const FileContext& file, DraftOntology& draft)
      : number_(number), file_(file), draft_(draft) {}

  void read(const XmlElement& root) {
    for (const XmlElement& child : root.children) {
      if (!check_child(root, child, file_)) continue;
      if (!check_element(child, file_)) {
        check_children(child);
        continue;
      }
      if (child.name == "entry") {
        read_entry(child);
      } else if (child.name == "source") {
        read_source(child);
      } else if (child.name == "kind") {
        read_kind(child);
      } else if (child.name == "relation") {
        read_relation(child);
      } else if (child.name == "property") {
        read_property(child);
      }
    }
  }

 private:
  /// Reports what is wrong inside an element that is itself left out.
  void check_children(const XmlElement& parent) {
    for (const XmlElement& child : parent.children) {
      if (check_child(parent, child, file_)) check_element(child, file_);
    }
  }

  Place place(std::size_t offset) const { return {number_, offset}; }

  Reference reference(const XmlElement& element, std::string_view name) const {
    const XmlAttribute* found = find_attribute(element, name);
    if (found == nullptr) return {};
    return {collapse(found->value), place(found->value_offset)};
  }

  std::vector<Reference> references(const XmlElement& element, std::string_view name) const {
    std::vector<Reference> list;
    const XmlAttribute* found = find_attribute(element, name);
    if (found == nullptr) return list;
    // Values with references in them (&amp;) are refused by the id rule, so a word's place in the
    // value is its place in the source.
    std::size_t from = 0;
    for (std::string& word : words(element, name)) {
      from = found->value.find(word, from);
      list.push_back({word, place(found->value_offset + from)});
      from += word.size();
    }
    return list;
  }

  void note_references(std::vector<Reference>& into, std::vector<Reference> list) const {
    std::move(list.begin(), list.end(), std::back_inserter(into));
  }

  Provenance provenance(const XmlElement& element) {
    note_references(draft_.source_references, references(element, "source"));
    return {words(element, "source"), attribute(element, "locator")};
  }

  Period period(const XmlElement& element) const {
    Period period{attribute(element, "since"), attribute(element, "until")};
    if (contradicts_itself(period)) {
      file_.error("period", fmt::format("until {} is before since {}", period.until, period.since),
                  find_attribute(element, "until")->value_offset);
    }
    return period;
  }

  std::string language(const XmlElement& element) const {
    const std::string lang = attribute(element, "lang");
    return lang.empty() ? "en" : lang;
  }

  /// The draft of an id, new or given in an earlier file; null, and reported, where this file gave
  /// it before.
  template <class T>
  T* draft_of(std::map<std::string, T>& all, const XmlElement& element, bool& is_new) {
    const std::string id = attribute(element, "id");
    const auto [at, inserted] = all.try_emplace(id);
    is_new = inserted;
    if (inserted) {
      at->second.at = place(element.offset);
    } else if (at->second.last_file == number_) {
      file_.error("duplicate-id",
                  fmt::format("{} '{}' stands in this file twice", element.name, id),
                  find_attribute(element, "id")->value_offset);
      return nullptr;
    }
    at->second.last_file = number_;
    return &at->second;
  }

  /// Takes a value over into a field; a second file may repeat it, not contradict it.
  void set(std::string& field, const XmlElement& element, std::string_view name) const {
    const std::string value = attribute(element, name);
    if (value.empty()) return;
    if (!field.empty() && field != value) {
      file_.error("clash",
                  fmt::format("{} is '{}' here and '{}' in another file", name, value, field),
                  find_attribute(element, name)->value_offset);
      return;
    }
    field = value;
  }

  void set(std::vector<std::string>& field, const XmlElement& element, std::string_view name) const {
    std::vector<std::string> value = words(element, name);
    if (value.empty()) return;
    if (!field.empty() && field != value) {
      file_.error("clash", fmt::format("{} is not the same as in another file", name),
                  find_attribute(element, name)->value_offset);
      return;
    }
    field = std::move(value);
  }

  void read_source(const XmlElement& element) {
    bool is_new = false;
    auto* draft = draft_of(draft_.sources, element, is_new);
    if (draft == nullptr) return;
    Source& source = draft->item;
    source.id = attribute(element, "id");
    set(source.year, element, "year");
    set(source.url, element, "url");
    set(source.seen, element, "seen");
    const std::string title = collapse(element.text);
    if (!source.title.empty() && !title.empty() && title != source.title) {
      file_.error("clash", fmt::format("the title of source '{}' is another in another file", source.id),
                  element.text_offset);
    } else if (!title.empty()) {
      source.title = title;
    }
  }

  void read_kind(const XmlElement& element) {
    bool is_new = false;
    auto* draft = draft_of(draft_.kinds, element, is_new);
    if (draft == nullptr) return;
    draft->item.id = attribute(element, "id");
    set(draft->item.label, element, "label");
    set(draft->item.plural, element, "plural");
    set(draft->item.broader, element, "broader");
    note_references(draft_.kind_references, references(element, "broader"));
  }

  void read_relation(const XmlElement& element) {
    bool is_new = false;
    auto* draft = draft_of(draft_.relations, element, is_new);
    if (draft == nullptr) return;
    Relation& relation = draft->item;
    relation.id = attribute(element, "id");
    set(relation.label, element, "label");
    set(relation.inverse, element, "inverse");
    set(relation.from, element, "from");
    set(relation.to, element, "to");
    set(relation.broader, element, "broader");
    relation.symmetric = relation.symmetric || truth(element, "symmetric");
    note_references(draft_.kind_references, references(element, "from"));
    note_references(draft_.kind_references, references(element, "to"));
    note_references(draft_.relation_references, references(element, "broader"));
    for (const XmlElement& child : element.children) {
      if (!check_child(element, child, file_) || !check_element(child, file_)) continue;
      read_cue(child, relation);
    }
  }

  void read_cue(const XmlElement& element, Relation& relation) {
    Cue cue{collapse(element.text), attribute(element, "pattern"), truth(element, "negated")};
    if (cue.text.empty() == cue.pattern.empty()) {
      file_.error("bad-cue", "a cue is either a phrase or a pattern", element.offset);
      return;
    }
    if (cue.text.empty()) {
      const std::size_t from = cue.pattern.find("{from}");
      const std::size_t to = cue.pattern.find("{to}");
      if (from == std::string::npos || to == std::string::npos) {
        file_.error("bad-cue", "a pattern names {from} and {to}",
                    find_attribute(element, "pattern")->value_offset);
        return;
      }
    }
    relation.cues.push_back(std::move(cue));
  }

  void read_property(const XmlElement& element) {
    bool is_new = false;
    auto* draft = draft_of(draft_.properties, element, is_new);
    if (draft == nullptr) return;
    draft->item.id = attribute(element, "id");
    set(draft->item.of, element, "of");
    note_references(draft_.kind_references, references(element, "of"));
    const std::string type = attribute(element, "type");
    if (type == "number") draft->item.type = PropertyType::number;
    if (type == "date") draft->item.type = PropertyType::date;
    if (type == "url") draft->item.type = PropertyType::url;
    if (type == "id") draft->item.type = PropertyType::id;
  }

  void read_entry(const XmlElement& element) {
    bool is_new = false;
    DraftEntry* draft = draft_of(draft_.entries, element, is_new);
    if (draft == nullptr) {
      check_children(element);
      return;
    }
    Entry& entry = draft->entry;
    if (is_new) {
      entry.id = attribute(element, "id");
      entry.at = locate(file_.bytes, element.offset, file_.name);
    }
    set(entry.kinds, element, "kind");
    if (draft->kinds.empty()) draft->kinds = references(element, "kind");
    entry.deprecated = entry.deprecated || truth(element, "deprecated");
    set(entry.replaced_by, element, "replaced-by");
    if (draft->replaced_by.id.empty()) draft->replaced_by = reference(element, "replaced-by");
    for (const XmlElement& child : element.children) {
      if (!check_child(element, child, file_) || !check_element(child, file_)) continue;
      read_entry_child(child, *draft);
    }
  }

  void read_entry_child(const XmlElement& child, DraftEntry& draft) {
    Entry& entry = draft.entry;
    if (child.name == "label" || child.name == "alias") {
      read_form(child, entry);
    } else if (child.name == "definition") {
      entry.definitions.push_back(
          {collapse(child.text), attribute(child, "by"), language(child), provenance(child)});
    } else if (child.name == "note") {
      entry.notes.push_back(
          {attribute(child, "type"), collapse(child.text), language(child), provenance(child)});
    } else if (child.name == "attribute") {
      entry.attributes.push_back(
          {attribute(child, "name"), collapse(child.text), period(child), provenance(child)});
      draft.properties.push_back(reference(child, "name"));
    } else if (child.name == "statement") {
      Statement statement;
      statement.reason = collapse(child.text);
      statement.period = period(child);
      statement.provenance = provenance(child);
      statement.at = locate(file_.bytes, child.offset, file_.name);
      draft.statements.push_back(
          {reference(child, "relation"), reference(child, "to"), std::move(statement)});
    } else if (child.name == "match") {
      entry.matches.push_back({attribute(child, "type"), attribute(child, "href")});
    } else if (child.name == "accept") {
      entry.accepts.push_back({attribute(child, "rule"), attribute(child, "reason")});
    }
  }

  void read_form(const XmlElement& element, Entry& entry) {
    Form form;
    form.text = collapse(element.text);
    form.lang = language(element);
    form.is_label = element.name == "label";
    form.shared = truth(element, "shared");
    form.hidden = attribute(element, "use") == "hidden";
    const std::string rule = attribute(element, "case");
    if (rule == "exact") form.case_rule = CaseRule::exact;
    if (rule == "ignore") form.case_rule = CaseRule::ignore;
    form.period = period(element);
    form.provenance = provenance(element);
    form.at = locate(file_.bytes, element.offset, file_.name);
    const bool second_label = form.is_label && std::any_of(entry.forms.begin(), entry.forms.end(), [&](const Form& f) {
      return f.is_label && f.lang == form.lang && may_overlap(f.period, form.period);
    });
    if (second_label) {
      file_.error("second-label",
                  fmt::format("entry '{}' has a label in '{}' already; make this one an alias",
                              entry.id, form.lang),
                  element.offset);
      return;
    }
    entry.forms.push_back(std::move(form));
  }

  std::size_t number_;
  const FileContext& file_;
  DraftOntology& draft_;
};

void set_once(std::string& field, const XmlElement& root, std::string_view name,
              const FileContext& file) {
  const std::string value = attribute(root, name);
  if (value.empty() || value == field) return;
  if (!field.empty()) {
    file.error("clash", fmt::format("the ontology's {} is '{}' here and '{}' in another file", name,
                                    value, field),
               find_attribute(root, name)->value_offset);
    return;
  }
  field = value;
}

}  // namespace

bool add_file(const XmlElement& root, std::size_t number, const FileContext& file,
              DraftOntology& draft) {
  if (root.name != "ontology") {
    file.error("not-an-ontology",
               fmt::format("the root is <{}>; an ontology's is <ontology>", root.name), root.offset);
    return false;
  }
  check_element(root, file);
  set_once(draft.id, root, "id", file);
  set_once(draft.version, root, "version", file);
  FileReader(number, file, draft).read(root);
  return true;
}

}  // namespace crossroads
