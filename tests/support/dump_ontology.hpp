// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crossroads/ontology/ontology.hpp"

namespace crossroads::test {

/// All that an ontology holds but places and checksum, as short lines to be compared with what a
/// test expects: one for each thing, what belongs to it indented, what is left open left out.
std::string dump(const Ontology& ontology);

}  // namespace crossroads::test
