// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// The names that were skipped before: skipped.txt beside the ontology.
std::vector<Ban> read_skipped(Session& session, const std::vector<std::string>& ontology);

/// Writes what is decided in the file `path` beside the ontology. All mistakes in it are told;
/// where there is one, nothing is written and Error (input) is thrown.
void apply_suggestions(Session& session, const std::string& path,
                       const std::vector<std::string>& ontology);

}  // namespace crossroads
