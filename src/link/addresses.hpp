// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace crossroads {

/// A stretch of bytes of a run without white space.
struct AddressPart {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The URLs, e-mail addresses, host names (un.org) and file paths (/a/b, ./a, C:\a, dir/file.ext)
/// in a run of characters without white space; they may overlap. A URL goes from its scheme, or
/// "www.", an e-mail address from its first letter and a path from behind brackets and quotes, up
/// to the run's end, so "[Name](https://…" is a name and an address; a host name ends with its last
/// label, or goes on to the run's end where "/", ":" or "?" follows. "PoC/R2P" is no path.
/// O(bytes).
std::vector<AddressPart> find_addresses(std::string_view run);

}  // namespace crossroads
