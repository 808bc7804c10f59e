// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crossroads/text/document.hpp"

namespace crossroads::test {

/// What is wrong with a document that was read, in words; empty if nothing is: passages in the
/// order of their first bytes, disjoint, their ranges non-empty, increasing and without white space
/// at their ends, all offsets at code points, and every byte that is not white space covered.
/// O(bytes).
std::string violations(const Document& document);

}  // namespace crossroads::test
