// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crossroads {

// Three ways to spell a word, each of which leaves more out: what is equal in one is equal in the
// next.

/// With ss for sharp s and one small sigma; composed, with plain letters for ligatures and
/// full-width forms and without invisible characters. Its case and its marks count.
std::string composed_word(std::string_view word);

/// The same without combining marks (U+0300 to U+036F), and with o, l, d, th, ae, oe, i for letters
/// that are made of them (ø, ł, đ and ð, þ, æ, œ, ı and İ). Its case counts.
std::string plain_word(std::string_view word);

/// plain_word() in small letters: by it words compare.
std::string word_key(std::string_view word);

/// composed_word() in small letters (full case folding).
std::string marked_key(std::string_view word);

/// The characters of plain_word().
std::size_t word_length(std::string_view word);

}  // namespace crossroads
