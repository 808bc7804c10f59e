// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/language.hpp"

#include <algorithm>

#include "crossroads/core/ascii.hpp"

namespace crossroads {
namespace {

bool is_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

}  // namespace

bool is_language(std::string_view text) {
  for (bool first = true;; first = false) {
    const std::size_t end = std::min(text.find('-'), text.size());
    const std::string_view part = text.substr(0, end);
    const bool good = std::all_of(part.begin(), part.end(), [&](char c) {
      return is_letter(c) || (!first && c >= '0' && c <= '9');
    });
    if (!good || part.empty() || part.size() > 8) return false;
    if (end == text.size()) return true;
    text.remove_prefix(end + 1);
  }
}

}  // namespace crossroads
