// SPDX-License-Identifier: Apache-2.0
#include "core/find_program.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace crossroads {
namespace {

bool is_program(const std::string& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         ::access(file.c_str(), X_OK) == 0;
}

}  // namespace

std::string program_folders(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const std::string_view folder = path.substr(0, path.find(':'));
    if (folder.starts_with('/')) {
      if (!out.empty()) out += ':';
      out += folder;
    }
    path.remove_prefix(std::min(folder.size() + 1, path.size()));
  }
  return out.empty() ? "/usr/local/bin:/usr/bin:/bin" : out;
}

std::string find_program(const std::string& name, std::string_view path) {
  if (name.find('/') != std::string::npos) return is_program(name) ? name : "";
  while (!path.empty()) {
    const std::string_view folder = path.substr(0, path.find(':'));
    const std::string file = std::string(folder) + "/" + name;
    if (is_program(file)) return file;
    path.remove_prefix(std::min(folder.size() + 1, path.size()));
  }
  return {};
}

}  // namespace crossroads
