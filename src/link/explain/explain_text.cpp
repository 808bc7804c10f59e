// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "crossroads/core/json_writer.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/link/explain.hpp"
#include "crossroads/link/review.hpp"
#include "link/mention_json.hpp"

namespace crossroads {
namespace {

std::string quoted(const Document& document, Span span) {
  return fmt::format("“{}”", printable_line(document.bytes.substr(span.begin, span.size())));
}

std::string_view phrase(Likeness likeness) {
  switch (likeness) {
    case Likeness::as_written:
      return "as written";
    case Likeness::layout:
      return "but for spaces or signs";
    case Likeness::letter_case:
      return "but for capitals";
    case Likeness::marks:
      return "but for marks";
    case Likeness::joined:
      return "but for a space or hyphen";
    case Likeness::inflected:
      return "in another number";
  }
  return "";
}

/// What follows "not linked: the form … of … ".
std::string_view phrase(Explanation::Kind kind) {
  switch (kind) {
    case Explanation::Kind::in_address:
      return "stands in an address or a path here";
    case Explanation::Kind::in_word:
      return "is only a part of a word here";
    case Explanation::Kind::redefined:
      return "is defined as something else by the document";
    case Explanation::Kind::banned:
      return "is banned by a curator";
    case Explanation::Kind::letter_case:
      return "counts only with its own capitals";
    case Explanation::Kind::short_form:
      return "is so short, or so usual a word, that it counts only where the ontology states its "
             "case";
    case Explanation::Kind::capitals:
      return "is an ordinary word in a passage that is all in capitals";
    case Explanation::Kind::notes_only:
      return "counts only in notes, references and bylines";
    case Explanation::Kind::inflection:
      return "has no such plural or singular";
    case Explanation::Kind::part_of_name:
      return "is a part of a longer name here, which the ontology lacks";
    case Explanation::Kind::surroundings:
      return "would count if it stood alone, but not beside what stands here";
    default:
      return "has other signs between its letters";
  }
}

void append_candidates(std::string& out, const Ontology& ontology, const Document& document,
                       const Decision& decision) {
  for (const Candidate& candidate : decision.candidates) {
    out += fmt::format("  {} {}:", ontology.entry(candidate.entry).id, candidate.score);
    std::string_view between = " ";
    for (const Reason& reason : candidate.reasons) {
      out += fmt::format("{}{} {}", between, to_string(reason.kind), reason.score);
      if (!reason.span.empty()) out += " " + quoted(document, reason.span);
      between = ", ";
    }
    if (candidate.reasons.empty()) out += " nothing speaks for it alone";
    out += '\n';
  }
}

std::string form_of(const Ontology& ontology, const Explanation& explanation) {
  if (!explanation.entry) return "";
  const std::string& id = ontology.entry(*explanation.entry).id;
  if (explanation.form.empty()) return id;
  const std::string_view how =
      explanation.likeness ? phrase(*explanation.likeness) : std::string_view();
  return fmt::format("{}, form “{}” {}", id, printable_line(explanation.form), how);
}

std::string not_linked(const Ontology& ontology, const Document& document,
                       const Explanation& explanation) {
  switch (explanation.kind) {
    case Explanation::Kind::undecided:
      return "undecided: several entries bear the form, and nothing decides";
    case Explanation::Kind::within:
      return fmt::format("not linked: {} lies over it{}{}", quoted(document, explanation.span),
                         explanation.entry ? ", linked to " : ", which is undecided",
                         form_of(ontology, explanation));
    case Explanation::Kind::several_passages:
      return "not linked: it goes from one passage to another";
    case Explanation::Kind::not_read:
      return "not linked: no words of the text are read there";
    case Explanation::Kind::unknown: {
      std::string line = "not linked: no form of the ontology is like it";
      for (std::size_t i = 0; i < explanation.nearest.size(); ++i) {
        line += fmt::format("{} “{}”", i == 0 ? "; near are" : ",",
                            printable_line(explanation.nearest[i]));
      }
      return line;
    }
    default:
      return fmt::format("not linked: the form “{}”{}{} {}", printable_line(explanation.form),
                         explanation.entry ? " of " : "",
                         explanation.entry ? ontology.entry(*explanation.entry).id : "",
                         phrase(explanation.kind));
  }
}

}  // namespace

std::string_view to_string(Likeness likeness) {
  switch (likeness) {
    case Likeness::as_written:
      return "as-written";
    case Likeness::layout:
      return "layout";
    case Likeness::letter_case:
      return "case";
    case Likeness::marks:
      return "marks";
    case Likeness::joined:
      return "joined";
    case Likeness::inflected:
      return "inflected";
  }
  return "as-written";
}

std::string_view to_string(Explanation::Kind kind) {
  constexpr std::string_view names[] = {
      "linked",       "undecided",   "within",     "several-passages", "not-read",
      "in-address",   "in-word",     "redefined",  "banned",           "case",
      "short-form",   "capitals",    "notes-only", "inflection",       "part-of-name",
      "surroundings", "other-signs", "unknown"};
  return names[static_cast<std::size_t>(kind)];
}

std::string text_of(const Ontology& ontology, const Document& document,
                    const Explanation& explanation) {
  std::string out;
  if (explanation.kind == Explanation::Kind::linked) {
    out = fmt::format("linked to {}; decided: {}\n", form_of(ontology, explanation),
                      to_string(explanation.decided));
  } else {
    out = not_linked(ontology, document, explanation) + "\n";
  }
  if (explanation.decision) append_candidates(out, ontology, document, *explanation.decision);
  return out;
}

void append_explained_json(std::string& out, const Ontology& ontology, const Document& document,
                           const Links& links) {
  for (const Mention& mention : links.mentions) {
    JsonWriter json(out);
    json.begin_object();
    write_mention_members(json, ontology, document, mention);
    const Explanation why = explain(ontology, document, links, mention);
    json.key("why").begin_object();
    if (!why.form.empty()) json.member("form", why.form);
    if (why.likeness) json.member("likeness", to_string(*why.likeness));
    if (why.decision) {
      json.key("candidates");
      write_candidates(json, ontology, document, *why.decision);
    }
    json.end_object().end_object();
    out += '\n';
  }
}

}  // namespace crossroads
