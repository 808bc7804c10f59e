// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/link/link.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/text/document.hpp"
#include "link/local/local_names.hpp"

namespace crossroads {

/// Adds to the links where, behind a person's full name (or one with initials), their surname
/// stands alone. Not where two whom the document names bear it; nor, until the full name comes
/// again, behind a namesake ("Peter Annan"); nor in a longer name ("Annan Plan", "Wiley & Annan");
/// nor as the author of an item of a list of references, who may be another.
/// Titles may stand before it, and stay outside. Its case is the name's; where the document has the
/// word in small letters too, it does not count where any word has a capital.
void add_surnames(const LocalNames& names, const Document& document, Overlap overlap, Links& links);

}  // namespace crossroads
