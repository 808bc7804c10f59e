// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crossroads::test::naive {

// Characters and words as the slow linker reads them: ICU's tables and short lists, nothing else.

bool is_white(char32_t c);
bool is_apostrophe(char32_t c);
bool is_hyphen(char32_t c);
bool is_dash(char32_t c);
/// Letters, digits and marks; no apostrophes.
bool is_word(char32_t c);
/// Soft hyphens, zero-width spaces and the like.
bool is_invisible(char32_t c);
/// A full-width form as what it is a form of.
char32_t narrow(char32_t c);

/// A word as exact forms compare: without marks, ligatures, full width; "Ærø" is "AEro".
std::string plain(std::string_view word);
/// As any form compares: the same with case folded.
std::string loose(std::string_view word);
/// As it is written, but for its case: with its marks, in normal form C.
std::string written(std::string_view word);

/// Code points.
std::size_t length(std::string_view text);
bool is_ascii_letters(std::string_view word);
bool is_small_letters(std::string_view word);  ///< ASCII ones

}  // namespace crossroads::test::naive
