// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "crossroads/text/citation.hpp"

namespace crossroads {

/// Adds a citation for each place in running text that names the first author and the year of one
/// of the `listed` works: "(Autesserre 2014, 40)", "Bøås and Dunn (2013b)". Where several works
/// share both, the given name before and the names behind the first tell which is meant; if they do
/// not, a finding says so. One work may stand in several lists. O(bytes log works).
void add_author_year(const Document& document, const std::vector<std::uint32_t>& listed,
                     Citations& found);

}  // namespace crossroads
