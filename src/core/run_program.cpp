// SPDX-License-Identifier: Apache-2.0
//
// The child leads a process group of its own. It stays unreaped until the group is killed, so that
// its number, which is the group's, can't be another's by then. All pipes close on exec, so a child
// that another thread starts in the meantime does not hold them open.
#include "core/run_program.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <optional>
#include <system_error>

#include "core/descriptor.hpp"
#include "crossroads/core/error.hpp"

namespace crossroads {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;
using Resource = decltype(RLIMIT_CPU);

constexpr std::size_t piece = std::size_t{1} << 16;  // bytes that a pipe holds
constexpr int error_descriptor = 3;                  // where the child says why it can't exec
constexpr rlim_t open_files = 64;

[[noreturn]] void fail(const Command& command, const std::string& why, std::string remedy = {}) {
  throw Error(ErrorKind::input, fmt::format("{}: {}", command.words.front(), why),
              std::move(remedy));
}

[[noreturn]] void fail_to_run(const Command& command, int error) {
  fail(command, "can't run: " + std::generic_category().message(error));
}

std::string variable(const char* name, const char* otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr || *value == '\0' ? otherwise : value;
}

/// The folders of PATH that are absolute: programs of the working folder are not wanted.
std::string absolute_folders(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const std::string_view folder = path.substr(0, path.find(':'));
    if (folder.starts_with('/')) {
      if (!out.empty()) out += ':';
      out += folder;
    }
    path.remove_prefix(std::min(folder.size() + 1, path.size()));
  }
  return out;
}

bool is_program(const std::string& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         ::access(file.c_str(), X_OK) == 0;
}

/// Where in `path`'s folders a program is; one that is named with its folder is there. Empty where
/// it is not.
std::string found_on_path(const std::string& name, std::string_view path) {
  if (name.find('/') != std::string::npos) return is_program(name) ? name : "";
  while (!path.empty()) {
    const std::string_view folder = path.substr(0, path.find(':'));
    std::string file = fmt::format("{}/{}", folder, name);
    if (is_program(file)) return file;
    path.remove_prefix(std::min(folder.size() + 1, path.size()));
  }
  return {};
}

struct Pipe {
  Descriptor read;
  Descriptor write;
};

/// Neither end has a number that the child wants for itself.
bool make_pipe(Pipe& pipe) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  pipe = {Descriptor(ends[0]), Descriptor(ends[1])};
  for (Descriptor* end : {&pipe.read, &pipe.write}) {
    if (end->get() > error_descriptor) continue;
    *end = Descriptor(::fcntl(end->get(), F_DUPFD_CLOEXEC, error_descriptor + 1));
    if (!end->open()) return false;
  }
  return true;
}

/// Keeps SIGPIPE from this thread while it lives: writing to a child that reads no more is an
/// error as any other.
class WithoutPipeSignal {
 public:
  WithoutPipeSignal() {
    sigset_t pending;
    ::sigpending(&pending);
    was_pending_ = ::sigismember(&pending, SIGPIPE) == 1;
    ::sigemptyset(&signal_);
    ::sigaddset(&signal_, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &signal_, &before_);
  }
  WithoutPipeSignal(const WithoutPipeSignal&) = delete;
  WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;
  ~WithoutPipeSignal() {
    const timespec at_once{};
    while (!was_pending_ && ::sigtimedwait(&signal_, nullptr, &at_once) < 0 && errno == EINTR) {
    }
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t signal_{};
  sigset_t before_{};
  bool was_pending_ = false;
};

/// What the child needs, made ready before it is there: between fork and exec it must not allocate.
struct Start {
  std::string program;
  std::vector<char*> arguments;
  std::vector<char*> environment;
  int input = -1;
  int output = -1;
  int diagnostics = -1;
  int error = -1;
  pid_t parent = 0;
  std::array<std::pair<Resource, rlimit>, 5> limits{};
};

std::array<std::pair<Resource, rlimit>, 5> resource_limits(const RunLimits& limits) {
  const auto cpu = static_cast<rlim_t>(std::max<std::chrono::seconds::rep>(limits.cpu.count(), 1));
  return {{{RLIMIT_CPU, {cpu, cpu + 1}},
           {RLIMIT_AS, {limits.memory, limits.memory}},
           {RLIMIT_FSIZE, {limits.file, limits.file}},
           {RLIMIT_CORE, {0, 0}},
           {RLIMIT_NOFILE, {open_files, open_files}}}};
}

/// In the child, where only calls are allowed that a signal handler may make.
[[noreturn]] void become(const Start& start) {
  const auto say_and_die = [&] {
    const int error = errno;
    const ssize_t said = ::write(start.error, &error, sizeof error);
    ::_exit(said > 0 ? 127 : 126);
  };
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != start.parent) ::_exit(126);
  for (int number = 1; number < NSIG; ++number) ::signal(number, SIG_DFL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  if (::dup2(start.input, STDIN_FILENO) < 0 || ::dup2(start.output, STDOUT_FILENO) < 0 ||
      ::dup2(start.diagnostics, STDERR_FILENO) < 0) {
    say_and_die();
  }
  for (const auto& [resource, limit] : start.limits) {
    rlimit now{};
    if (::getrlimit(resource, &now) != 0) say_and_die();
    now.rlim_cur = std::min(now.rlim_max, limit.rlim_cur);
    now.rlim_max = std::min(now.rlim_max, limit.rlim_max);
    if (::setrlimit(resource, &now) != 0) say_and_die();
  }
  if (::dup3(start.error, error_descriptor, O_CLOEXEC) < 0) say_and_die();
  ::close_range(error_descriptor + 1, ~0U, 0);  // where it is not known, all of ours close on exec
  ::execve(start.program.c_str(), start.arguments.data(), start.environment.data());
  const int error = errno;
  const ssize_t said = ::write(error_descriptor, &error, sizeof error);
  ::_exit(said > 0 ? 127 : 126);
}

/// A child from its start to its end. Whatever happens, its group is killed and it is reaped.
class Child {
 public:
  explicit Child(pid_t number) : number_(number) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { end(); }

