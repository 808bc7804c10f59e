// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"

namespace crossroads {

constexpr std::size_t deepest_folder = 64;

inline Error too_deep(const std::string& folder) {
  return {ErrorKind::input,
          folder + ": folders are nested more than " + std::to_string(deepest_folder) + " deep"};
}

inline std::string without_trailing_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

inline std::string_view name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// The folder that a path lies in; "" for the working folder.
inline std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return std::string(path.substr(0, std::max<std::size_t>(slash, 1)));
}

inline std::string joined(const std::string& folder, std::string_view name) {
  if (folder.empty()) return std::string(name);
  return (folder.ends_with('/') ? folder : folder + '/') + std::string(name);
}

/// Whether `folder` is one of those on the way to it: a link may lead back.
inline bool leads_back(System& system, const std::vector<std::string>& trail,
                       const std::string& folder) {
  return std::any_of(trail.begin(), trail.end(),
                     [&](const std::string& outer) { return system.is_same_file(outer, folder); });
}

}  // namespace crossroads
