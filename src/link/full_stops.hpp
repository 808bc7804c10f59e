// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/text/document.hpp"
#include "link/find_names.hpp"

namespace crossroads {

/// Takes the last full stop of initials into the match, which ends where their last letter does:
/// "U.N.", "D.R.C."; three stops are none of theirs. Leaves out initials that are cut out of longer
/// ones: "U.N" in "U.N.H.C.R.". O(matches * log(ranges of a passage)).
void take_in_full_stops(const Document& document, Matches& found);

}  // namespace crossroads
