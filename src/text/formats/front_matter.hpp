// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/text/document.hpp"

namespace crossroads {

/// Takes the title and metadata that a Markdown text's front matter (its passage of that role, in
/// YAML) gives: `title`, `author` or `authors`, `date`, `lang` or `language`, `source` or `url`,
/// as scalars or lists of them; all else in it is passed over. O(its bytes).
void read_front_matter(Document& document);

}  // namespace crossroads
