// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace crossroads {

/// A path as a document's id: '#', '%', control characters and bytes that are not UTF-8 are
/// percent-encoded. O(bytes).
std::string document_id(std::string_view path);

}  // namespace crossroads
