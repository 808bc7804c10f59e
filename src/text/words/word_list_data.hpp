// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace crossroads {

// What cmake/make_word_list.cpp makes of the word lists; it says how the bytes are laid out.
extern const std::size_t word_list_blocks;
extern const std::uint32_t word_list_begins[];  ///< of each block, and the end of the last
extern const char word_list_bytes[];

}  // namespace crossroads
