// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/text/document.hpp"
#include "crossroads/text/read.hpp"
#include "crossroads/text/structure.hpp"

namespace crossroads {

/// Finds sections and articles: fills `sections`, every passage's `section` and list items'
/// `lead_in`, and marks bylines that the reader did not. Headings nest by their levels or, where
/// those are not known, by what their words say (heading_style.hpp). A title that heads the text
/// opens no section, unless a byline makes it an article. Where the document has no title, its
/// first heading gives it that is none which many texts have ("Notes"). What a person said
/// (`structure`, or null) is obeyed. REQUIRES: passages as Document says. O(bytes of headings +
/// passages).
void find_outline(Document& document, TextFormat markup, const Structure* structure);

}  // namespace crossroads
