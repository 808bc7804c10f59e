// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "crossroads/link/decision.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/text/document.hpp"
#include "link/sense/senses.hpp"
#include "link/sense/weigh.hpp"

namespace crossroads {

/// Chooses between the entries that a form names at a place, from the strongest rule to the
/// weakest:
///
/// 1. What the document defines stays (links.mentions has it already).
/// 2. The document's date: a name that has a period is not the one that is meant before or after
///    it, nor an entry before the first day that a curator dates anything of it, if another is
///    left.
/// 3. What stands around the place: see Senses. Who leads by too little is not chosen.
/// 4. One sense a document (Gale, Church and Yarowsky, "One sense per discourse", HLT 1992): what
///    was decided, if the same everywhere, speaks for the same at what is left, against what stands
///    there; else what was decided in the section does.
///
/// Moves what it decides from `links.undecided` to `links.mentions`; both stay in text order. With
/// Noting::reasons `links.decisions` tells of every place that was undecided before. O(places *
/// (what is near + entries named)).
void choose_senses(const Senses& senses, const Document& document, Noting noting, Links& links);

}  // namespace crossroads
