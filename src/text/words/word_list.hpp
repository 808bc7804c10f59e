// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace crossroads {

/// Whether it is an English word, American or British, an inflected one too, or a usual name.
/// `folded` is as fold() gives it. The list is part of the library and needs no preparation.
/// O(log words).
bool is_listed_word(std::string_view folded);

}  // namespace crossroads
