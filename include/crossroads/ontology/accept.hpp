// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "crossroads/ontology/load.hpp"
#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// What is to be added to one entry: a new one where it has kinds, else one that is there.
struct EntryAddition {
  std::string id;
  std::vector<std::string> kinds;
  std::vector<Form> forms;
};

struct Additions {
  std::vector<Source> sources;
  std::vector<EntryAddition> entries;  ///< each id once
};

/// The text of `file` with what is added, in the order given; all else stays as it is, byte for
/// byte, comments too. To entries that stand in it already their forms are added there. Empty bytes
/// give a new file. Throws Error (input) where the file is not well-formed XML or no <ontology>.
/// REQUIRES: ids that are ids; of sources, none that the file has; well-formed UTF-8. O(bytes).
std::string add_to_ontology(const OntologyFile& file, const Additions& additions);

/// The text of a list of names (load.hpp) with more of them at its end; a new list begins with
/// `comment`, lines that begin with '#'. REQUIRES: no form is empty, begins with '#', or holds a
/// tab or an end of line.
std::string add_to_name_list(std::string list, const std::vector<Ban>& names,
                             const std::string& comment);

}  // namespace crossroads
