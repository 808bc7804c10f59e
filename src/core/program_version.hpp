// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"

namespace crossroads {

/// What a program calls itself, with its version, as `asking` makes it say: "pandoc 2.17.1.1" of
/// {"pandoc", "--version"}, "pdftotext 22.12.0" of {"pdftotext", "-v"}. Asked once of a system that
/// keeps answers. Throws Error (input) where the program can't be run, fails, or says no version.
std::string version_of(System& system, const Command& asking);

/// What `act`, which runs programs for a file, gives. An Error of it begins with the file's `id`.
template <class Act>
auto for_file(const std::string& id, const Act& act) {
  try {
    return act();
  } catch (const Error& error) {
    throw Error(error.kind(), id + ": " + error.what(), error.remedy());
  }
}

}  // namespace crossroads
