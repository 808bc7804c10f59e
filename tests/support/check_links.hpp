// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crossroads/link/link.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads::test {

/// What is wrong with the links of a document, in words; empty if nothing is: mentions in text
/// order, each inside a range of its passage (in parts: each part inside one), beginning and ending
/// at a word's ends, and none over another; the same of undecided places. O(bytes + mentions). With
/// Overlap::all they may lie over each other.
std::string violations(const Document& document, const Links& links,
                       Overlap overlap = Overlap::leftmost_longest);

}  // namespace crossroads::test
