// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace crossroads::test {

/// The project's own folder.
inline std::filesystem::path source_folder() {
  return CROSSROADS_SOURCE_DIR;
}

/// Corpora, annotations and suites that are not ours to ship: CROSSROADS_SHARED, or a folder beside
/// the project's. Tests that need it say so and pass where it is absent.
inline std::filesystem::path shared_folder() {
  const char* given = std::getenv("CROSSROADS_SHARED");
  return given != nullptr ? std::filesystem::path(given) : source_folder().parent_path() / "shared";
}

}  // namespace crossroads::test
