// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/system.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <map>
#include <mutex>
#include <system_error>
#include <utility>

#include "core/descriptor.hpp"
#include "core/run_program.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

std::string reason(int error) {
  return std::generic_category().message(error);
}

[[noreturn]] void fail(ErrorKind kind, const std::string& path, const std::string& why,
                       std::string remedy = {}) {
  throw Error(kind, fmt::format("{}: {}", path, why), std::move(remedy));
}

std::string remedy_for_output(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "free some space and run it again; the old file is untouched";
    case ENOENT:
      return "the folder that it should go into does not exist";
    default:
      return {};
  }
}

[[noreturn]] void fail_output(const std::string& path, int error) {
  fail(ErrorKind::output, path, "can't write: " + reason(error), remedy_for_output(error));
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// False, with errno, at the first write that fails.
bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// A file of known size is read in one piece; a pipe in growing ones.
std::string read_all(int descriptor, const std::string& name, std::size_t limit) {
  std::string bytes;
  struct stat status {};
  constexpr std::size_t pipe_step = std::size_t{1} << 16;
  std::size_t step = pipe_step;
  std::size_t expected = 0;
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    expected = static_cast<std::size_t>(status.st_size);
    step = std::min(limit, static_cast<std::size_t>(status.st_size)) + 1;
  }
  for (;;) {
    const std::size_t had = bytes.size();
    bytes.resize(had + step);
    const ssize_t got = ::read(descriptor, bytes.data() + had, step);
    const int error = errno;
    bytes.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && error == EINTR) continue;
    if (got < 0) fail(ErrorKind::input, name, "can't read: " + reason(error));
    if (got == 0) return bytes;
    if (bytes.size() > limit) {
      fail(ErrorKind::input, name, fmt::format("is larger than the limit of {} bytes", limit));
    }
    step = bytes.size() == expected ? 1 : std::max(pipe_step, std::min(bytes.size(), limit));
  }
}

Descriptor open_input(const std::string& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail(ErrorKind::input, path, "can't open: " + reason(errno));
  struct stat status {};
  if (::fstat(file.get(), &status) == 0 && S_ISDIR(status.st_mode)) {
    fail(ErrorKind::input, path, "is a folder, where a file is needed");
  }
  return file;
}

void give_pieces(int descriptor, const std::string& name,
                 const std::function<bool(std::string_view)>& take) {
  std::string piece(std::size_t{1} << 18, '\0');
  for (;;) {
    const ssize_t got = ::read(descriptor, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(ErrorKind::input, name, "can't read: " + reason(errno));
    if (got == 0) return;
    if (!take(std::string_view(piece).substr(0, static_cast<std::size_t>(got)))) return;
  }
}

/// What umask lets a new file be. mkstemp makes a private one; the output should be like any other.
mode_t new_file_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

std::optional<std::string> without_links(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                         &std::free);
  return real == nullptr ? std::nullopt : std::optional<std::string>(real.get());
}

/// What a symbolic link leads to: the file there is replaced, and the link stays.
std::string resolved(const std::string& path) {
  return without_links(path).value_or(path);
}

/// With errno where it can't be told. What has no place, or too long a name, is not there.
std::optional<FileKind> look_at(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    const bool is_absent = errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG;
    return is_absent ? std::optional(FileKind::none) : std::nullopt;
  }
  if (S_ISREG(status.st_mode)) return FileKind::file;
  return S_ISDIR(status.st_mode) ? FileKind::folder : FileKind::other;
}

void make_one_folder(const std::string& path) {
  if (look_at(path) == FileKind::folder) return;
  if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) {
    fail(ErrorKind::output, path, "can't make the folder: " + reason(errno));
  }
  if (look_at(path) != FileKind::folder) {  // another may have made it in the meantime
    fail(ErrorKind::output, path, "is a file, where a folder is needed");
  }
}

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

/// As kind_of(), but what can't be told is an Error (output).
FileKind kind_of_output(System& system, const std::string& path) {
  try {
    return system.kind_of(path);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    throw Error(ErrorKind::output, error.what(), error.remedy());
  }
}

class RealSystem final : public System {
 public:
  RealSystem() : new_file_mode_(new_file_mode()) {}

  FileKind kind_of(const std::string& path) override {
    const auto kind = look_at(path);
    if (!kind) fail(ErrorKind::input, path, "can't look at it: " + reason(errno));
    return *kind;
  }

  bool is_same_file(const std::string& a, const std::string& b) override {
    struct stat first {};
    struct stat second {};
    return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
  }

  std::optional<std::string> real_path(const std::string& path) override {
    return without_links(path);
  }

  std::string read_file(const std::string& path, std::size_t limit) override {
    const Descriptor file = open_input(path);
    return read_all(file.get(), path, limit);
  }

  std::string read_standard_input(std::size_t limit) override {
    return read_all(STDIN_FILENO, "standard input", limit);
  }

  void read_pieces(const std::string& path,
                   const std::function<bool(std::string_view)>& take) override {
    if (path == "-") {
      give_pieces(STDIN_FILENO, "standard input", take);
    } else {
      const Descriptor file = open_input(path);
      give_pieces(file.get(), path, take);
    }
  }

  std::optional<std::uint64_t> size_of(const std::string& path) override {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return static_cast<std::uint64_t>(status.st_size);
  }

