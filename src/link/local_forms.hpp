// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "crossroads/link/definitions.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/text/document.hpp"
#include "link/local/local_names.hpp"

namespace crossroads {

/// Adds to the links what names an entry in this document only, and takes away what does not name
/// it here: short forms that the document defines (link/local/short_forms.hpp), surnames behind
/// full names (surnames.hpp), and, where it is on, anaphora (anaphora.hpp). A document that has
/// none of them pays next to nothing; one that has is looked through again, from the first place on
/// where one may stand.
void add_local_forms(const LocalNames& names, const Document& document,
                     const std::vector<DefinedForm>& definitions, const LinkOptions& options,
                     Links& links);

}  // namespace crossroads
