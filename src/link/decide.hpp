// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/link/mention.hpp"
#include "crossroads/text/document.hpp"
#include "link/find_names.hpp"

namespace crossroads {

/// Chooses the entry that each place names: the only one that bears the form, or the one that the
/// document itself says it means. Where nothing decides, the place is undecided.
Links decide(const Document& document, const Matches& found);

}  // namespace crossroads
