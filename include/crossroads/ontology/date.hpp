// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crossroads/core/date.hpp"

namespace crossroads {

/// From `since` to `until`, both inclusive, each as precise as its source; empty where open.
struct Period {
  std::string since;
  std::string until;
  friend bool operator==(const Period&, const Period&) = default;
};

/// Whether no day of `since` is on or before a day of `until`. Open ends contradict nothing.
bool contradicts_itself(const Period& period);

/// Whether some day may lie in both: a year alone stands for all of its days.
bool may_overlap(const Period& a, const Period& b);

}  // namespace crossroads
