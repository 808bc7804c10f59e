// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace crossroads {

/// Whether `text` is a date as ontologies and texts carry it: YYYY, YYYY-MM or YYYY-MM-DD, of the
/// proleptic Gregorian calendar, from year 1.
bool is_date(std::string_view text);

}  // namespace crossroads
