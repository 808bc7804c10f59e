// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// A way to write a person's name that follows from another.
struct DerivedForm {
  std::string text;
  CaseRule case_rule = CaseRule::exact;
  bool in_notes_only = false;  ///< for notes, references and bylines: too loose for running text
};

/// The usual ways to write the persons of an entry, from its label and aliases, in either order of
/// names: given names in full, abbreviated with or without stops and spaces, or the first of them
/// only where the others are initials; the family name first, with a comma; its particles (de, van)
/// before it or behind. Never the family name alone. Of "Cedric de Coning": "C. de Coning",
/// "de Coning, Cedric", "De Coning, C", "Coning, C. de" and the like. The entry's own forms are not
/// among them. A final stop is left out, as a mention ends at a word. Case counts where the family
/// name comes first or the given names are abbreviated; initials without stops, or behind the
/// family name, are for notes only.
std::vector<DerivedForm> person_forms(const Entry& entry);

/// How a text that has given a person's full name may go on to call them, and what may not stand
/// before it.
struct ShortNames {
  std::vector<std::string> surnames;  ///< each once
  std::vector<std::string> given;     ///< given names and initials, without stops, folded
};

/// The family name with its particles, small and capital ("de Coning", "De Coning"); of three names
/// or more also the last two ("Márquez", "García Márquez", "dos Santos Cruz"). From the label and
/// the aliases that have given names.
ShortNames short_names(const Entry& entry);

}  // namespace crossroads
