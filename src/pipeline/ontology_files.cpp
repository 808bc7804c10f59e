// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "crossroads/core/ascii.hpp"
#include "crossroads/pipeline/corpus.hpp"
#include "pipeline/paths.hpp"

namespace crossroads {
namespace {

struct FoundFile {
  std::string path;
  OntologyContent content = OntologyContent::xml;
};

bool is_xml(std::string_view name) {
  return ascii_lower(name).ends_with(".xml");
}

OntologyContent content_of(std::string_view path) {
  return ascii_lower(path).ends_with(".txt") ? OntologyContent::bans : OntologyContent::xml;
}

/// The XML files and files of bans below a folder, as paths below it.
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
    } else if (kind == FileKind::file && (is_xml(name) || name == banned_file)) {
      found.push_back(inner);
    }
  }
}

void add_folder(System& system, const std::string& path, std::vector<FoundFile>& files) {
  std::vector<std::string> found;
  collect(system, path, {}, 0, found);
  if (std::none_of(found.begin(), found.end(), is_xml)) {
    throw Error(ErrorKind::input, fmt::format("{}: holds no ontology", path),
                "an ontology is one or more files that end in .xml");
  }
  for (const std::string& below : found) {
    files.push_back({fmt::format("{}/{}", path, below), content_of(below)});
  }
}

/// What a curator has accepted and banned lies beside the file that was named, and goes with it.
void add_besides(System& system, const std::string& path, std::vector<FoundFile>& files) {
  for (const auto& [name, content] : {std::pair(accepted_file, OntologyContent::accepted),
                                      std::pair(banned_file, OntologyContent::bans)}) {
    const std::string beside = path_beside(path, name);
    if (system.kind_of(beside) != FileKind::file) continue;
    if (std::any_of(files.begin(), files.end(), [&](const FoundFile& file) {
          return file.path == beside ||
                 (file.path != "-" && system.is_same_file(file.path, beside));
        })) {
      continue;
    }
    files.push_back({beside, content});
  }
}

std::vector<FoundFile> find_files(System& system, const std::vector<std::string>& arguments) {
  std::vector<FoundFile> files;
  std::vector<std::string> alone;
  for (const std::string& argument : arguments) {
    const std::string path = without_trailing_slashes(argument);
    if (argument != "-" && system.kind_of(path) == FileKind::folder) {
      add_folder(system, path, files);
      continue;
    }
    files.push_back({path, content_of(path)});
    if (is_xml(path)) alone.push_back(path);
  }
  for (const std::string& path : alone) add_besides(system, path, files);
  std::vector<FoundFile> once;
  for (FoundFile& file : files) {
    if (std::none_of(once.begin(), once.end(),
                     [&](const FoundFile& other) { return other.path == file.path; })) {
      once.push_back(std::move(file));
    }
  }
  return once;
}

}  // namespace

std::string path_beside(const std::string& path, std::string_view name) {
  const std::size_t slash = path.rfind('/');
  return fmt::format("{}{}", slash == path.npos ? "" : path.substr(0, slash + 1), name);
}

std::vector<std::string> find_ontology_files(System& system,
                                             const std::vector<std::string>& arguments) {
  std::vector<std::string> paths;
  for (FoundFile& file : find_files(system, arguments)) paths.push_back(std::move(file.path));
  return paths;
}

std::vector<OntologyFile> read_ontology_files(System& system,
                                              const std::vector<std::string>& arguments) {
  std::vector<OntologyFile> files;
  for (FoundFile& file : find_files(system, arguments)) {
    std::string bytes = read_input(system, file.path);
    files.push_back({std::move(file.path), std::move(bytes), file.content});
  }
  return files;
}

}  // namespace crossroads
