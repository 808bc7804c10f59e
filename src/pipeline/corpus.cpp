// SPDX-License-Identifier: Apache-2.0
#include "crossroads/pipeline/corpus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

constexpr std::size_t deepest_folder = 64;

std::string without_trailing_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

std::string_view name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool has_ending(std::string_view name, std::initializer_list<std::string_view> endings) {
  const std::string small = ascii_lower(name);
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return small.ends_with(ending); });
}

/// The files below a folder whose names have one of the endings, as paths below it.
void collect(System& system, const std::string& folder, const std::string& below,
             std::initializer_list<std::string_view> endings, std::size_t depth,
             std::vector<std::string>& found) {
  if (depth > deepest_folder) {
    throw Error(ErrorKind::input,
                fmt::format("{}: folders are nested more than {} deep", folder, deepest_folder));
  }
  for (const std::string& name : system.list_folder(folder)) {
    if (name.starts_with('.')) continue;
    const std::string path = fmt::format("{}/{}", folder, name);
    const std::string inner = below.empty() ? name : fmt::format("{}/{}", below, name);
    const FileKind kind = system.kind_of(path);
    if (kind == FileKind::folder) {
      collect(system, path, inner, endings, depth + 1, found);
    } else if (kind == FileKind::file && has_ending(name, endings)) {
      found.push_back(inner);
    }
  }
}

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

/// `path` below `root`, both as they were given.
std::string below_root(const std::string& path, const std::string& root) {
  std::string start = without_trailing_slashes(root);
  if (start != "/") start += '/';
  if (root == "." && !path.starts_with('/')) return path.starts_with("./") ? path.substr(2) : path;
  if (path.starts_with(start)) return path.substr(start.size());
  throw Error(ErrorKind::input, fmt::format("{}: does not lie below --root {}", path, root));
}

void refuse_equal_ids(const std::vector<CorpusFile>& files) {
  const auto twin = std::adjacent_find(files.begin(), files.end(),
                                       [](const auto& a, const auto& b) { return a.id == b.id; });
  if (twin == files.end()) return;
  throw Error(
      ErrorKind::input,
      fmt::format("{} and {}: both would be called '{}'", twin->path, (twin + 1)->path, twin->id),
      "--root DIR calls texts by their paths below DIR");
}

}  // namespace

std::vector<CorpusFile> find_texts(System& system, const std::vector<std::string>& arguments,
                                   const std::string& root) {
  std::vector<CorpusFile> files;
  const auto add = [&](const std::string& path, std::string_view below) {
    const std::string name = root.empty() ? std::string(below) : below_root(path, root);
    files.push_back({document_id(name), path});
  };
  for (const std::string& argument : arguments) {
    if (argument == "-") {
      files.push_back({"stdin", "-"});
      continue;
    }
    const std::string path = without_trailing_slashes(argument);
    const FileKind kind = system.kind_of(path);
    if (kind != FileKind::folder) {
      if (kind == FileKind::none) {
        throw Error(ErrorKind::input, fmt::format("{}: there is no such file or folder", argument));
      }
      add(path, name_of(path));
      continue;
    }
    std::vector<std::string> found;
    collect(system, path, {}, {".txt", ".md", ".markdown"}, 0, found);
    if (found.empty()) {
      throw Error(ErrorKind::input, fmt::format("{}: holds no text", argument),
                  "texts are files that end in .txt, .md or .markdown");
    }
    for (const std::string& below : found) add(fmt::format("{}/{}", path, below), below);
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
    return std::tie(a.id, a.path) < std::tie(b.id, b.path);
  });
  files.erase(
      std::unique(files.begin(), files.end(),
                  [](const auto& a, const auto& b) { return a.id == b.id && a.path == b.path; }),
      files.end());
  refuse_equal_ids(files);
  return files;
}

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
    collect(system, path, {}, {".xml"}, 0, found);
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
