// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "crossroads/link/definitions.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/text/document.hpp"
#include "link/sense/weigh.hpp"

namespace crossroads {

/// Decides what the document itself defines: a short form in brackets right behind a name of one of
/// its candidates ("Revolutionary United Front (RUF)"), or that find_definitions() tells to stand
/// for one, stands for that candidate wherever the document writes it so. Where the document
/// defines it for another one too, each definition holds in its own article or section, as far as
/// that has no other. Moves what it decides from `links.undecided` to `links.mentions`; both stay
/// in text order; with Noting::reasons it goes to `links.decisions` too. After Schwartz and Hearst,
/// "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text" (PSB 2003), but
/// that the ontology, not the letters, says what may stand for what. O(n log n) in mentions.
void decide_by_definition(const Document& document, std::span<const DefinedForm> defined,
                          Noting noting, Links& links);

}  // namespace crossroads
