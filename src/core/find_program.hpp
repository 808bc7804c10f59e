// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace crossroads {

/// The absolute folders of PATH, for the programs of the working folder are not wanted; the usual
/// ones where there is none.
std::string program_folders(std::string_view path);

/// Where in `folders`, parted by ":", a program is; one that is named with its folder is there.
/// Empty where it is not. Only an ordinary file that may be run is a program.
std::string find_program(const std::string& name, std::string_view folders);

}  // namespace crossroads
