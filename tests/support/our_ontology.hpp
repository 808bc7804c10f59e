// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "crossroads/ontology/ontology.hpp"

namespace crossroads::test {

/// A file's bytes.
std::string read_file(const std::filesystem::path& path);

/// The ontology of this project. REQUIRES: no errors in it; they are told.
Ontology our_ontology();

}  // namespace crossroads::test
