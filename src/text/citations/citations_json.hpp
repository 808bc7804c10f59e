// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/core/json_writer.hpp"
#include "crossroads/text/citation.hpp"

namespace crossroads {

/// Writes the members `works` (each field with its place in the source) and `citations` (which
/// work, where, how it is named) of an object that is open.
void append_citations(JsonWriter& json, const Document& document, const Citations& citations);

}  // namespace crossroads
