// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace crossroads {

/// "de", "van", "al": small words that belong to a family name.
inline bool is_name_particle(std::string_view word) {
  constexpr std::array<std::string_view, 25> particles = {
      "af",  "al", "av", "bin", "da", "das", "de",  "del", "della", "den", "der", "di", "do",
      "dos", "du", "el", "ibn", "la", "le",  "ten", "ter", "van",   "von", "y",   "zu"};
  return std::find(particles.begin(), particles.end(), word) != particles.end();
}

}  // namespace crossroads
