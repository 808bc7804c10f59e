// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "link/names/data.hpp"
#include "link/names/text_words.hpp"

namespace crossroads {

enum class Sameness {
  none,
  as_written,  ///< but for case and what gaps compare as
  otherwise,   ///< by other marks, as a variant, in the plural or the singular
};

/// Whether words [first, end) of a text are what a pattern asks for.
Sameness compare(const NamePattern& pattern, const TextWords& words, std::size_t first,
                 std::size_t end);

}  // namespace crossroads
