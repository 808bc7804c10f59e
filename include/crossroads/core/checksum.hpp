// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace crossroads {

/// SHA-256 (FIPS 180-4) of `bytes`, as 64 lower-case hexadecimal digits. O(bytes).
std::string sha256(std::string_view bytes);

}  // namespace crossroads
