// SPDX-License-Identifier: Apache-2.0
#include "crossroads/pipeline/keep_text.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "pipeline/paths.hpp"

namespace crossroads {
namespace {

/// A segment of an id as a file's name: none but those of a path's own signs is one already.
std::string file_name(std::string_view segment) {
  if (segment.empty()) return "%2F";  // beside a slash
  if (segment == ".") return "%2E";
  if (segment == "..") return "%2E%2E";
  return std::string(segment);
}

}  // namespace

std::string kept_text_path(const std::string& folder, const std::string& id) {
  std::string path = without_trailing_slashes(folder);
  std::string_view rest = id;
  for (;;) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    path = joined(path, file_name(rest.substr(0, slash)));
    if (slash == rest.size()) return path + ".txt";
    rest.remove_prefix(slash + 1);
  }
}

std::size_t keep_texts(System& system, const std::string& folder,
                       const std::vector<LinkedDocument>& documents) {
  std::size_t kept = 0;
  std::set<std::string> made;
  for (const LinkedDocument& linked : documents) {
    if (!linked.document.original) continue;
    const std::string path = kept_text_path(folder, linked.document.id);
    const std::string inner = folder_of(path);
    if (made.insert(inner).second) system.make_folder(inner);
    write_output(system, path, linked.document.bytes);
    ++kept;
  }
  return kept;
}

}  // namespace crossroads
