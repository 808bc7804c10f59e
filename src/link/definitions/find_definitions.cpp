// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "crossroads/link/definitions.hpp"
#include "link/definitions/line.hpp"
#include "link/definitions/lists.hpp"
#include "link/definitions/places.hpp"

namespace crossroads {
namespace {

std::vector<Span> calls_of(const Document& document) {
  std::vector<Span> calls;
  for (const Footnote& note : document.notes) {
    if (note.call && !note.call->empty()) calls.push_back(*note.call);
  }
  std::sort(calls.begin(), calls.end());
  return calls;
}

}  // namespace

std::string_view to_string(DefinedForm::Kind kind) {
  switch (kind) {
    case DefinedForm::Kind::long_first:
      return "long-first";
    case DefinedForm::Kind::short_first:
      return "short-first";
    case DefinedForm::Kind::hereafter:
      return "hereafter";
    case DefinedForm::Kind::listed:
      return "listed";
  }
  return "long-first";
}

std::string_view to_string(DefinedForm::Evidence evidence) {
  return evidence == DefinedForm::Evidence::letters ? "letters" : "place";
}

std::vector<DefinedForm> find_definitions(const Document& document) {
  std::vector<DefinedForm> found;
  const std::vector<Span> calls = calls_of(document);
  PlaceFinder places(found);
  ListFinder lists(found);
  for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
    if (!holds_words(document.passages[i].role)) continue;
    const PassageText text{document, i, calls};
    places.find(text);
    lists.find(text);
  }
  lists.end();
  const auto forms = [](const DefinedForm& of) { return std::pair(of.short_form, of.long_form); };
  std::sort(found.begin(), found.end(), [&](const DefinedForm& a, const DefinedForm& b) {
    return forms(a) < forms(b) || (forms(a) == forms(b) && a.kind < b.kind);
  });
  found.erase(
      std::unique(found.begin(), found.end(),
                  [&](const DefinedForm& a, const DefinedForm& b) { return forms(a) == forms(b); }),
      found.end());
  return found;
}

}  // namespace crossroads