  [[nodiscard]] bool has_ended() const {
    siginfo_t info{};
    if (::waitid(P_PID, static_cast<id_t>(number_), &info, WEXITED | WNOHANG | WNOWAIT) != 0) {
      return errno == ECHILD;  // it was reaped by another, or by the system
    }
    return info.si_pid == number_;
  }

  /// Kills what is left of it and of what it started; the status that wait4() gives, or nothing
  /// where it was reaped by another. Then its number may be of a process that is not ours.
  std::optional<int> end() {
    if (number_ <= 0) return status_;
    siginfo_t info{};
    const bool is_ours =
        ::waitid(P_PID, static_cast<id_t>(number_), &info, WEXITED | WNOHANG | WNOWAIT) == 0;
    if (is_ours) {
      ::kill(-number_, SIGKILL);
      ::kill(number_, SIGKILL);  // where it has no group yet
      int status = 0;
      pid_t reaped = -1;
      do {
        reaped = ::wait4(number_, &status, 0, &usage_);
      } while (reaped < 0 && errno == EINTR);
      if (reaped == number_) status_ = status;
    }
    number_ = 0;
    return status_;
  }

  [[nodiscard]] const rusage& usage() const { return usage_; }

 private:
  pid_t number_;
  std::optional<int> status_;
  rusage usage_{};
};

/// Feeds the child and drains it until it has ended or a limit is passed.
class Conversation {
 public:
  Conversation(Child& child, std::string_view input, const RunLimits& limits, RunResult& result)
      : child_(child), input_(input), limits_(limits), result_(result) {}

  void hold(Descriptor to, Descriptor output, Descriptor diagnostics) {
    to_ = std::move(to);
    output_ = std::move(output);
    diagnostics_ = std::move(diagnostics);
    for (const Descriptor* end : {&to_, &output_, &diagnostics_}) {
      ::fcntl(end->get(), F_SETFL, O_NONBLOCK);
    }
    if (input_.empty()) to_ = Descriptor();
    const Clock::time_point until = Clock::now() + limits_.wall;
    while (!result_.limit) {
      const bool ended = child_.has_ended();  // before the last look at what it wrote
      wait_for(ended ? milliseconds(0) : pause());
      write();
      if (output_.open()) read(output_, result_.output, limits_.output);
      if (diagnostics_.open()) read(diagnostics_, result_.diagnostics, limits_.diagnostics);
      if (result_.output.size() > limits_.output) {
        result_.output.resize(limits_.output);
        result_.limit = RunResult::Limit::output;
      } else if (ended) {
        return;
      } else if (Clock::now() >= until) {
        result_.limit = RunResult::Limit::wall;
      }
    }
  }

 private:
  /// Its end shows by its pipes' ends, as a rule; a child that goes on without them is looked at.
  [[nodiscard]] milliseconds pause() const {
    return milliseconds(output_.open() || diagnostics_.open() ? 20 : 1);
  }

  void wait_for(milliseconds longest) const {
    std::array<pollfd, 3> ends{
        {{to_.get(), POLLOUT, 0}, {output_.get(), POLLIN, 0}, {diagnostics_.get(), POLLIN, 0}}};
    ::poll(ends.data(), ends.size(), static_cast<int>(longest.count()));
  }

