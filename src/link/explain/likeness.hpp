// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "crossroads/link/explain.hpp"

namespace crossroads {

/// How `surface` is `form`; nothing where not even the letters are, apart from a plural's ending.
std::optional<Likeness> likeness_of(std::string_view surface, std::string_view form);

/// The letters and digits of a name, in small letters and without marks, spaces and hyphens: equal
/// for all that may be one name but for its number.
std::string bare_letters(std::string_view name);

}  // namespace crossroads
