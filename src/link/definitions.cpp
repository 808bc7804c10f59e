// SPDX-License-Identifier: Apache-2.0
#include "link/definitions.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <string_view>

namespace crossroads {
namespace {

/// Takes what `text` begins with, of `starts`, away; as often as it can.
void strip(std::string_view& text, std::initializer_list<std::string_view> starts) {
  for (auto start = starts.begin(); start != starts.end();) {
    if (text.starts_with(*start)) {
      text.remove_prefix(start->size());
      start = starts.begin();
    } else {
      ++start;
    }
  }
}

/// Whether a short form is defined between `gap`, which leads to it from a name, and `rest`, which
/// follows: `Name (RUF)`, `**Name** (“RUF”)`, `Name’s (RUF, …)`.
bool is_definition(std::string_view gap, std::string_view rest) {
  strip(gap, {"*", "_"});
  for (const std::string_view possessive : {"'s", "\u2019s"}) {
    if (gap.starts_with(possessive)) gap.remove_prefix(possessive.size());
  }
  strip(gap, {" ", "\t", "\r", "\n", "\u00A0"});
  if (!gap.starts_with('(')) return false;
  gap.remove_prefix(1);
  strip(gap, {"*", "_"});
  strip(rest, {"*", "_"});
  if (gap.empty()) return rest.starts_with(')') || rest.starts_with(',') || rest.starts_with(';');
  return (gap == "\"" && rest.starts_with('"')) ||
         (gap == "\u201C" && rest.starts_with("\u201D")) ||
         (gap == "\u2018" && rest.starts_with("\u2019"));
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
    if (is_definition(bytes_of(document, gap), text.substr(short_form.span.end))) {
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
