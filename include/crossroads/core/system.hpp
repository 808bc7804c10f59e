// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
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

/// A program to run: its name, which is searched for in the folders of PATH, and its arguments. No
/// shell sees it. Of PATH only absolute folders count: an empty or relative one would find programs
/// in whatever folder one works in.
struct Command {
  std::vector<std::string> words;
  std::string package;  ///< the Debian package that has it, for the error where it is missing
};

/// What a program may use. Going past one of them ends it and all processes that it started.
struct RunLimits {
  std::chrono::milliseconds wall{120'000};
  std::chrono::seconds cpu{60};                    ///< of each process
  std::size_t memory = std::size_t{2} << 30;       ///< bytes of address space, of each process
  std::size_t output = std::size_t{1} << 30;       ///< bytes on its standard output
  std::size_t diagnostics = std::size_t{1} << 14;  ///< bytes of its standard error that are kept
  std::size_t file = 0;                            ///< bytes of a file that it writes
};

/// How a program ended.
struct RunResult {
  enum class Limit : std::uint8_t {
    wall,
    cpu,
    memory,  ///< it failed after it held more than half of what it may (and more than we ever did:
             ///< before that, nothing tells)
    output,
  };
  std::string output;       ///< what it wrote to standard output, up to the limit
  std::string diagnostics;  ///< the beginning of what it wrote to standard error
  int status = 0;           ///< its exit status, where no signal ended it
  int signal = 0;           ///< the signal that ended it, ours too; 0 for none
  std::optional<Limit> limit;
  std::size_t peak_memory = 0;  ///< bytes that it held at most; those of ours when it began count

  [[nodiscard]] bool succeeded() const { return status == 0 && signal == 0 && !limit; }
};

/// Every effect on the outside world that the library has. One object of it is handed to whatever
/// reads or writes; tests hand in one that fails on demand. Paths are in UTF-8, relative ones to
/// the working folder. Failures are thrown as Error (input or output) with the path and the reason
/// in the message. Not thread-safe unless an implementation says so.
class System {
 public:
  virtual ~System() = default;

  /// Throws Error (input) where that can't be told: the folder may not be entered, say.
  virtual FileKind kind_of(const std::string& path) = 0;
  /// Whether both paths lead to one file that exists.
  virtual bool is_same_file(const std::string& a, const std::string& b) { return a == b; }
  /// The path of a file or folder without symbolic links, "." and ".."; nothing where there is
  /// none.
  virtual std::optional<std::string> real_path(const std::string& path) {
    return kind_of(path) == FileKind::none ? std::nullopt : std::optional(path);
  }
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

  /// Runs a program to its end, with `input` as its standard input, however much of it the program
  /// reads. It has an environment of PATH, LC_ALL=C.UTF-8, TMPDIR and a HOME that does not exist,
  /// no other open files, and is gone, with what it started, when this returns. That it fails or
  /// goes past a limit is a result; Error (input) is thrown where it can't be run at all, and where
  /// how it ended can't be known.
  virtual RunResult run_program(const Command& command, std::string_view input,
                                const RunLimits& limits);
  /// The same without input, of a program that always answers alike, as to --version: what it
  /// answered once, where it succeeded, may be kept for as long as the object lives.
  virtual RunResult ask_program(const Command& command, const RunLimits& limits) {
    return run_program(command, "", limits);
  }

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
                                std::string_view bytes);
  /// Puts a temporary in the place of `path`, atomically; its folder is synced.
  virtual void replace(const std::string& temporary, const std::string& path) = 0;
  /// Removes a temporary; never throws, for it runs where something else has failed.
  virtual void discard(const std::string& temporary) noexcept = 0;
  /// Makes a folder and those that it lies in, where they are not there.
  virtual void make_folder(const std::string& path);
};

/// The operating system's own. Needs no other object to outlive it; functions may be called from
/// several threads.
std::unique_ptr<System> real_system();

/// Undoes what whoever started this process may have told it: to ignore the ends of the programs
/// that it runs (SIGCHLD). How they end can't be known then. For main().
void notice_ends_of_programs();

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
