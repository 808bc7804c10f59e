// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "crossroads/core/json.hpp"
#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// The key of a work in CSL-JSON, as a bibliography's reader knows it; empty where it has none.
std::string csl_key(const JsonValue& work);

/// The source that a work in CSL-JSON is, without its id. Its title is "AUTHORS, TITLE (WHERE)",
/// as far as they are known, and empty where neither authors nor title are. Fields that are not
/// understood are ignored. O(bytes).
Source csl_source(const JsonValue& work);

/// An id for a work of that key: small letters and digits, accents taken off, "-" for all that an
/// id can't hold. Empty where nothing of the key is left. REQUIRES: well-formed UTF-8.
std::string id_of_key(std::string_view key);

}  // namespace crossroads
