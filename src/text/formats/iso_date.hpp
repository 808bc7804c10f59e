// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace crossroads {

/// A date as people and programs write it in a document's metadata, as YYYY[-MM[-DD]]:
/// "2013-03-28", "2013-03-28T10:00:00Z", "20130328", "2013/03/28", "28 March 2013", "March 28,
/// 2013", "March 2013", "2013". Empty where it is none of these, or where the order of day and
/// month is open.
std::string iso_date(std::string_view text);

}  // namespace crossroads
