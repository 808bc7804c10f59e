// SPDX-License-Identifier: Apache-2.0
//
// grep and ripgrep know one case rule for all names, so they are told to ignore case, and what they
// find against a name's rule is looked up anew, up to their next match. That is not counted as
// their time.
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstring>

#include "bench/peers/engine.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"

extern char** environ;  // NOLINT: POSIX has it so

namespace crossroads::bench {
namespace {

/// $1 names, $2 text, $3 what is found, $4 a script. More than two minutes are not waited for.
constexpr const char* limit = "ulimit -t 120; export LC_ALL=C; exec 2> /dev/null; ";
constexpr const char* ripgrep =
    "exec rg --no-config -j1 -a -o -b -N --no-filename -i --regex-size-limit 4G --dfa-size-limit "
    "4G "
    "-f \"$1\" \"$2\" > \"$3\"";
constexpr const char* grep = "exec grep -a -F -w -o -b -i -f \"$1\" \"$2\" > \"$3\"";
constexpr const char* pyahocorasick = "exec /usr/bin/python3 \"$4\" \"$1\" \"$2\" \"$3\"";

/// Runs a line of the shell; gives its exit status and the processor seconds that it used.
std::pair<int, double> run(const std::string& line, const std::vector<std::string>& arguments) {
  std::vector<std::string> words = {"sh", "-c", line, "sh"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  pid_t child = 0;
  if (::posix_spawn(&child, "/bin/sh", nullptr, nullptr, pointers.data(), environ) != 0) {
    throw Error(ErrorKind::input, "/bin/sh can't be run");
  }
  int status = 0;
  struct rusage usage {};
  if (::wait4(child, &status, 0, &usage) != child) {
    throw Error(ErrorKind::internal, "a program's end is not known");
  }
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1,
          seconds(usage.ru_utime) + seconds(usage.ru_stime)};
}

/// "OFFSET:MATCH", a line each.
Places parse_lines(std::string_view output) {
  Places places;
  for (std::size_t begin = 0; begin < output.size();) {
    const std::size_t end = std::min(output.find('\n', begin), output.size());
    std::uint32_t offset = 0;
    while (output[begin] != ':')
      offset = offset * 10 + static_cast<std::uint32_t>(output[begin++] - '0');
    places.push_back({offset, offset + static_cast<std::uint32_t>(end - begin - 1)});
    begin = end + 1;
  }
  return places;
}

/// Pairs of 32-bit numbers, as this machine has them.
Places parse_pairs(std::string_view output) {
  Places places(output.size() / sizeof(Span));
  std::memcpy(places.data(), output.data(), places.size() * sizeof(Span));
  return places;
}

/// ripgrep is fastest with expressions between boundaries of ASCII.
std::string pattern_of(const ListedName& listed, Program program) {
  if (program == Program::grep) return listed.text;
  if (program == Program::pyahocorasick)
    return listed.text + (listed.exact ? "\texact" : "\tignore");
  return expression_of(listed.text, "(?-u:\\b)");
}

class ProgramEngine : public Engine {
 public:
  ProgramEngine(const std::vector<ListedName>& names, Program program, const Reference& reference,
                const std::string& work)
      : program_(program),
        reference_(reference),
        names_(work + "/peer-names.txt"),
        text_(work + "/peer-text.txt"),
        found_(work + "/peer-found") {
    name = program == Program::ripgrep ? "ripgrep"
           : program == Program::grep  ? "grep"
                                       : "pyahocorasick";
    std::vector<ListedName> by_length = names;  // ripgrep takes the first that fits
    std::stable_sort(
        by_length.begin(), by_length.end(),
        [](const ListedName& a, const ListedName& b) { return a.text.size() > b.text.size(); });
    for (const ListedName& listed : by_length) patterns_ += pattern_of(listed, program) + '\n';
  }

  Found find(const BenchText& text, std::size_t documents) override {
    System& system = *system_;
    write_output(system, names_, patterns_);
    write_output(system, text_, "");
    build_seconds = run_on_text().second;
    const std::string_view all =
        std::string_view(text.unbroken).substr(0, text.cuts[documents - 1].end);
    write_output(system, text_, all);
    const auto [status, seconds] = run_on_text();
    if (status != 0 && status != 1) throw Error(ErrorKind::input, name + " does not end, or fails");
    const std::string output = read_input(system, found_);
    Found found;
    found.places = program_ == Program::pyahocorasick ? parse_pairs(output)
                                                      : put_right(all, parse_lines(output));
    found.seconds = seconds - build_seconds;
    return found;
  }

 private:
  std::pair<int, double> run_on_text() const {
    const char* line = program_ == Program::ripgrep ? ripgrep
                       : program_ == Program::grep  ? grep
                                                    : pyahocorasick;
    return run(
        std::string(limit) + line,
        {names_, text_, found_, CROSSROADS_SOURCE_DIR "/tests/bench/peers/find_ahocorasick.py"});
  }

  [[nodiscard]] Places put_right(std::string_view text, const Places& matches) const {
    Places places;
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < matches.size(); ++i) {
      const Span match = matches[i];
      if (match.begin >= end && reference_.is_name(text, match)) {
        places.push_back(match);
        end = match.end;
        continue;
      }
      const std::size_t stop = i + 1 < matches.size() ? matches[i + 1].begin : text.size();
      const Places again = reference_.find(text, std::max(match.begin, end), stop);
      places.insert(places.end(), again.begin(), again.end());
      if (!again.empty()) end = again.back().end;
    }
    return places;
  }

  Program program_;
  const Reference& reference_;
  std::string names_;
  std::string text_;
  std::string found_;
  std::string patterns_;
  std::unique_ptr<System> system_ = real_system();
};

}  // namespace

std::unique_ptr<Engine> program_engine(const std::vector<ListedName>& names, Program program,
                                       const Reference& reference, const std::string& work) {
  const char* test = program == Program::ripgrep ? "command -v rg > /dev/null"
                     : program == Program::grep
                         ? "command -v grep > /dev/null"
                         : "/usr/bin/python3 -c 'import ahocorasick' 2> /dev/null";
  if (run(test, {}).first != 0) return nullptr;
  return std::make_unique<ProgramEngine>(names, program, reference, work);
}

}  // namespace crossroads::bench