  void write() {
    while (to_.open()) {
      const ssize_t written = ::write(to_.get(), input_.data(), std::min(input_.size(), piece));
      if (written < 0 && errno == EINTR) continue;
      if (written < 0 && errno == EAGAIN) return;
      if (written > 0) input_.remove_prefix(static_cast<std::size_t>(written));
      if (written < 0 || input_.empty()) to_ = Descriptor();
    }
  }

  /// Reads what is there. Of what is past the limit one piece at most is kept: enough to tell.
  static void read(Descriptor& from, std::string& bytes, std::size_t limit) {
    std::array<char, piece> got{};
    for (;;) {
      const ssize_t size = ::read(from.get(), got.data(), got.size());
      if (size < 0 && errno == EINTR) continue;
      if (size < 0 && errno == EAGAIN) return;
      if (size <= 0) {
        from = Descriptor();
        return;
      }
      if (bytes.size() <= limit) bytes.append(got.data(), static_cast<std::size_t>(size));
      if (bytes.size() > limit) return;
    }
  }

  Child& child_;
  std::string_view input_;
  const RunLimits& limits_;
  RunResult& result_;
  Descriptor to_;
  Descriptor output_;
  Descriptor diagnostics_;
};

/// Why the child could not become the program; 0 where it did. Waits until one is known.
int failure_to_start(const Descriptor& error) {
  int why = 0;
  ssize_t size = 0;
  do {
    size = ::read(error.get(), &why, sizeof why);
  } while (size < 0 && errno == EINTR);
  return size == static_cast<ssize_t>(sizeof why) ? why : 0;
}

std::size_t peak_of(const rusage& usage) {
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

std::size_t own_peak() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return peak_of(usage);
}

/// `inherited`: what this process had held at the fork, which counts as the child's too.
void say_how_it_ended(RunResult& result, int status, const rusage& usage, const RunLimits& limits,
                      std::size_t inherited) {
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  result.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  result.peak_memory = peak_of(usage);
  if (result.limit || (result.status == 0 && result.signal == 0)) return;
  const auto seconds = std::chrono::seconds(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1);
  if (result.signal == SIGXCPU || (result.signal == SIGKILL && seconds > limits.cpu)) {
    result.limit = RunResult::Limit::cpu;
  } else if (result.peak_memory > std::max(limits.memory / 2, inherited)) {
    result.limit = RunResult::Limit::memory;
  }
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  out.reserve(strings.size() + 1);
  for (std::string& string : strings) out.push_back(string.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

RunResult run_real_program(const Command& command, std::string_view input,
                           const RunLimits& limits) {
  std::string path = absolute_folders(variable("PATH", ""));
  if (path.empty()) path = "/usr/local/bin:/usr/bin:/bin";
  std::vector<std::string> words = command.words;
  std::vector<std::string> environment{"PATH=" + path, "LC_ALL=C.UTF-8", "HOME=/nonexistent",
                                       "TMPDIR=" + variable("TMPDIR", "/tmp")};
  Start start;
  start.program = found_on_path(words.front(), path);
  if (start.program.empty()) {
    fail(command, "this program is needed and not installed",
         command.package.empty() ? "" : fmt::format("apt install {}", command.package));
  }
  start.arguments = pointers(words);
  start.environment = pointers(environment);
  start.limits = resource_limits(limits);
  start.parent = ::getpid();

  Pipe to;
  Pipe from;
  Pipe diagnostics;
  Pipe error;
  for (Pipe* pipe : {&to, &from, &diagnostics, &error}) {
    if (!make_pipe(*pipe)) fail_to_run(command, errno);
  }
  start.input = to.read.get();
  start.output = from.write.get();
  start.diagnostics = diagnostics.write.get();
  start.error = error.write.get();

  const std::size_t inherited = own_peak();
  const WithoutPipeSignal guard;
  const pid_t number = ::fork();
  if (number < 0) fail_to_run(command, errno);
  if (number == 0) become(start);
  Child child(number);
  ::setpgid(number, number);  // whichever of the two is first
  to.read = Descriptor();
  from.write = Descriptor();
  diagnostics.write = Descriptor();
  error.write = Descriptor();
  if (const int why = failure_to_start(error.read); why != 0) fail_to_run(command, why);

  RunResult result;
  Conversation(child, input, limits, result)
      .hold(std::move(to.write), std::move(from.read), std::move(diagnostics.read));
  const std::optional<int> status = child.end();
  if (result.diagnostics.size() > limits.diagnostics) {
    result.diagnostics.resize(limits.diagnostics);
  }
  if (!status && !result.limit) {
    fail(command,
         "how it ended can't be known: SIGCHLD is ignored, or another part of this process waits");
  }
  say_how_it_ended(result, status.value_or(SIGKILL), child.usage(), limits, inherited);
  return result;
}

void notice_ends_of_programs() {
  ::signal(SIGCHLD, SIG_DFL);
}

}  // namespace crossroads
