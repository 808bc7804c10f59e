// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/review.hpp"

#include "crossroads/text/anchor.hpp"

namespace crossroads {
namespace {

void write_reason(JsonWriter& json, const Ontology& ontology, const Document& document,
                  const Reason& reason) {
  json.begin_object().member("kind", to_string(reason.kind));
  json.member("score", static_cast<std::uint32_t>(reason.score));
  if (reason.entry) json.member("entry", ontology.entry(*reason.entry).id);
  if (!reason.span.empty()) {
    json.member("quote",
                std::string_view(document.bytes).substr(reason.span.begin, reason.span.size()));
    json.member("start", reason.span.begin).member("end", reason.span.end);
  }
  json.end_object();
}

}  // namespace

void write_candidates(JsonWriter& json, const Ontology& ontology, const Document& document,
                      const Decision& decision) {
  json.begin_array();
  for (const Candidate& candidate : decision.candidates) {
    const Entry& entry = ontology.entry(candidate.entry);
    json.begin_object().member("entry", entry.id).member("kind", entry.kinds.front());
    json.member("label", entry.label());
    json.member("score", static_cast<std::uint32_t>(candidate.score));
    json.key("reasons").begin_array();
    for (const Reason& reason : candidate.reasons) write_reason(json, ontology, document, reason);
    json.end_array().end_object();
  }
  json.end_array();
}

void append_review_json(std::string& out, const Ontology& ontology, const Document& document,
                        const Links& links) {
  AnchorFinder anchors(document);
  for (const Decision& decision : links.decisions) {
    if (decision.entry && !decision.narrow) continue;
    const Anchor anchor = anchors.anchor_of(decision.span);
    JsonWriter json(out);
    json.begin_object().member("document", anchor.document).member("quote", anchor.quote);
    json.member("before", anchor.before).member("after", anchor.after);
    json.member("occurrence", anchor.occurrence);
    json.member("start", decision.span.begin).member("end", decision.span.end);
    json.member("passage", passage_id(document.id, decision.passage));
    json.member("state", decision.entry ? "narrow" : "undecided").key("entry");
    if (decision.entry) {
      json.value(ontology.entry(*decision.entry).id);
    } else {
      json.null();
    }
    json.key("candidates");
    write_candidates(json, ontology, document, decision);
    json.end_object();
    out += '\n';
  }
}

}  // namespace crossroads
