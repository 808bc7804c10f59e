// SPDX-License-Identifier: Apache-2.0
#include "link/definitions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace crossroads {
namespace {

/// What stands around a short form where it is defined: `Name (“RUF”)`.
bool opens_bracket(std::string_view gap) {
  gap.remove_prefix(std::min(gap.find_first_not_of(" \t\r\n"), gap.size()));
  return gap == "(" || gap == "(\"" || gap == "(\u201C" || gap == "(\u2018";
}

bool closes_bracket(std::string_view rest) {
  for (const std::string_view end : {")", ",", ";", "\"", "\u201D", "\u2019"}) {
    if (rest.starts_with(end)) return true;
  }
  return false;
}

/// The candidates that a document gives each short form to, by its exact bytes.
using Definitions = std::map<std::string_view, std::set<EntryId>>;

std::string_view bytes_of(const Document& document, Span span) {
  return std::string_view(document.bytes).substr(span.begin, span.size());
}

Definitions definitions_of(const Document& document, const Links& links) {
  Definitions definitions;
  const std::string_view text = document.bytes;
  for (const Undecided& short_form : links.undecided) {
    const auto behind =
        std::lower_bound(links.mentions.begin(), links.mentions.end(), short_form.span.begin,
                         [](const Mention& mention, auto at) { return mention.span.begin < at; });
    if (behind == links.mentions.begin()) continue;
    const Mention& name = *std::prev(behind);
    const auto& candidates = short_form.candidates;
    if (name.passage != short_form.passage || name.span.end > short_form.span.begin ||
        !std::binary_search(candidates.begin(), candidates.end(), name.entry)) {
      continue;
    }
    const Span gap{name.span.end, short_form.span.begin};
    if (opens_bracket(bytes_of(document, gap)) &&
        closes_bracket(text.substr(short_form.span.end))) {
      definitions[bytes_of(document, short_form.span)].insert(name.entry);
    }
  }
  return definitions;
}

}  // namespace

void decide_by_definition(const Document& document, Links& links) {
  const Definitions definitions = definitions_of(document, links);
  if (definitions.empty()) return;
  std::vector<Undecided> open;
  for (Undecided& place : links.undecided) {
    const auto found = definitions.find(bytes_of(document, place.span));
    const auto& candidates = place.candidates;
    if (found == definitions.end() || found->second.size() != 1 ||
        !std::binary_search(candidates.begin(), candidates.end(), *found->second.begin())) {
      open.push_back(std::move(place));
      continue;
    }
    links.mentions.push_back({place.span, place.passage, *found->second.begin(),
                              Decided::defined_here, std::move(place.parts)});
  }
  links.undecided = std::move(open);
  std::sort(links.mentions.begin(), links.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
}

}  // namespace crossroads
