// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace crossroads {

/// A language tag by its shape (BCP 47): subtags of up to eight letters and digits, the first of
/// letters only.
bool is_language(std::string_view text);

}  // namespace crossroads
