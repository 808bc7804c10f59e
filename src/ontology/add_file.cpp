// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <utility>

#include "ontology/element_reader.hpp"

namespace crossroads {
namespace {

void read_source(const XmlElement& element, ElementReader& reader) {
  auto* draft = reader.draft_of(reader.draft().sources, element);
  if (draft == nullptr) return;
  Source& source = draft->item;
  source.id = attribute(element, "id");
  reader.set(source.year, element, "year", *draft);
  reader.set(source.url, element, "url", *draft);
  reader.set(source.seen, element, "seen", *draft);
  std::string title = collapse(element.text);
  if (title.empty()) return;
  if (!source.title.empty() && title != source.title) {
    reader.file().error("clash",
                        fmt::format("the title of source '{}' is another in another file (the "
                                    "source is first in {})",
                                    source.id, reader.to_string(draft->first)),
                        element.text_offset);
    return;
  }
  source.title = std::move(title);
}

void read_kind(const XmlElement& element, ElementReader& reader) {
  auto* draft = reader.draft_of(reader.draft().kinds, element);
  if (draft == nullptr) return;
  draft->item.id = attribute(element, "id");
  reader.set(draft->item.label, element, "label", *draft);
  reader.set(draft->item.plural, element, "plural", *draft);
  reader.set(draft->item.broader, element, "broader", *draft);
  if (draft->broader.id.empty()) draft->broader = reader.reference(element, "broader");
}

void read_cue(const XmlElement& element, Relation& relation, FileContext& file) {
  Cue cue{collapse(element.text), attribute(element, "pattern"), truth(element, "negated")};
  const auto bad = [&](std::string message, std::size_t offset) {
    file.error("bad-cue", std::move(message), offset);
  };
  if (cue.text.empty() && cue.pattern.empty()) {
    return bad("a cue is a phrase, or has a pattern", element.offset);
  }
  if (!cue.text.empty() && !cue.pattern.empty()) {
    return bad("a cue is either a phrase or a pattern, not both", element.offset);
  }
  if (cue.text.find("{from}") != std::string::npos || cue.text.find("{to}") != std::string::npos) {
    return bad("a phrase has no {from} and {to}; write it as pattern=\"...\"", element.text_offset);
  }
  for (const std::string_view end : {"{from}", "{to}"}) {
    const std::size_t first = cue.pattern.find(end);
    const bool once = first != std::string::npos && first == cue.pattern.rfind(end);
    if (cue.pattern.empty() || once) continue;
    return bad(fmt::format("a pattern names {} once", end),
               find_attribute(element, "pattern")->value_offset);
  }
  relation.cues.push_back(std::move(cue));
}

void read_relation(XmlElement& element, ElementReader& reader) {
  auto* draft = reader.draft_of(reader.draft().relations, element);
  if (draft == nullptr) return reader.check_children(element);
  Relation& relation = draft->item;
  relation.id = attribute(element, "id");
  reader.set(relation.label, element, "label", *draft);
  reader.set(relation.inverse, element, "inverse", *draft);
  reader.set(relation.from, element, "from", *draft);
  reader.set(relation.to, element, "to", *draft);
  reader.set(relation.broader, element, "broader", *draft);
  reader.set(draft->symmetric, element, "symmetric", *draft);
  if (draft->broader.id.empty()) draft->broader = reader.reference(element, "broader");
  for (const std::string_view end : {"from", "to"}) {
    for (Reference& kind : reader.references(element, end)) draft->kinds.push_back(std::move(kind));
  }
  for (XmlElement& child : element.children) {
    if (!check_child(element, child, reader.file())) continue;
    if (check_element(child, reader.file())) read_cue(child, relation, reader.file());
  }
}

void read_property(const XmlElement& element, ElementReader& reader) {
  auto* draft = reader.draft_of(reader.draft().properties, element);
  if (draft == nullptr) return;
  draft->item.id = attribute(element, "id");
  reader.set(draft->item.of, element, "of", *draft);
  reader.set(draft->type, element, "type", *draft);
  for (Reference& kind : reader.references(element, "of")) draft->kinds.push_back(std::move(kind));
}

void read_element(XmlElement& element, ElementReader& reader) {
  const std::size_t attributes = element.attributes.size();
  if (!check_element(element, reader.file())) {
    reader.check_children(element);
  } else if (element.name == "entry") {
    read_entry(element, reader, element.attributes.size() < attributes);
  } else if (element.name == "source") {
    read_source(element, reader);
  } else if (element.name == "kind") {
    read_kind(element, reader);
  } else if (element.name == "relation") {
    read_relation(element, reader);
  } else if (element.name == "property") {
    read_property(element, reader);
  }
}

/// The root's own attributes; they are one for all files.
void set_once(std::string& field, const XmlElement& root, std::string_view name,
              FileContext& file) {
  std::string value = attribute(root, name);
  if (value.empty() || value == field) return;
  if (!field.empty()) {
    file.error(
        "clash",
        fmt::format("the ontology's {} is '{}' here, and '{}' in another file", name, value, field),
        find_attribute(root, name)->value_offset);
    return;
  }
  field = std::move(value);
}

}  // namespace

bool add_file(XmlElement& root, std::size_t number, std::vector<FileContext>& files,
              DraftOntology& draft) {
  FileContext& file = files[number];
  if (root.name != "ontology") {
    file.error("not-an-ontology",
               fmt::format("the root is <{}>; an ontology's is <ontology>", root.name),
               root.offset);
    return false;
  }
  check_element(root, file);
  set_once(draft.id, root, "id", file);
  set_once(draft.version, root, "version", file);
  ElementReader reader(number, files, draft);
  for (XmlElement& child : root.children) {
    if (check_child(root, child, file)) read_element(child, reader);
  }
  return true;
}

}  // namespace crossroads
