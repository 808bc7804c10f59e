// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace crossroads::test {

/// A folder of a test's own among the temporary ones, with all in it gone afterwards.
class WorkFolder {
 public:
  explicit WorkFolder(const std::string& name) {
    path_ = (std::filesystem::temp_directory_path() / ("crossroads-" + name + "-XXXXXX")).string();
    if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error(path_ + ": can't make");
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  ~WorkFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] std::string at(const std::string& name) const { return path_ + "/" + name; }

  void write(const std::string& name, std::string_view bytes) const {
    std::filesystem::create_directories(std::filesystem::path(at(name)).parent_path());
    std::ofstream(at(name), std::ios::binary) << bytes;
  }

  /// A message or a path, with this folder's own path cut out of it.
  [[nodiscard]] std::string without(std::string text) const {
    const std::string prefix = path_ + "/";
    for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
      text.erase(at, prefix.size());
    }
    return text;
  }

 private:
  std::string path_;
};

}  // namespace crossroads::test
