// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "crossroads/link/definitions.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/text/document.hpp"
#include "link/local/local_names.hpp"

namespace crossroads {

/// Has the links follow what the document defines, for short forms that several entries do not
/// bear:
///
/// - A short form that the ontology lacks, behind or before a name of an entry (or the name with an
///   article or participle: "the newly created Boundary Force (BF)"), names that entry from there
///   on; in a list of abbreviations, everywhere. Not a person or a thing that only stands beside
///   it ("Anna Berg (BF)").
/// - A form of the ontology that the document defines as something else names nothing, before
///   neither, unless it is defined as ours there too: then the last definition before counts. The
///   long form must give the letters of the short one, and share next to no word with any form of
///   the entry: a plural, another order, a word more is no other thing.
/// - The long form, where it is a part of a name of the entry that bears the short form
///   ("Monitoring Group (ECOMOG)"), names it there.
void follow_definitions(const LocalNames& names, const Document& document,
                        const std::vector<DefinedForm>& definitions, Overlap overlap, Links& links);

}  // namespace crossroads
