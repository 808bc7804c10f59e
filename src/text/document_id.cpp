// SPDX-License-Identifier: Apache-2.0
#include "text/document_id.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "crossroads/core/utf8.hpp"

namespace crossroads {

std::string document_id(std::string_view path) {
  std::string id;
  while (!path.empty()) {
    const std::size_t valid = std::min(find_invalid_utf8(path).value_or(path.size()), path.size());
    for (const char c : path.substr(0, valid)) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20 || byte == 0x7F || c == '#' || c == '%') {
        id += fmt::format("%{:02X}", byte);
      } else {
        id += c;
      }
    }
    path.remove_prefix(valid);
    if (path.empty()) break;
    id += fmt::format("%{:02X}", static_cast<unsigned char>(path.front()));
    path.remove_prefix(1);
  }
  return id;
}

}  // namespace crossroads
