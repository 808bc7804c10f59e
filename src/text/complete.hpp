// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/text/document.hpp"
#include "crossroads/text/read.hpp"

namespace crossroads {

/// What every reader's document goes through last: from its id, bytes and passages (and what else
/// its format says of levels, notes, pages and metadata) follow its title, checksum and all that is
/// understood across passages. `markup` is what stands in the bytes: markdown, or plain, also for
/// what was converted. O(bytes).
void complete(Document& document, TextFormat markup, const ReadOptions& options);

}  // namespace crossroads
