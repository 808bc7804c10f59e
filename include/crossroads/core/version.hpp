// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace crossroads {

/// The library's version, "MAJOR.MINOR.PATCH".
constexpr std::string_view version = "0.1.0";

}  // namespace crossroads
