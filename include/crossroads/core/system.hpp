// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

enum class FileKind { none, file, folder, other };

/// Every effect on the outside world that the library has. One object of it is handed to whatever
/// reads or writes; tests hand in one that fails on demand. Paths are in UTF-8, relative ones to
/// the working folder. Failures are thrown as Error (input or output) with the path and the reason
/// in the message. Not thread-safe unless an implementation says so.
class System {
 public:
  virtual ~System() = default;

  virtual FileKind kind_of(const std::string& path) = 0;
  /// Whether both paths lead to one file that exists.
  virtual bool is_same_file(const std::string& a, const std::string& b) { return a == b; }
  /// All bytes of a file, a pipe too. More than `limit` bytes are an error.
  virtual std::string read_file(const std::string& path, std::size_t limit) = 0;
  virtual std::string read_standard_input(std::size_t limit) = 0;
  /// Reads a file, a pipe or ("-") standard input piece by piece; `take` gets each in order, none
  /// empty, and says whether it wants another. For what is too large to be held, or has no end.
  virtual void read_pieces(const std::string& path,
                           const std::function<bool(std::string_view)>& take);
  /// How many bytes an ordinary file has; nothing for anything else.
  virtual std::optional<std::uint64_t> size_of(const std::string& /*path*/) { return {}; }
  /// The names in a folder, sorted by bytes, without "." and "..".
  virtual std::vector<std::string> list_folder(const std::string& path) = 0;

  virtual void write_standard_output(std::string_view bytes) = 0;
  /// Whether a person reads standard output, or standard error, as it is written.
  virtual bool standard_output_is_terminal() { return false; }
  virtual bool standard_error_is_terminal() { return false; }

  /// Writes a new file beside `path`, on the same file system, and gives its name. The bytes have
  /// reached the disk (fsync) when it returns; on failure nothing is left.
  virtual std::string write_temporary(const std::string& path, std::string_view bytes) = 0;
  /// Adds to the end of the temporary that will become `path`; likewise synced. On failure the
  /// temporary stays, for the caller to discard.
  virtual void append_temporary(const std::string& temporary, const std::string& path,
                                std::string_view bytes) = 0;
  /// Puts a temporary in the place of `path`, atomically; its folder is synced.
  virtual void replace(const std::string& temporary, const std::string& path) = 0;
  /// Removes a temporary; never throws, for it runs where something else has failed.
  virtual void discard(const std::string& temporary) noexcept = 0;
  /// Makes a folder and those that it lies in, where they are not there.
  virtual void make_folder(const std::string& path) = 0;
};

/// The operating system's own. Needs no other object to outlive it; functions may be called from
/// several threads.
std::unique_ptr<System> real_system();

/// Makes `path` hold `bytes`: afterwards it is the whole new file, or, after an Error (output), the
/// untouched old one, and no temporary is left. A file that was there keeps its permissions, a
/// symbolic link stays and what it leads to is replaced. "-" is standard output.
void write_output(System& system, const std::string& path, std::string_view bytes);

/// Throws Error (output) where `path` is there and is no ordinary file.
void refuse_as_output(System& system, const std::string& path);

/// All bytes of `path`; "-" is standard input.
std::string read_input(System& system, const std::string& path,
                       std::size_t limit = std::size_t{4} << 30);

}  // namespace crossroads
