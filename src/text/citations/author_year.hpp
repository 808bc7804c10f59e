// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "crossroads/text/citation.hpp"

namespace crossroads {

/// Adds a citation for each place in running text that names the first author and the year of one
/// of the `listed` works: "(Autesserre 2014, 40)", "Bøås and Dunn (2013)". Where two works share
/// both, the first is meant. O(bytes log works).
void add_author_year(const Document& document, const std::vector<std::uint32_t>& listed,
                     Citations& found);

}  // namespace crossroads
