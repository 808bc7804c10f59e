// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crossroads/text/document.hpp"
#include "crossroads/text/read.hpp"

namespace crossroads {

/// The words of a heading (or another short passage) as they are shown, on one line and without
/// the markup's signs. O(bytes of the passage).
std::string shown_words(const Document& document, const Passage& passage, TextFormat markup);

}  // namespace crossroads
