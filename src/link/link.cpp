// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/link.hpp"

#include <algorithm>

#include "crossroads/core/json_writer.hpp"
#include "crossroads/link/definitions.hpp"
#include "link/decide.hpp"
#include "link/find_names.hpp"
#include "link/full_stops.hpp"
#include "link/lexicon_data.hpp"
#include "link/local_forms.hpp"
#include "link/longer_names.hpp"
#include "link/mention_json.hpp"

namespace crossroads {

std::string_view to_string(Decided decided) {
  switch (decided) {
    case Decided::only_name:
      return "only-name";
    case Decided::defined_here:
      return "defined-here";
    case Decided::person:
      return "person";
    case Decided::context:
      return "context";
    case Decided::date:
      return "date";
    case Decided::anaphora:
      return "anaphora";
  }
  return "only-name";
}

std::string_view to_string(Reason::Kind kind) {
  switch (kind) {
    case Reason::Kind::defined:
      return "defined";
    case Reason::Kind::date:
      return "date";
    case Reason::Kind::itself:
      return "itself";
    case Reason::Kind::neighbour:
      return "neighbour";
    case Reason::Kind::word:
      return "word";
    case Reason::Kind::year:
      return "year";
    case Reason::Kind::elsewhere:
      return "elsewhere";
  }
  return "word";
}

namespace {

/// Leaves out the decisions about places where the document turned out to mean something else.
void keep_decisions_that_hold(Links& links) {
  std::erase_if(links.decisions, [&](const Decision& decision) {
    const auto is_before = [](const auto& place, Span span) { return place.span < span; };
    if (!decision.entry) {
      const auto open = std::lower_bound(links.undecided.begin(), links.undecided.end(),
                                         decision.span, is_before);
      return open == links.undecided.end() || open->span != decision.span;
    }
    const auto named =
        std::lower_bound(links.mentions.begin(), links.mentions.end(), decision.span, is_before);
    return named == links.mentions.end() || named->span != decision.span;
  });
}

}  // namespace

Links link(const Lexicon& lexicon, const Document& document, const LinkOptions& options) {
  Matches found = find_names(lexicon.data(), document, options.overlap);
  take_in_full_stops(document, found);
  leave_out_parts_of_names(lexicon.data(), document, found);
  const std::vector<DefinedForm> defined = find_definitions(document);
  Links links = decide(lexicon.data(), document, found, defined, options.reasons);
  add_local_forms(lexicon.data().local, document, defined, options, links);
  keep_decisions_that_hold(links);
  return links;
}

void write_mention_members(JsonWriter& json, const Ontology& ontology, const Document& document,
                           const Mention& mention) {
  const Entry& entry = ontology.entry(mention.entry);
  json.member("document", document.id);
  json.member("start", mention.span.begin).member("end", mention.span.end);
  json.member("surface",
              std::string_view(document.bytes).substr(mention.span.begin, mention.span.size()));
  json.member("entry", entry.id).member("kind", entry.kinds.front());
  json.member("label", entry.label());
  json.member("passage", passage_id(document.id, mention.passage));
  json.member("zone", zone_of(document.passages[mention.passage].role));
  json.member("decided", to_string(mention.decided));
  if (mention.parts.empty()) return;
  json.key("parts").begin_array();
  for (const Span part : mention.parts) json.value(part);
  json.end_array();
}

void append_mentions_json(std::string& out, const Ontology& ontology, const Document& document,
                          const Links& links) {
  for (const Mention& mention : links.mentions) {
    JsonWriter json(out);
    json.begin_object();
    write_mention_members(json, ontology, document, mention);
    json.end_object();
    out += '\n';
  }
}

}  // namespace crossroads
