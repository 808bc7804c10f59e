// SPDX-License-Identifier: Apache-2.0
#include "crossroads/pipeline/keep_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "crossroads/core/checksum.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/utf8.hpp"
#include "pipeline/paths.hpp"

namespace crossroads {
namespace {

constexpr std::string_view ending = ".txt";

// A file's name has 255 bytes, a path 4,096; the temporary beside a file needs some more.
constexpr std::size_t longest_segment = 200;
constexpr std::size_t longest_path = 2000;

/// "%-" stands in no id, whose every '%' has two digits behind it.
std::string hash_of(std::string_view text) {
  constexpr std::size_t digits = 32;
  return "%-" + sha256(text).substr(0, digits);
}

std::string shortened(std::string_view segment) {
  const std::string hash = hash_of(segment);
  const std::string_view cut = segment.substr(0, longest_segment - hash.size());
  return std::string(cut.substr(0, find_invalid_utf8(cut).value_or(cut.size()))) + hash;
}

/// A segment of an id as a file's name: most are one already.
std::string file_name(std::string_view segment) {
  if (segment.empty()) return "%2F";  // beside a slash
  if (segment == ".") return "%2E";
  if (segment == "..") return "%2E%2E";
  return segment.size() > longest_segment ? shortened(segment) : std::string(segment);
}

std::string folder_name(std::string_view segment) {
  std::string name = file_name(segment);
  if (name.ends_with(ending)) name.replace(name.size() - ending.size(), 1, "%2E");
  return name;
}

/// Of what is there; of what is not, below the innermost folder that is.
std::string real_path_to_be(System& system, const std::string& path) {
  if (auto real = system.real_path(path.empty() ? "." : path)) return std::move(*real);
  if (path.empty() || path == "/") return path;
  const std::string inner = real_path_to_be(system, folder_of(path));
  const std::string_view name = name_of(path);
  if (name == ".") return inner;
  return name == ".." ? folder_of(inner) : joined(inner, name);
}

bool lies_in(const std::string& path, const std::string& folder) {
  return path == folder || path.starts_with(folder.ends_with('/') ? folder : folder + '/');
}

}  // namespace

std::string kept_text_path(const std::string& folder, const std::string& id) {
  const std::string top = without_trailing_slashes(folder);
  if (id.size() > longest_path) return joined(top, hash_of(id)).append(ending);
  std::string path = top;
  std::string_view rest = id;
  for (;;) {
    const std::size_t slash = rest.find('/');
    if (slash == rest.npos) return joined(path, file_name(rest)).append(ending);
    path = joined(path, folder_name(rest.substr(0, slash)));
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

void refuse_to_keep_inside(System& system, const std::string& folder, const Corpus& corpus) {
  const std::string real = real_path_to_be(system, without_trailing_slashes(folder));
  for (const std::string& texts : corpus.folders) {
    if (!lies_in(real, system.real_path(texts).value_or(texts))) continue;
    throw Error(ErrorKind::question,
                fmt::format("--keep-text {}: lies within the corpus ({})", folder, texts),
                "name a folder outside it");
  }
}

void refuse_to_keep_over(System& system, const std::string& folder,
                         const std::vector<LinkedDocument>& documents,
                         const std::vector<std::string>& paths) {
  std::set<std::string> files;
  for (const std::string& path : paths) {
    files.insert(real_path_to_be(system, path));
  }
  for (const LinkedDocument& linked : documents) {
    if (!linked.document.original) continue;
    const std::string path = kept_text_path(folder, linked.document.id);
    if (!files.contains(real_path_to_be(system, path))) continue;
    throw Error(
        ErrorKind::question,
        fmt::format("--keep-text {}: {} has another use, and would be overwritten", folder, path),
        "name another folder");
  }
}

}  // namespace crossroads
