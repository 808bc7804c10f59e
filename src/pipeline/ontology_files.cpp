// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "crossroads/core/ascii.hpp"
#include "crossroads/pipeline/corpus.hpp"
#include "pipeline/paths.hpp"

namespace crossroads {
namespace {

/// The XML files below a folder, as paths below it.
void collect(System& system, const std::string& folder, const std::string& below, std::size_t depth,
             std::vector<std::string>& found) {
  if (depth > deepest_folder) throw too_deep(folder);
  for (const std::string& name : system.list_folder(folder)) {
    if (name.starts_with('.')) continue;
    const std::string path = fmt::format("{}/{}", folder, name);
    const std::string inner = below.empty() ? name : fmt::format("{}/{}", below, name);
    const FileKind kind = system.kind_of(path);
    if (kind == FileKind::folder) {
      collect(system, path, inner, depth + 1, found);
    } else if (kind == FileKind::file && ascii_lower(name).ends_with(".xml")) {
      found.push_back(inner);
    }
  }
}

}  // namespace

std::vector<std::string> find_ontology_files(System& system,
                                             const std::vector<std::string>& arguments) {
  std::vector<std::string> paths;
  for (const std::string& argument : arguments) {
    const std::string path = without_trailing_slashes(argument);
    if (argument == "-" || system.kind_of(path) != FileKind::folder) {
      paths.push_back(path);
      continue;
    }
    std::vector<std::string> found;
    collect(system, path, {}, 0, found);
    if (found.empty()) {
      throw Error(ErrorKind::input, fmt::format("{}: holds no ontology", argument),
                  "an ontology is one or more files that end in .xml");
    }
    for (const std::string& below : found) paths.push_back(fmt::format("{}/{}", path, below));
  }
  std::vector<std::string> once;
  for (const std::string& path : paths) {
    if (std::find(once.begin(), once.end(), path) == once.end()) once.push_back(path);
  }
  return once;
}

std::vector<OntologyFile> read_ontology_files(System& system,
                                              const std::vector<std::string>& arguments) {
  std::vector<OntologyFile> files;
  for (const std::string& path : find_ontology_files(system, arguments)) {
    files.push_back({path, read_input(system, path)});
  }
  return files;
}

}  // namespace crossroads
