// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// What is looked for in one document only.
struct LocalForm {
  std::string text;
  CaseRule case_rule = CaseRule::exact;
};

/// A place where one of them stands.
struct LocalPlace {
  Span span;
  std::uint32_t passage = 0;
  std::uint32_t form = 0;  ///< its place among the forms
};

/// Where the forms stand from the byte `from` on, in text order, leftmost-longest over all of them;
/// of several at one place each. By the rules that link() tells.
std::vector<LocalPlace> find_local(const Document& document, const std::vector<LocalForm>& forms,
                                   std::uint32_t from);

/// A mention at a place of a passage, with its parts where something interrupts it.
Mention mention_at(const Document& document, Span span, std::uint32_t passage, EntryId entry,
                   Decided decided);

/// Adds what was found (in text order) to the links. With Overlap::leftmost_longest, of two that
/// overlap the one that begins first stays, then the longer one, then the one that was there.
/// O(n log n).
void merge(const Document& document, Links& links, std::vector<Mention> found, Overlap overlap);

}  // namespace crossroads
