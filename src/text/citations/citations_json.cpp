// SPDX-License-Identifier: Apache-2.0
#include "text/citations/citations_json.hpp"

namespace crossroads {
namespace {

void append_field(JsonWriter& json, std::string_view name, const CitedField& field) {
  if (field.empty()) return;
  json.key(name).begin_object().member("text", field.text);
  if (!field.span.empty()) json.key("span").value(field.span);
  json.end_object();
}

void append_names(JsonWriter& json, std::string_view name, const std::vector<CitedName>& names) {
  if (names.empty()) return;
  json.key(name).begin_array();
  for (const CitedName& cited : names) {
    json.begin_object().member(cited.is_person ? "family" : "name", cited.family);
    if (!cited.given.empty()) json.member("given", cited.given);
    if (!cited.span.empty()) json.key("span").value(cited.span);
    json.end_object();
  }
  json.end_array();
}

void append_work(JsonWriter& json, const Document& document, const CitedWork& work) {
  json.line().begin_object().member("kind", to_string(work.kind));
  json.member("passage", passage_id(document.id, work.passage)).key("span").value(work.span);
  append_names(json, "authors", work.authors);
  append_names(json, "editors", work.editors);
  append_field(json, "title", work.title);
  append_field(json, "year", work.year);
  if (work.forthcoming) json.member("forthcoming", true);
  append_field(json, "date", work.date);
  append_field(json, "container", work.container);
  append_field(json, "volume", work.volume);
  append_field(json, "issue", work.issue);
  append_field(json, "pages", work.pages);
  append_field(json, "publisher", work.publisher);
  append_field(json, "place", work.place);
  append_field(json, "url", work.url);
  append_field(json, "doi", work.doi);
  append_field(json, "symbol", work.symbol);
  json.end_object();
}

std::string_view to_string(Citation::How how) {
  switch (how) {
    case Citation::How::in_full:
      return "in-full";
    case Citation::How::same_as_before:
      return "same-as-before";
    case Citation::How::short_form:
      return "short-form";
    case Citation::How::author_year:
      return "author-year";
  }
  return "in-full";
}

}  // namespace

void append_citations(JsonWriter& json, const Document& document, const Citations& citations) {
  json.key("works").begin_array();
  for (const CitedWork& work : citations.works) append_work(json, document, work);
  json.end_array().key("citations").begin_array();
  for (const Citation& citation : citations.citations) {
    json.line().begin_object().member("work", citation.work);
    json.member("how", to_string(citation.how));
    json.member("passage", passage_id(document.id, citation.passage));
    json.key("span").value(citation.span);
    if (citation.note) json.member("note", document.notes[*citation.note].mark);
    if (citation.caller) json.member("caller", passage_id(document.id, *citation.caller));
    json.end_object();
  }
  json.end_array();
}

}  // namespace crossroads
