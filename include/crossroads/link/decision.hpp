// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// By what the entry of a mention was chosen.
enum class Decided {
  only_name,     ///< the form names this entry and no other
  defined_here,  ///< several entries bear the form; the document says which it means
  person,        ///< a way to write a person's name that follows from the ontology's forms
  context,       ///< several entries bear the form; what stands around it tells which it means
  date,          ///< several bore the form, each at its time; the document's date tells which
  anaphora,      ///< a shorter name for what the document has named before: "the Council"
};

std::string_view to_string(Decided decided);

/// Something in a document that speaks for a candidate.
struct Reason {
  enum class Kind : std::uint8_t {
    defined,    ///< the document says that the form stands for it
    date,       ///< the document's date fits it and not every other
    itself,     ///< another of its names stands in the document
    neighbour,  ///< an entry is named that it has a statement with, or one further on
    word,       ///< a word by which it, a neighbour of it or its kind is described
    year,       ///< a year that lies in the time that the ontology gives it
    elsewhere,  ///< the form means it at another place of the document
  };
  Kind kind = Kind::word;
  Span span = {};                     ///< where it stands, nearest to the form; empty for a date
  std::optional<EntryId> entry = {};  ///< whom it names; of a neighbour and of itself
  std::int32_t score = 0;             ///< above 0
};

std::string_view to_string(Reason::Kind kind);

/// An entry that a form may name at a place, and what speaks for it there.
struct Candidate {
  EntryId entry{};
  std::int32_t score = 0;       ///< the sum of its reasons'
  std::vector<Reason> reasons;  ///< the strongest first
};

/// How a place was decided where a form stands that several entries bear.
struct Decision {
  Span span;
  std::uint32_t passage = 0;
  std::vector<Candidate> candidates;   ///< the likeliest first; equals by entry. At least two
  std::optional<EntryId> entry;        ///< the one that was chosen: the first; or none
  Decided decided = Decided::context;  ///< by what, where one was
  bool narrow = false;      ///< chosen, but with less than twice the lead that a choice needs
  std::vector<Span> parts;  ///< as of a mention
};

/// The lead in score that a candidate needs over every other to be chosen by context. It must also
/// have five eighths of all that speaks for the one and not the other.
constexpr std::int32_t least_lead = 30;

}  // namespace crossroads
