// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crossroads::test::naive {

/// The plurals of an English word that is folded; none if it has none.
std::vector<std::string> plurals(const std::string& word);

/// What a word in the plural, of small letters, may be the regular plural of.
std::vector<std::string> singulars(const std::string& word);

/// The, and, who, can …
bool is_function_word(std::string_view word);

}  // namespace crossroads::test::naive
