// SPDX-License-Identifier: Apache-2.0
#include "link/definitions.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

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

std::string_view bytes_of(const Document& document, Span span) {
  return std::string_view(document.bytes).substr(span.begin, span.size());
}

/// Where a document defines a short form, and for which entry.
struct Meaning {
  EntryId entry{};
  Span span;  ///< of the short form
  std::uint32_t passage = 0;
};
using Meanings = std::map<std::string_view, std::vector<Meaning>>;  // by the form's exact bytes

Meanings meanings_of(const Document& document, const Links& links) {
  Meanings meanings;
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
      meanings[bytes_of(document, short_form.span)].push_back(
          {name.entry, short_form.span, short_form.passage});
    }
  }
  return meanings;
}

/// The only candidate that a mention within the long form names.
std::optional<EntryId> named_in(const DefinedForm& defined, const Undecided& place,
                                const Links& links) {
  std::optional<EntryId> only;
  auto mention =
      std::lower_bound(links.mentions.begin(), links.mentions.end(), defined.long_form.begin,
                       [](const Mention& a, auto at) { return a.span.begin < at; });
  for (; mention != links.mentions.end() && mention->span.begin < defined.long_form.end;
       ++mention) {
    const auto& candidates = place.candidates;
    if (!std::binary_search(candidates.begin(), candidates.end(), mention->entry)) continue;
    if (only && *only != mention->entry) return std::nullopt;
    only = mention->entry;
  }
  return only;
}

/// What else is a definition, by find_definitions(): the short form first, in a list, in words.
void add_defined(const Document& document, std::span<const DefinedForm> all, const Links& links,
                 Meanings& meanings) {
  for (const DefinedForm& defined : all) {
    const auto place =
        std::lower_bound(links.undecided.begin(), links.undecided.end(), defined.short_form,
                         [](const Undecided& a, Span span) { return a.span < span; });
    if (place == links.undecided.end() || place->span != defined.short_form) continue;
    std::vector<Meaning>& known = meanings[bytes_of(document, place->span)];
    const bool is_known = std::any_of(known.begin(), known.end(), [&](const Meaning& meaning) {
      return meaning.span == place->span;
    });
    const auto entry = named_in(defined, *place, links);
    if (entry && !is_known) known.push_back({*entry, place->span, place->passage});
  }
}

/// Whether a passage lies in a section, or in one within it; every passage lies in none.
bool is_in(const Document& document, std::uint32_t passage, std::optional<std::uint32_t> section) {
  if (!section) return true;
  for (auto at = document.passages[passage].section; at; at = document.sections[*at].parent) {
    if (at == section) return true;
  }
  return false;
}

/// What a place means: as defined there, else by the innermost part around it with definitions;
/// nothing where that has several, or the form is not defined at all.
const Meaning* meaning_at(const Document& document, const Undecided& place,
                          const std::vector<Meaning>& meanings) {
  for (const Meaning& meaning : meanings) {
    if (meaning.span == place.span) return &meaning;
  }
  auto section = document.passages[place.passage].section;
  while (true) {
    const Meaning* only = nullptr;
    for (const Meaning& meaning : meanings) {
      if (!is_in(document, meaning.passage, section)) continue;
      if (only != nullptr && only->entry != meaning.entry) return nullptr;
      if (only == nullptr) only = &meaning;
    }
    if (only != nullptr || !section) return only;
    section = document.sections[*section].parent;
  }
}

Decision decision_of(const Undecided& place, const Meaning& meaning) {
  Decision decision;
  decision.span = place.span;
  decision.passage = place.passage;
  decision.parts = place.parts;
  decision.entry = meaning.entry;
  decision.decided = Decided::defined_here;
  const std::int32_t score = 4 * least_lead;
  decision.candidates.push_back(
      {meaning.entry,
       score,
       {{.kind = Reason::Kind::defined, .span = meaning.span, .score = score}}});
  for (const EntryId candidate : place.candidates) {
    if (candidate != meaning.entry) decision.candidates.push_back({candidate, 0, {}});
  }
  return decision;
}

}  // namespace

void decide_by_definition(const Document& document, std::span<const DefinedForm> all_defined,
                          Noting noting, Links& links) {
  Meanings meanings = meanings_of(document, links);
  add_defined(document, all_defined, links, meanings);
  if (meanings.empty()) return;
  std::vector<Undecided> open;
  for (Undecided& place : links.undecided) {
    const auto defined = meanings.find(bytes_of(document, place.span));
    const Meaning* meaning =
        defined == meanings.end() ? nullptr : meaning_at(document, place, defined->second);
    const auto& candidates = place.candidates;
    if (meaning == nullptr ||
        !std::binary_search(candidates.begin(), candidates.end(), meaning->entry)) {
      open.push_back(std::move(place));
      continue;
    }
    if (noting == Noting::reasons) links.decisions.push_back(decision_of(place, *meaning));
    links.mentions.push_back(
        {place.span, place.passage, meaning->entry, Decided::defined_here, std::move(place.parts)});
  }
  links.undecided = std::move(open);
  std::sort(links.mentions.begin(), links.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
}

}  // namespace crossroads
