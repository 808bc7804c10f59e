// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"

namespace crossroads::test {

/// A System in memory. What write_output and the like do to it can be looked at, and the operation
/// that is told to fails.
class FakeSystem : public System {
 public:
  enum class Operation {
    kind_of,
    read_file,
    read_input,
    list,
    write_output,
    write,
    replace,
    make_folder
  };

  std::map<std::string, std::string> files;  ///< temporaries are among them
  std::set<std::string> folders;
  std::set<std::string> devices;
  std::string standard_input;
  std::string standard_output;

  /// What running a program gives; by itself it can't be run.
  std::function<RunResult(const Command&, std::string_view input, const RunLimits&)> program;

  /// From now on, the `nth` operation of that kind (1 is the next) throws `error`.
  void fail(Operation operation, Error error, int nth = 1) {
    failures_.insert_or_assign(operation, std::pair(nth, std::move(error)));
  }

  /// Temporaries that were written and neither put in place nor discarded.
  [[nodiscard]] std::size_t temporaries_left() const { return temporaries_.size(); }
  [[nodiscard]] int temporaries_made() const { return made_; }

  FileKind kind_of(const std::string& path) override {
    step(Operation::kind_of);
    if (folders.contains(path)) return FileKind::folder;
    if (devices.contains(path)) return FileKind::other;
    return files.contains(path) ? FileKind::file : FileKind::none;
  }

  std::string read_file(const std::string& path, std::size_t limit) override {
    step(Operation::read_file);
    const auto file = files.find(path);
    if (file == files.end()) throw Error(ErrorKind::input, path + ": no such file");
    if (file->second.size() > limit) throw Error(ErrorKind::input, path + ": is too large");
    return file->second;
  }

  std::optional<std::uint64_t> size_of(const std::string& path) override {
    const auto file = files.find(path);
    return file == files.end() ? std::nullopt : std::optional<std::uint64_t>(file->second.size());
  }

  std::string read_standard_input(std::size_t limit) override {
    step(Operation::read_input);
    if (standard_input.size() > limit) throw Error(ErrorKind::input, "standard input: too large");
    return std::exchange(standard_input, {});
  }

  std::vector<std::string> list_folder(const std::string& path) override {
    step(Operation::list);
    if (!folders.contains(path)) throw Error(ErrorKind::input, path + ": no such folder");
    std::set<std::string> names;
    const auto add = [&](const std::string& whole) {
      if (!whole.starts_with(path + "/")) return;
      const std::string below = whole.substr(path.size() + 1);
      names.insert(below.substr(0, below.find('/')));
    };
    for (const auto& [name, bytes] : files) add(name);
    for (const std::string& folder : folders) add(folder);
    return {names.begin(), names.end()};
  }

  RunResult run_program(const Command& command, std::string_view input,
                        const RunLimits& limits) override {
    return program ? program(command, input, limits) : System::run_program(command, input, limits);
  }

  void write_standard_output(std::string_view bytes) override {
    step(Operation::write_output);
    standard_output += bytes;
  }

  std::string write_temporary(const std::string& path, std::string_view bytes) override {
    step(Operation::write);
    std::string temporary = path + "." + std::to_string(++made_);
    temporaries_.insert(temporary);
    files[temporary] = bytes;
    return temporary;
  }

  void append_temporary(const std::string& temporary, const std::string& /*path*/,
                        std::string_view bytes) override {
    step(Operation::write);
    files.at(temporary) += bytes;
  }

  void make_folder(const std::string& path) override {
    step(Operation::make_folder);
    folders.insert(path);
  }

  void replace(const std::string& temporary, const std::string& path) override {
    step(Operation::replace);
    files[path] = std::move(files.at(temporary));
    discard(temporary);
  }

  void discard(const std::string& temporary) noexcept override {
    files.erase(temporary);
    temporaries_.erase(temporary);
  }

 private:
  void step(Operation operation) {
    const auto failure = failures_.find(operation);
    if (failure == failures_.end() || --failure->second.first > 0) return;
    const Error error = failure->second.second;
    failures_.erase(failure);
    throw error;
  }

  std::map<Operation, std::pair<int, Error>> failures_;
  std::set<std::string> temporaries_;
  int made_ = 0;
};

}  // namespace crossroads::test
