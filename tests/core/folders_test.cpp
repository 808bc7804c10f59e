// SPDX-License-Identifier: Apache-2.0
#include <sys/wait.h>
#include <unistd.h>

#include <climits>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"
#include "support/work_folder.hpp"

using namespace crossroads;

namespace {

/// "KIND: message" of what `act` throws, "" where it throws nothing.
template <class Act>
std::string error_of(const Act& act) {
  try {
    act();
    return "";
  } catch (const Error& error) {
    return (error.kind() == ErrorKind::output ? "output: " : "input: ") + std::string(error.what());
  }
}

}  // namespace

TEST_CASE("folders: a folder whose reading fails is not taken for one with fewer names") {
  // What a process has of networks can be opened when it has ended, and no longer read.
  const pid_t ended = fork();
  REQUIRE(ended >= 0);
  if (ended == 0) _exit(0);
  siginfo_t info{};
  REQUIRE(waitid(P_PID, static_cast<id_t>(ended), &info, WEXITED | WNOWAIT) == 0);
  const std::string path = "/proc/" + std::to_string(ended) + "/net";
  CHECK(error_of([&] { real_system()->list_folder(path); }) ==
        "input: " + path + ": can't read: Invalid argument");
  CHECK(waitpid(ended, nullptr, 0) == ended);
}

TEST_CASE("folders: folders within each other are made, a file in their place is an error") {
  const test::WorkFolder folder("folders");
  const auto system = real_system();
  system->make_folder(folder.at("a/b/c"));
  system->make_folder(folder.at("a/b/c"));
  CHECK(system->kind_of(folder.at("a/b/c")) == FileKind::folder);
  folder.write("file", "x");
  CHECK(error_of([&] { system->make_folder(folder.at("file")); }) ==
        "output: " + folder.at("file") + ": is a file, where a folder is needed");
  CHECK(error_of([&] { system->make_folder(folder.at("file/inner")); }) ==
        "output: " + folder.at("file") + ": is a file, where a folder is needed");
  system->make_folder(folder.at("d/e//f/"));
  CHECK(system->kind_of(folder.at("d/e/f")) == FileKind::folder);
  system->make_folder("/");
  system->make_folder("");
}

TEST_CASE("folders: a path of very many folders is refused") {
  const test::WorkFolder folder("folders");
  const std::string top = folder.at("top");
  std::filesystem::create_directory(top);
  const auto system = real_system();
  std::string path = top;
  for (int i = 0; i < 200'000; ++i) path += "/a";
  const std::string error = error_of([&] { system->make_folder(path); });
  CHECK(error.starts_with("output: " + top));
  CHECK(error.ends_with("\u2026: can't make the folder: File name too long"));
  CHECK(error.size() < 200);
  CHECK(system->list_folder(top).empty());
  std::string longest = top;
  while (longest.size() + 2 < PATH_MAX) longest += "/a";
  system->make_folder(longest);
  CHECK(system->kind_of(longest) == FileKind::folder);
}
