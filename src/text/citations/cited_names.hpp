// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "text/citations/note_text.hpp"

namespace crossroads {

struct CitedNames {
  std::vector<CitedName> names;
  bool are_editors = false;  ///< "(eds.)" stands behind them
  bool et_al = false;
  [[nodiscard]] bool persons() const { return !names.empty() && names.front().is_person; }
};

/// The persons that a list names, given names first ("Morten Bøås and Kevin Dunn") or behind
/// ("Autesserre, S., & Barnett, M."), or the institution; nothing where it is no list of names.
std::optional<CitedNames> cited_names(const NoteText& note, Span within);

}  // namespace crossroads
