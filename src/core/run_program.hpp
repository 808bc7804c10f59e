// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "crossroads/core/system.hpp"

namespace crossroads {

/// System::run_program() as the operating system does it. May be called from several threads.
RunResult run_real_program(const Command& command, std::string_view input, const RunLimits& limits);

}  // namespace crossroads
