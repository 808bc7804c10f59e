// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"
#include "support/fake_system.hpp"
#include "support/work_folder.hpp"

using namespace crossroads;
using namespace std::chrono_literals;
using Limit = RunResult::Limit;

namespace {

RunResult run(std::vector<std::string> words, std::string_view input = "",
              const RunLimits& limits = {}) {
  return real_system()->run_program({std::move(words), ""}, input, limits);
}

/// What a line of shell does.
RunResult shell(const std::string& line, std::string_view input = "",
                const RunLimits& limits = {}) {
  return run({"sh", "-c", line}, input, limits);
}

std::string error_of(const Command& command) {
  try {
    real_system()->run_program(command, "", {});
    return "";
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    return error.what() + (error.remedy().empty() ? "" : " / " + error.remedy());
  }
}

/// Whether a process is there and is no zombie.
bool lives(pid_t number) {
  for (int tries = 0; tries < 100; ++tries) {
    if (::kill(number, 0) != 0) return false;
    const std::string status =
        real_system()->read_file("/proc/" + std::to_string(number) + "/stat", 4096);
    if (status.find(") Z ") != std::string::npos) return false;  // killed; its new parent is slow
    std::this_thread::sleep_for(10ms);
  }
  return true;
}

bool has_children() {
  return ::waitpid(-1, nullptr, WNOHANG) != -1 || errno != ECHILD;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("run: what goes in and comes out") {
  const RunResult result = shell("cat; echo trouble >&2; exit 3", "some words\n");
  CHECK(result.output == "some words\n");
  CHECK(result.diagnostics == "trouble\n");
  CHECK(result.status == 3);
  CHECK(result.signal == 0);
  CHECK(!result.limit);
  CHECK(!result.succeeded());
  CHECK(run({"true"}).succeeded());
  CHECK(run({"printf", "%s|", "a b", "", "$HOME", "*"}).output == "a b||$HOME|*|");  // no shell
  CHECK(shell("kill -TERM $$").signal == SIGTERM);
  CHECK(!shell("kill -TERM $$").limit);
  CHECK(shell("exit 255").status == 255);
}

TEST_CASE("run: more than a pipe holds, in both directions at once") {
  std::string bytes(20'000'000, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 7 + i / 4096);
  CHECK(run({"cat"}, bytes).output == bytes);
  const RunResult both = shell("tee /dev/stderr", bytes);
  CHECK(both.output == bytes);
  CHECK(both.diagnostics == bytes.substr(0, RunLimits().diagnostics));
}

TEST_CASE("run: a program that doesn't read its input, or closes it") {
  const std::string bytes(5'000'000, 'x');
  CHECK(run({"true"}, bytes).succeeded());
  const RunResult some = run({"head", "-c", "3"}, bytes);
  CHECK(some.output == "xxx");
  CHECK(some.succeeded());
  CHECK(shell("exec <&-; sleep 0.1; echo done", bytes).output == "done\n");
  sigset_t pending;
  sigpending(&pending);
  CHECK(sigismember(&pending, SIGPIPE) == 0);
  sigset_t blocked;
  pthread_sigmask(SIG_BLOCK, nullptr, &blocked);
  CHECK(sigismember(&blocked, SIGPIPE) == 0);
}

TEST_CASE("run: a program that closes its outputs and goes on is waited for") {
  const RunResult result = shell("exec >&- 2>&-; sleep 0.2; exit 4");
  CHECK(result.status == 4);
}

TEST_CASE("run: time that is up ends it and what it started") {
  const auto start = std::chrono::steady_clock::now();
  const RunResult result =
      shell("trap '' TERM INT HUP; (trap '' TERM; sleep 60) & echo $!; echo $$; sleep 60; sleep 60",
            "", {.wall = 3s});
  CHECK(seconds_since(start) < 30);
  CHECK(result.limit == Limit::wall);
  CHECK(result.signal == SIGKILL);
  const std::size_t line = result.output.find('\n');
  REQUIRE(line != std::string::npos);
  CHECK(!lives(std::stoi(result.output)));
  CHECK(!lives(std::stoi(result.output.substr(line + 1))));
  CHECK(!has_children());
}

TEST_CASE("run: what outlives it and holds its outputs open is ended too") {
  const auto start = std::chrono::steady_clock::now();
  const RunResult result = shell("sleep 60 & echo $!");
  CHECK(seconds_since(start) < 30);
  CHECK(result.succeeded());
  CHECK(!lives(std::stoi(result.output)));
  CHECK(!has_children());
}

TEST_CASE("run: a limit on computing time") {
  const RunResult result = shell("while :; do :; done", "", {.wall = 60s, .cpu = 1s});
  CHECK(result.limit == Limit::cpu);
  CHECK(result.signal != 0);
  const RunResult stubborn =
      shell("trap '' XCPU; while :; do :; done", "", {.wall = 60s, .cpu = 1s});
  CHECK(stubborn.limit == Limit::cpu);
}

TEST_CASE("run: a limit on memory") {
  // Awk doubles a string until it fails.
  const Command hungry{{"awk", "BEGIN { s = \"x\"; while (1) s = s s }"}, ""};
  const RunResult result =
      real_system()->run_program(hungry, "", {.wall = 60s, .memory = std::size_t{512} << 20U});
  CHECK(result.limit == Limit::memory);
  CHECK(!result.succeeded());
  CHECK(result.peak_memory > std::size_t{128} << 20U);
  CHECK(result.peak_memory <= std::size_t{512} << 20U);
}

TEST_CASE("run: a limit on output") {
  const auto start = std::chrono::steady_clock::now();
  const RunResult endless = run({"yes"}, "", {.output = 100'000});
  CHECK(seconds_since(start) < 30);
  CHECK(endless.limit == Limit::output);
  CHECK(endless.output.size() == 100'000);
  const RunResult exact = run({"head", "-c", "100000", "/dev/zero"}, "", {.output = 100'000});
  CHECK(exact.succeeded());
  CHECK(exact.output.size() == 100'000);
  CHECK(run({"head", "-c", "100001", "/dev/zero"}, "", {.output = 100'000}).limit == Limit::output);
  const RunResult noisy = shell("yes trouble | head -c 3000000 >&2; echo fine");
  CHECK(noisy.output == "fine\n");
  CHECK(noisy.diagnostics.size() == RunLimits().diagnostics);
}

TEST_CASE("run: files that it would write") {
  const test::WorkFolder folder("run");
  const std::string line = "echo words > " + folder.at("file");
  CHECK(!shell(line).succeeded());
  CHECK(shell(line, "", {.file = 100}).succeeded());
}

TEST_CASE("run: its surroundings") {
  ::setenv("CROSSROADS_SECRET", "x", 1);
  const RunResult result =
      shell("env | sed 's/=.*//' | sort | tr '\\n' ' '; cat /dev/null; ls /proc/self/fd | wc -l");
  CHECK(result.output.find("SECRET") == std::string::npos);
  CHECK(result.output.starts_with("HOME LC_ALL "));
  CHECK(result.output.find("PATH") != std::string::npos);
  ::unsetenv("CROSSROADS_SECRET");
  // Descriptors of ours that nobody marked: 0, 1, 2 and the folder that ls reads are all.
  const int open = ::open("/dev/null", O_RDONLY);  // NOLINT: without O_CLOEXEC
  REQUIRE(open >= 0);
  CHECK(run({"ls", "/proc/self/fd"}).output == "0\n1\n2\n3\n");
  ::close(open);
  CHECK(shell("trap | cat; kill -PIPE $$").signal == SIGPIPE);
}

TEST_CASE("run: what can't be run") {
  const test::WorkFolder folder("run");
  CHECK(error_of({{"no-such-program", "x"}, "some-package"}) ==
        "no-such-program: this program is needed and not installed / apt install some-package");
  CHECK(error_of({{"no-such-program"}, ""}) ==
        "no-such-program: this program is needed and not installed");
  folder.write("script", "#!/no/such/interpreter\n");
  REQUIRE(::chmod(folder.at("script").c_str(), 0755) == 0);
  CHECK(error_of({{folder.at("script")}, ""}) ==
        folder.at("script") + ": can't run: No such file or directory");
  CHECK(!has_children());
  test::FakeSystem fake;
  CHECK_THROWS_WITH_AS(fake.run_program({{"true"}, ""}, "", {}), "true: programs can't be run here",
                       Error);
}

TEST_CASE("run: a program is a file in an absolute folder of PATH") {
  const test::WorkFolder folder("run");
  const std::string name = "crossroads-test-program";
  folder.write("first/" + name + "/inner", "");  // a folder of that name
  folder.write("second/" + name, "#!/bin/sh\necho second $PATH\n");
  folder.write("here/" + name, "#!/bin/sh\necho here\n");
  for (const char* where : {"second/", "here/"}) {
    REQUIRE(::chmod(folder.at(where + name).c_str(), 0755) == 0);
  }
  const std::string before = std::getenv("PATH");
  const std::filesystem::path working_folder = std::filesystem::current_path();
  std::filesystem::current_path(folder.at("here"));
  const std::string second = folder.at("first") + ":" + folder.at("second") + ":/bin";
  for (const std::string& path : {second, ":" + second, ".:" + second, "../here::" + second}) {
    CAPTURE(path);
    ::setenv("PATH", path.c_str(), 1);
    CHECK(run({name}).output == "second " + second + "\n");
  }
  for (const std::string path : {"", ":", ".", "../here:"}) {
    CAPTURE(path);
    ::setenv("PATH", path.c_str(), 1);
    CHECK(error_of({{name}, ""}) == name + ": this program is needed and not installed");
    CHECK(run({"true"}).succeeded());
  }
  CHECK(run({"./" + name}).output == "here\n");  // named with its folder
  std::filesystem::current_path(working_folder);
  ::setenv("PATH", before.c_str(), 1);
}

TEST_CASE("run: where the ends of programs are ignored, they are not waited for without end") {
  struct sigaction ignore {};
  struct sigaction before {};
  ignore.sa_handler = SIG_IGN;
  REQUIRE(::sigaction(SIGCHLD, &ignore, &before) == 0);
  const auto start = std::chrono::steady_clock::now();
  const std::string error = error_of({{"true"}, ""});
  const RunResult stopped = run({"sleep", "60"}, "", {.wall = 200ms});
  CHECK(seconds_since(start) < 30);
  CHECK(error ==
        "true: how it ended can't be known: SIGCHLD is ignored, or another part of this process "
        "waits");
  CHECK(stopped.limit == Limit::wall);
  notice_ends_of_programs();
  CHECK(shell("exit 3").status == 3);
  ::sigaction(SIGCHLD, &before, nullptr);
}

TEST_CASE("run: what a program always answers is asked once, unless it fails") {
  const test::WorkFolder folder("run");
  const auto system = real_system();
  const std::string line = "test -e \"$0\" && echo again || { echo first; : > \"$0\"; }";
  const Command asking{{"sh", "-c", line, folder.at("asked")}, ""};
  CHECK(system->ask_program(asking, {.file = 1}).output == "first\n");
  CHECK(system->ask_program(asking, {.file = 1}).output == "first\n");
  CHECK(real_system()->ask_program(asking, {}).output == "again\n");
  const Command failing{
      {"sh", "-c", "test -e \"$0\" || { : > \"$0\"; exit 1; }", folder.at("failed")}, ""};
  CHECK(system->ask_program(failing, {}).status == 1);
  CHECK(system->ask_program(failing, {}).succeeded());
}

TEST_CASE("run: from several threads at once") {
  std::vector<std::string> outputs(8);
  std::vector<std::thread> threads;
  for (std::string& output : outputs) {
    threads.emplace_back([&output] {
      const std::string bytes(300'000, 'y');
      for (int i = 0; i < 5; ++i) output += run({"cat"}, bytes).output == bytes ? "." : "x";
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& output : outputs) CHECK(output == ".....");
  CHECK(!has_children());
}

TEST_CASE("run: our own first descriptors closed") {
  const int saved = ::dup(STDIN_FILENO);
  ::close(STDIN_FILENO);
  CHECK(run({"cat"}, "words").output == "words");
  if (saved >= 0) ::dup2(saved, STDIN_FILENO), ::close(saved);
}
