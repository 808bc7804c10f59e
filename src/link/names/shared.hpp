// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "link/names/names.hpp"

namespace crossroads {

/// The names that several entries bear, as their entries, each in ascending order. Rarely one more,
/// where two names have one hash. O(names), and near to nothing where there are none.
std::vector<std::vector<EntryId>> shared_names(const Names& names);

}  // namespace crossroads
