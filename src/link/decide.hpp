// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "crossroads/link/definitions.hpp"
#include "crossroads/link/lexicon.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/text/document.hpp"
#include "link/find_names.hpp"

namespace crossroads {

/// Chooses the entry that each place names: the only one that bears the form, the one that the
/// document itself says it means, or the one that dates or what stands around tell it means. Where
/// nothing decides, the place is undecided. `defined` is what find_definitions() finds.
Links decide(const Lexicon::Data& lexicon, const Document& document, const Matches& found,
             std::span<const DefinedForm> defined, Reasons reasons);

}  // namespace crossroads
