// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "crossroads/text/document.hpp"

namespace crossroads {

/// Turns list items into paragraphs where they are a report's numbered paragraphs, as the United
/// Nations write them: long, and their numbers go on behind the next heading, where a list's begin
/// again. O(passages).
void tell_numbered_paragraphs(std::string_view text, std::vector<Passage>& passages);

}  // namespace crossroads
