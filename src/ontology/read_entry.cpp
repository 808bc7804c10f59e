// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ontology/element_reader.hpp"
#include "ontology/values.hpp"

namespace crossroads {
namespace {

std::string language(const XmlElement& element) {
  const std::string lang = attribute(element, "lang");
  return lang.empty() ? "en" : canonical_language(lang);
}

Form form_of(const XmlElement& element, ElementReader& reader) {
  Form form;
  form.text = collapse(element.text);
  form.lang = language(element);
  form.is_label = element.name == "label";
  form.shared = truth(element, "shared");
  form.hidden = attribute(element, "use") == "hidden";
  const std::string rule = attribute(element, "case");
  if (rule == "exact") form.case_rule = CaseRule::exact;
  if (rule == "ignore") form.case_rule = CaseRule::ignore;
  form.period = reader.period(element);
  form.provenance = reader.provenance(element);
  form.at = reader.file().locate(element.offset);
  return form;
}

/// Whether `next` may begin when `period` has ended; a year named by both may be when it changed.
bool follows(const Period& period, const Period& next) {
  return !period.until.empty() && !next.since.empty() &&
         !contradicts_itself({period.until, next.since});
}

/// Whether the form may stand in the entry; reports where not.
bool check_form(const Form& form, const XmlElement& element, const Entry& entry,
                FileContext& file) {
  if (!has_letter_or_digit(form.text)) {
    file.error("wordless-form",
               fmt::format("'{}' holds no letter or digit: no text can name it", form.text),
               element.text_offset);
    return false;
  }
  if (form.is_label && form.hidden) {
    file.error("hidden-label",
               "a label is shown; write a name that is not as <alias use=\"hidden\">",
               find_attribute(element, "use")->value_offset);
    return false;
  }
  for (const Form& known : entry.forms) {
    if (!form.is_label || !known.is_label || known.lang != form.lang) continue;
    if (follows(known.period, form.period) || follows(form.period, known.period)) continue;
    file.error("second-label",
               fmt::format("entry '{}' has a label in '{}' already: '{}' in {}; make this one an "
                           "alias",
                           entry.id, form.lang, known.text, to_string(known.at)),
               element.offset);
    return false;
  }
  return true;
}

void read_form(const XmlElement& element, ElementReader& reader, DraftEntry& draft) {
  Form form = form_of(element, reader);
  if (check_form(form, element, draft.entry, reader.file())) {
    draft.entry.forms.push_back(std::move(form));
  } else {
    draft.bad_label = draft.bad_label || form.is_label;
  }
}

void read_child(const XmlElement& child, ElementReader& reader, DraftEntry& draft) {
  Entry& entry = draft.entry;
  if (child.name == "label" || child.name == "alias") {
    read_form(child, reader, draft);
  } else if (child.name == "definition") {
    entry.definitions.push_back(
        {collapse(child.text), attribute(child, "by"), language(child), reader.provenance(child)});
  } else if (child.name == "note") {
    entry.notes.push_back({attribute(child, "type"), collapse(child.text), language(child),
                           reader.provenance(child)});
  } else if (child.name == "attribute") {
    draft.attributes.push_back({reader.reference(child, "name"),
                                {attribute(child, "name"), collapse(child.text),
                                 reader.period(child), reader.provenance(child)},
                                reader.place(child.text_offset)});
  } else if (child.name == "statement") {
    Statement statement;
    statement.reason = collapse(child.text);
    statement.period = reader.period(child);
    statement.provenance = reader.provenance(child);
    statement.at = reader.file().locate(child.offset);
    draft.statements.push_back(
        {reader.reference(child, "relation"), reader.reference(child, "to"), std::move(statement)});
  } else if (child.name == "match") {
    entry.matches.push_back({attribute(child, "type"), attribute(child, "href")});
  } else if (child.name == "accept") {
    entry.accepts.push_back({attribute(child, "rule"), attribute(child, "reason")});
  }
}

}  // namespace

void read_entry(XmlElement& element, ElementReader& reader, bool attribute_lost) {
  auto* draft = reader.draft_of(reader.draft().entries, element);
  if (draft == nullptr) return reader.check_children(element);
  Entry& entry = draft->entry;
  if (entry.id.empty()) {
    entry.id = attribute(element, "id");
    entry.at = reader.file().locate(element.offset);
  }
  reader.set(entry.kinds, element, "kind", *draft);
  if (draft->kinds.empty()) draft->kinds = reader.references(element, "kind");
  draft->bad_kind = draft->bad_kind || attribute_lost;
  entry.deprecated = entry.deprecated || truth(element, "deprecated");
  reader.set(entry.replaced_by, element, "replaced-by", *draft);
  if (draft->replaced_by.id.empty()) draft->replaced_by = reader.reference(element, "replaced-by");
  for (XmlElement& child : element.children) {
    if (!check_child(element, child, reader.file())) {
      draft->bad_label = true;  // it may have been meant as one
    } else if (check_element(child, reader.file())) {
      read_child(child, reader, *draft);
    } else {
      draft->bad_label = draft->bad_label || child.name == "label";
    }
  }
}

}  // namespace crossroads
