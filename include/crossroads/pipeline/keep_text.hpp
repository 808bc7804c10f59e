// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "crossroads/core/system.hpp"
#include "crossroads/graph/assemble.hpp"

namespace crossroads {

/// Writes the text of each document that was converted to `folder`/ID.txt, so that its spans can be
/// read there; gives how many. Folders are made where needed. A segment of an id that would lead
/// elsewhere ("..") is percent-encoded. Throws Error (output).
std::size_t keep_texts(System& system, const std::string& folder,
                       const std::vector<LinkedDocument>& documents);

/// Where keep_texts() puts it.
std::string kept_text_path(const std::string& folder, const std::string& id);

}  // namespace crossroads
