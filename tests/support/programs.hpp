// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <doctest/doctest.h>

#include "crossroads/core/system.hpp"

namespace crossroads::test {

/// Whether a program is on PATH; says so where it is not, for tests that pass without. One that is
/// there and does not run is no reason to skip: such tests fail.
inline bool is_installed(const std::string& program) {
  const Command search{{"sh", "-c", "command -v \"$0\"", program}, ""};
  const bool found = real_system()->run_program(search, "", {}).succeeded();
  if (!found) MESSAGE("skipped, for ", program, " is not installed");
  return found;
}

}  // namespace crossroads::test
