// SPDX-License-Identifier: Apache-2.0
#include "crossroads/link/suggest.hpp"

namespace crossroads {

std::string_view to_string(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::alias:
      return "alias";
    case SuggestionKind::misspelling:
      return "misspelling";
    case SuggestionKind::entry:
      return "entry";
    case SuggestionKind::person:
      return "person";
    case SuggestionKind::document:
      return "document";
    case SuggestionKind::conflict:
      return "conflict";
    case SuggestionKind::flood:
      return "flood";
  }
  return "entry";
}

std::optional<SuggestionKind> suggestion_kind_from(std::string_view name) {
  for (const SuggestionKind kind :
       {SuggestionKind::alias, SuggestionKind::misspelling, SuggestionKind::entry,
        SuggestionKind::person, SuggestionKind::document, SuggestionKind::conflict,
        SuggestionKind::flood}) {
    if (to_string(kind) == name) return kind;
  }
  return std::nullopt;
}

}  // namespace crossroads
