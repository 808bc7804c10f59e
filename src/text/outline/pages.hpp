// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/text/document.hpp"

namespace crossroads {

/// Finds the pages of a plain text, unless the reader has: parted by form feeds, or by the numbers
/// that are printed on them where those rise one by one. A page's label is its printed number where
/// most pages that have one agree on how far it is from their count, else how many it is, from 1.
/// REQUIRES: passages have their roles. O(bytes).
void find_pages(Document& document);

}  // namespace crossroads