  std::vector<std::string> list_folder(const std::string& path) override {
    const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.c_str()));
    if (folder == nullptr) fail(ErrorKind::input, path, "can't open: " + reason(errno));
    std::vector<std::string> names;
    for (;;) {
      errno = 0;  // which alone tells an error from the end
      const dirent* item = ::readdir(folder.get());
      if (item == nullptr) break;
      const std::string_view name = static_cast<const char*>(item->d_name);
      if (name != "." && name != "..") names.emplace_back(name);
    }
    if (errno != 0) fail(ErrorKind::input, path, "can't read: " + reason(errno));
    std::sort(names.begin(), names.end());
    return names;
  }

  RunResult run_program(const Command& command, std::string_view input,
                        const RunLimits& limits) override {
    return run_real_program(command, input, limits);
  }

  RunResult ask_program(const Command& command, const RunLimits& limits) override {
    {
      const std::lock_guard lock(answers_mutex_);
      if (const auto known = answers_.find(command.words); known != answers_.end()) {
        return known->second;
      }
    }
    RunResult result = run_program(command, "", limits);
    const std::lock_guard lock(answers_mutex_);
    if (result.succeeded()) answers_.try_emplace(command.words, result);
    return result;
  }

  void write_standard_output(std::string_view bytes) override {
    if (!write_all(STDOUT_FILENO, bytes)) fail_output("standard output", errno);
  }

  bool standard_output_is_terminal() override { return ::isatty(STDOUT_FILENO) != 0; }
  bool standard_error_is_terminal() override { return ::isatty(STDERR_FILENO) != 0; }

  std::string write_temporary(const std::string& path, std::string_view bytes) override {
    std::string temporary = resolved(path) + ".XXXXXX";
    struct stat old {};
    const mode_t mode =
        ::stat(path.c_str(), &old) == 0 ? old.st_mode & mode_t{0777} : new_file_mode_;
    Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (file.get() < 0) fail_output(path, errno);
    if (!write_all(file.get(), bytes) || ::fchmod(file.get(), mode) != 0 ||
        ::fsync(file.get()) != 0 || !file.close()) {
      const int error = errno;
      discard(temporary);
      fail_output(path, error);
    }
    return temporary;
  }

  void append_temporary(const std::string& temporary, const std::string& path,
                        std::string_view bytes) override {
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
    if (file.get() < 0 || !write_all(file.get(), bytes) || ::fsync(file.get()) != 0 ||
        !file.close()) {
      fail_output(path, errno);
    }
  }

  void make_folder(const std::string& path) override {
    if (path.size() >= PATH_MAX) {
      constexpr std::size_t shown = 60;
      const std::string_view valid =
          std::string_view(path).substr(0, find_invalid_utf8(path).value_or(path.size()));
      fail(ErrorKind::output, printable_line(valid, shown),
           "can't make the folder: " + reason(ENAMETOOLONG));
    }
    if (path.empty() || look_at(path) == FileKind::folder) return;
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      make_one_folder(path.substr(0, slash));
    }
    make_one_folder(path);
  }

  void replace(const std::string& temporary, const std::string& path) override {
    const std::string target = resolved(path);
    if (::rename(temporary.c_str(), target.c_str()) != 0) fail_output(path, errno);
    const Descriptor folder(::open(folder_of(target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() >= 0) ::fsync(folder.get());  // not every file system can; the data is synced
  }

  void discard(const std::string& temporary) noexcept override { ::unlink(temporary.c_str()); }

 private:
  mode_t new_file_mode_;  // asked once, for umask can only be read by setting it
  std::mutex answers_mutex_;
  std::map<std::vector<std::string>, RunResult> answers_;  // by a command's words
};

}  // namespace

RunResult System::run_program(const Command& command, std::string_view /*input*/,
                              const RunLimits& /*limits*/) {
  fail(ErrorKind::input, command.words.front(), "programs can't be run here");
}

std::unique_ptr<System> real_system() {
  return std::make_unique<RealSystem>();
}

void System::read_pieces(const std::string& path,
                         const std::function<bool(std::string_view)>& take) {
  const std::string bytes = read_input(*this, path);
  if (!bytes.empty()) take(bytes);
}

void System::append_temporary(const std::string& /*temporary*/, const std::string& path,
                              std::string_view /*bytes*/) {
  fail(ErrorKind::output, path, "can't be written in pieces here");
}

void System::make_folder(const std::string& path) {
  fail(ErrorKind::output, path, "no folder can be made here");
}

void refuse_as_output(System& system, const std::string& path) {
  switch (kind_of_output(system, path)) {
    case FileKind::folder:
      fail(ErrorKind::output, path, "is a folder, where a file is needed");
    case FileKind::other:
      // A rename would put a file in the place of a device or a pipe.
      fail(ErrorKind::output, path, "is not an ordinary file",
           "write to - and let the shell redirect it");
    case FileKind::none:
    case FileKind::file:
      return;
  }
}

void write_output(System& system, const std::string& path, std::string_view bytes) {
  if (path == "-") {
    system.write_standard_output(bytes);
    return;
  }
  refuse_as_output(system, path);
  const std::string temporary = system.write_temporary(path, bytes);
  try {
    system.replace(temporary, path);
  } catch (...) {
    system.discard(temporary);
    throw;
  }
}

std::string read_input(System& system, const std::string& path, std::size_t limit) {
  return path == "-" ? system.read_standard_input(limit) : system.read_file(path, limit);
}

}  // namespace crossroads
