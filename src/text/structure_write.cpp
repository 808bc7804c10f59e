// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/json_writer.hpp"
#include "crossroads/text/structure.hpp"
#include "text/citations/citations_json.hpp"

namespace crossroads {
namespace {

void member_if_any(JsonWriter& json, std::string_view name, const std::string& value) {
  if (!value.empty()) json.member(name, value);
}

void append_names(JsonWriter& json, const std::vector<std::string>& names) {
  if (names.empty()) return;
  json.key("authors").begin_array();
  for (const std::string& name : names) json.value(name);
  json.end_array();
}

void append_metadata(JsonWriter& json, const Metadata& metadata) {
  append_names(json, metadata.authors);
  member_if_any(json, "date", metadata.date);
  member_if_any(json, "language", metadata.language);
  member_if_any(json, "source", metadata.source);
}

void append_ranges(JsonWriter& json, const std::vector<Span>& ranges) {
  json.key("ranges").begin_array();
  for (const Span range : ranges) json.value(range);
  json.end_array();
}

std::string_view to_string(Section::Kind kind) {
  return kind == Section::Kind::article ? "article" : "section";
}

std::uint32_t begin_of(const Document& document, std::uint32_t passage) {
  return document.passages[passage].span().begin;
}

void append_section(JsonWriter& json, const Document& document, const Section& section) {
  json.line().begin_object().member("start", begin_of(document, section.first));
  json.member("kind", to_string(section.kind)).member("title", section.title);
  std::vector<std::string> names;
  for (const Author& author : section.authors) names.push_back(author.name);
  append_names(json, names);
  json.member("level", std::uint32_t{section.level});
}

void append_note(JsonWriter& json, const Document& document, const Footnote& note) {
  json.line().begin_object().member("mark", note.mark);
  if (note.call) json.key("call").value(*note.call);
  if (note.passage) json.member("text", begin_of(document, *note.passage));
}

}  // namespace

void append_structure_json(std::string& out, const Document& document) {
  JsonWriter json(out);
  json.begin_object().member("sha256", document.sha256).member("title", document.title);
  append_metadata(json, document.metadata);
  json.key("passages").begin_array();
  for (const Passage& passage : document.passages) {
    json.line().begin_object();
    if (passage.ranges.size() == 1) {
      json.member("start", passage.span().begin).member("end", passage.span().end);
    } else {
      append_ranges(json, passage.ranges);
    }
    json.member("role", to_string(passage.role));
    if (passage.level > 0) json.member("level", std::uint32_t{passage.level});
    json.end_object();
  }
  json.end_array().key("sections").begin_array();
  for (const Section& section : document.sections) {
    append_section(json, document, section);
    json.end_object();
  }
  json.end_array().key("notes").begin_array();
  for (const Footnote& note : document.notes) {
    append_note(json, document, note);
    json.end_object();
  }
  json.end_array().end_object();
  out += '\n';
}

void append_document_json(std::string& out, const Document& document) {
  JsonWriter json(out);
  json.begin_object().member("id", document.id).member("title", document.title);
  append_metadata(json, document.metadata);
  if (document.original) {
    json.key("original").begin_object().member("sha256", document.original->sha256);
    json.member("bytes", document.original->bytes);
    json.member("media_type", document.original->media_type).end_object();
    json.member("converter", document.original->converter);
  }
  json.member("sha256", document.sha256).member("bytes", std::uint64_t{document.bytes.size()});
  json.key("passages").begin_array();
  for (std::size_t i = 0; i < document.passages.size(); ++i) {
    const Passage& passage = document.passages[i];
    json.line().begin_object().member("id", passage_id(document.id, i));
    json.member("role", to_string(passage.role)).member("zone", zone_of(passage.role));
    if (passage.level > 0) json.member("level", std::uint32_t{passage.level});
    if (passage.section) json.member("section", *passage.section);
    if (passage.lead_in) json.member("lead_in", passage_id(document.id, *passage.lead_in));
    append_ranges(json, passage.ranges);
    json.member("text", text_of(document, passage)).end_object();
  }
  json.end_array().key("sections").begin_array();
  for (const Section& section : document.sections) {
    append_section(json, document, section);
    json.member("first", passage_id(document.id, section.first));
    json.member("last", passage_id(document.id, section.end - 1));
    if (section.parent) json.member("parent", *section.parent);
    json.end_object();
  }
  json.end_array().key("notes").begin_array();
  for (const Footnote& note : document.notes) {
    append_note(json, document, note);
    if (note.passage) json.member("passage", passage_id(document.id, *note.passage));
    if (note.caller) json.member("caller", passage_id(document.id, *note.caller));
    if (note.section) json.member("section", *note.section);
    if (note.cut) json.member("cut", true);
    json.end_object();
  }
  json.end_array().key("pages").begin_array();
  for (const Page& page : document.pages) {
    json.line().begin_object().member("start", page.begin).member("label", page.label);
    json.end_object();
  }
  json.end_array().key("broken_words").begin_array();
  for (const BrokenWord& word : document.broken_words) {
    json.line().begin_object().key("gap").value(word.gap);
    json.member("reading", to_string(word.reading)).end_object();
  }
  json.end_array().key("sentences").begin_array();
  for (const Sentence& sentence : document.sentences) json.value(sentence.span);
  json.end_array();
  const Citations citations = find_citations(document);
  append_citations(json, document, citations);
  json.key("findings").begin_array();
  for (const std::string& finding : document.findings) json.line().value(finding);
  for (const std::string& finding : citations.findings) json.line().value(finding);
  json.end_array().end_object();
}

}  // namespace crossroads
