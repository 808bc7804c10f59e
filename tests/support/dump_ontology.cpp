// SPDX-License-Identifier: Apache-2.0
#include "support/dump_ontology.hpp"

#include <string_view>
#include <vector>

namespace crossroads::test {
namespace {

std::string quoted(const std::string& text) {
  return " \"" + text + "\"";
}

/// " NAME VALUE", or nothing where there is no value.
std::string field(std::string_view name, const std::string& value) {
  return value.empty() ? "" : " " + std::string(name) + " " + value;
}

std::string field(std::string_view name, const std::vector<std::string>& values) {
  std::string joined;
  for (const std::string& value : values) joined += (joined.empty() ? "" : ",") + value;
  return field(name, joined);
}

std::string flag(std::string_view name, bool set) {
  return set ? " " + std::string(name) : "";
}

std::string period(const Period& period) {
  return field("since", period.since) + field("until", period.until);
}

std::string provenance(const Provenance& provenance) {
  const std::string& locator = provenance.locator;
  return field("source", provenance.sources) + (locator.empty() ? "" : " at" + quoted(locator));
}

std::string name_of(PropertyType type) {
  switch (type) {
    case PropertyType::text:
      return "text";
    case PropertyType::number:
      return "number";
    case PropertyType::date:
      return "date";
    case PropertyType::url:
      return "url";
    case PropertyType::id:
      return "id";
  }
  return "?";
}

std::string line(const Form& form) {
  const bool by_shape = form.case_rule == CaseRule::by_shape;
  return std::string("  ") + (form.is_label ? "label " : "alias ") + form.lang + quoted(form.text) +
         field("case", by_shape                            ? ""
                       : form.case_rule == CaseRule::exact ? "exact"
                                                           : "ignore") +
         flag("shared", form.shared) + flag("hidden", form.hidden) + period(form.period) +
         provenance(form.provenance) + "\n";
}

std::string lines(const Relation& relation) {
  std::string text = "relation " + relation.id + quoted(relation.label) +
                     (relation.inverse.empty() ? "" : " inverse" + quoted(relation.inverse)) +
                     field("from", relation.from) + field("to", relation.to) +
                     field("broader", relation.broader) + flag("symmetric", relation.symmetric) +
                     "\n";
  for (const Cue& cue : relation.cues) {
    text += std::string("  ") +
            (cue.text.empty() ? "pattern" + quoted(cue.pattern) : "cue" + quoted(cue.text)) +
            flag("negated", cue.negated) + "\n";
  }
  return text;
}

std::string lines(const Entry& entry, const Ontology& ontology) {
  std::string text = "entry " + entry.id + field("kind", entry.kinds) +
                     flag("deprecated", entry.deprecated) +
                     field("replaced-by", entry.replaced_by) + "\n";
  for (const Form& form : entry.forms) text += line(form);
  for (const Definition& d : entry.definitions) {
    text += "  definition " + d.lang + quoted(d.text) + field("by", d.by) +
            provenance(d.provenance) + "\n";
  }
  for (const Note& note : entry.notes) {
    text += "  note " + note.type + " " + note.lang + quoted(note.text) +
            provenance(note.provenance) + "\n";
  }
  for (const Attribute& attribute : entry.attributes) {
    text += "  attribute " + attribute.property + quoted(attribute.value) +
            period(attribute.period) + provenance(attribute.provenance) + "\n";
  }
  for (const Statement& statement : entry.statements) {
    text += "  statement " + ontology.relation(statement.relation).id + " " +
            ontology.entry(statement.to).id +
            (statement.reason.empty() ? "" : quoted(statement.reason)) + period(statement.period) +
            provenance(statement.provenance) + "\n";
  }
  for (const Match& match : entry.matches)
    text += "  match " + match.type + " " + match.href + "\n";
  for (const Accept& accept : entry.accepts) {
    text += "  accept " + accept.rule + quoted(accept.reason) + "\n";
  }
  return text;
}

}  // namespace

std::string dump(const Ontology& ontology) {
  std::string text =
      "ontology" + field("id", ontology.id) + field("version", ontology.version) + "\n";
  for (const Source& source : ontology.sources) {
    text += "source " + source.id + quoted(source.title) + field("year", source.year) +
            field("url", source.url) + field("seen", source.seen) + "\n";
  }
  for (const Kind& kind : ontology.kinds) {
    text += "kind " + kind.id + quoted(kind.label) + quoted(kind.plural) +
            field("broader", kind.broader) + "\n";
  }
  for (const Relation& relation : ontology.relations) text += lines(relation);
  for (const Property& property : ontology.properties) {
    text +=
        "property " + property.id + " " + name_of(property.type) + field("of", property.of) + "\n";
  }
  for (const Entry& entry : ontology.entries) text += lines(entry, ontology);
  return text;
}

}  // namespace crossroads::test
