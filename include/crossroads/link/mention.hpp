// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/link/decision.hpp"
#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// A place where a passage names an entry.
struct Mention {
  Span span;                  ///< first to last byte, in the source
  std::uint32_t passage = 0;  ///< its place in Document::passages
  EntryId entry{};
  Decided decided = Decided::only_name;
  std::vector<Span> parts;  ///< where something interrupts it; else empty
};

/// A place where a form stands that several entries bear, and nothing decides between them.
struct Undecided {
  Span span;
  std::uint32_t passage = 0;
  std::vector<EntryId> candidates;  ///< in ascending order; at least two
  std::vector<Span> parts;          ///< as of a mention
};

/// A short form that the ontology has for an entry, and that the document defines as something
/// else ("people of colour (PoC)"): there it names that entry no more.
struct Redefined {
  Span short_form;               ///< in the source
  Span long_form;                ///< what it stands for in the document
  std::uint32_t passage = 0;     ///< that holds both
  std::vector<EntryId> entries;  ///< whose form it is, in ascending order
};

/// What linking one document gives. All lists are in text order; mentions do not overlap but where
/// one lies in what interrupts another.
struct Links {
  std::vector<Mention> mentions;
  std::vector<Undecided> undecided;
  std::vector<Redefined> redefined;  ///< one for each definition
  /// With LinkOptions::reasons, every place of a form of several entries, decided or not, in text
  /// order; else empty.
  std::vector<Decision> decisions;
};

}  // namespace crossroads
