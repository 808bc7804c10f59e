// SPDX-License-Identifier: Apache-2.0
#include "crossroads/ontology/date.hpp"

#include <algorithm>
#include <string_view>

namespace crossroads {
namespace {

/// Whether some day of `a` is on or before some day of `b`. ISO dates compare as text as far as
/// both go; what one leaves open may be any day.
bool may_not_be_after(std::string_view a, std::string_view b) {
  const std::size_t shared = std::min(a.size(), b.size());
  return a.substr(0, shared) <= b.substr(0, shared);
}

}  // namespace

bool contradicts_itself(const Period& period) {
  return !period.since.empty() && !period.until.empty() &&
         !may_not_be_after(period.since, period.until);
}

bool may_overlap(const Period& a, const Period& b) {
  const bool a_begins_in_time =
      a.since.empty() || b.until.empty() || may_not_be_after(a.since, b.until);
  const bool b_begins_in_time =
      b.since.empty() || a.until.empty() || may_not_be_after(b.since, a.until);
  return a_begins_in_time && b_begins_in_time;
}

}  // namespace crossroads
