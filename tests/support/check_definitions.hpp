// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/link/definitions.hpp"
#include "crossroads/text/repair.hpp"

namespace crossroads::test {

/// Whether a span begins and ends at characters that the passage itself holds.
inline bool lies_in(const Document& document, std::uint32_t passage, Span span) {
  if (passage >= document.passages.size() || span.empty() || span.end > document.bytes.size()) {
    return false;
  }
  const std::vector<Span>& ranges = document.passages[passage].ranges;
  const auto holds = [&](std::uint32_t at) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](Span range) { return range.begin <= at && at < range.end; });
  };
  const auto begins_character = [&](std::uint32_t at) {
    return at == document.bytes.size() || (document.bytes[at] & 0xC0) != 0x80;
  };
  return holds(span.begin) && holds(span.end - 1) && begins_character(span.begin) &&
         begins_character(span.end);
}

/// What of the promises of find_definitions() is broken, a line each; empty if none is.
inline std::string violations(const Document& document,
                              const std::vector<DefinedForm>& definitions) {
  std::string problems;
  const DefinedForm* last = nullptr;
  for (const DefinedForm& definition : definitions) {
    const auto [short_form, long_form] = std::pair(definition.short_form, definition.long_form);
    const auto problem = [&](std::string_view what) {
      problems += std::string(what) + ": " + std::to_string(short_form.begin) + "-" +
                  std::to_string(short_form.end) + "\n";
    };
    if (!lies_in(document, definition.passage, short_form) ||
        !lies_in(document, definition.passage, long_form)) {
      problem("not in its passage");
      continue;
    }
    if (!holds_words(document.passages[definition.passage].role)) problem("holds no words");
    if (short_form.begin < long_form.end && long_form.begin < short_form.end) problem("overlap");
    const Passage& passage = document.passages[definition.passage];
    const std::string shorter = repaired(document, passage, short_form);
    if (shorter.empty() || shorter == repaired(document, passage, long_form)) problem("the same");
    if (last != nullptr && (short_form < last->short_form ||
                            (short_form == last->short_form && long_form <= last->long_form))) {
      problem("out of order");
    }
    last = &definition;
  }
  return problems;
}

/// "RUF = Revolutionary United Front; …" as they read, with the kind and the evidence where they
/// are not the usual ones.
inline std::string shown(const Document& document, const std::vector<DefinedForm>& definitions) {
  std::string out;
  for (const DefinedForm& definition : definitions) {
    const Passage& passage = document.passages[definition.passage];
    if (!out.empty()) out += "; ";
    out += repaired(document, passage, definition.short_form) + " = " +
           repaired(document, passage, definition.long_form);
    if (definition.kind != DefinedForm::Kind::long_first) {
      out += " [" + std::string(to_string(definition.kind)) + "]";
    }
    if (definition.evidence == DefinedForm::Evidence::place) out += " [place]";
  }
  return out;
}

}  // namespace crossroads::test
