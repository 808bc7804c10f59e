// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// The people whom a byline names: parted by commas, semicolons, "&" and "and" (in a few
/// languages), without "By", titles behind a name (PhD), marks of notes and what stands in
/// brackets. `ranges` are the byline's. O(bytes).
std::vector<Author> authors_of(std::string_view text, const std::vector<Span>& ranges);

}  // namespace crossroads
