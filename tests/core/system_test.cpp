// SPDX-License-Identifier: Apache-2.0
#include <stdlib.h>  // mkdtemp
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/core/output.hpp"
#include "crossroads/core/system.hpp"
#include "support/fake_system.hpp"

using namespace crossroads;
using test::FakeSystem;
namespace fs = std::filesystem;

namespace {

/// A folder that goes with the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "crossroads-system-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string read(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// "KIND: message / remedy" of what `act` throws, "" where it throws nothing.
template <class Act>
std::string error_of(const Act& act) {
  try {
    act();
    return "";
  } catch (const Error& error) {
    const std::string kind = error.kind() == ErrorKind::input    ? "input: "
                             : error.kind() == ErrorKind::output ? "output: "
                                                                 : "other: ";
    return kind + error.what() + (error.remedy().empty() ? "" : " / " + error.remedy());
  }
}

constexpr std::size_t no_limit = std::size_t{1} << 30;

}  // namespace

TEST_CASE("system: kinds of files") {
  const Folder folder;
  const auto system = real_system();
  write(folder.at("file"), "x");
  fs::create_symlink("file", folder.at("link"));
  fs::create_symlink("nowhere", folder.at("broken"));
  REQUIRE(mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  CHECK(system->kind_of(folder.at("file")) == FileKind::file);
  CHECK(system->kind_of(folder.at("link")) == FileKind::file);
  CHECK(system->kind_of(folder.at("broken")) == FileKind::none);
  CHECK(system->kind_of(folder.at("none")) == FileKind::none);
  CHECK(system->kind_of(folder.at("file/none")) == FileKind::none);
  CHECK(system->kind_of(folder.path()) == FileKind::folder);
  CHECK(system->kind_of(folder.at("pipe")) == FileKind::other);
}

TEST_CASE("system: what can't be looked at is not taken for absent") {
  const Folder folder;
  const auto system = real_system();
  fs::create_symlink("loop", folder.at("loop"));
  const std::string loop =
      folder.at("loop") + ": can't look at it: Too many levels of symbolic links";
  CHECK(error_of([&] { system->kind_of(folder.at("loop")); }) == "input: " + loop);
  CHECK(error_of([&] { write_output(*system, folder.at("loop"), "x"); }) == "output: " + loop);
  CHECK(fs::is_symlink(folder.at("loop")));
  CHECK(system->kind_of(folder.at(std::string(300, 'x'))) == FileKind::none);
  write(folder.at("file"), "x");
  fs::create_directory(folder.at("shut"));
  fs::permissions(folder.at("shut"), fs::perms::none);
  const bool root = geteuid() == 0;
  if (root) REQUIRE(seteuid(65534) == 0);  // the folder of the test is root's alone
  const std::string error = error_of([&] { system->kind_of(folder.at("shut/file")); });
  if (root) REQUIRE(seteuid(0) == 0);
  CHECK(error == "input: " + folder.at("shut/file") + ": can't look at it: Permission denied");
}

TEST_CASE("system: reading") {
  const Folder folder;
  const auto system = real_system();
  for (const std::size_t size : {0U, 1U, 65'535U, 65'536U, 65'537U, 1'000'000U}) {
    CAPTURE(size);
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 7);
    write(folder.at("file"), bytes);
    CHECK(read_input(*system, folder.at("file")) == bytes);
    CHECK(system->read_file(folder.at("file"), size) == bytes);
  }
  const std::string odd = folder.at("\u00E9 b%c\nd");
  write(odd, "odd");
  CHECK(read_input(*system, odd) == "odd");
  CHECK(!read_input(*system, "/proc/self/status").empty());  // its size is said to be 0
}

TEST_CASE("system: what can't be read") {
  const Folder folder;
  const auto system = real_system();
  const std::string file = folder.at("file");
  write(file, "12345");
  const auto reading = [&](const std::string& path, std::size_t limit) {
    return error_of([&] { system->read_file(path, limit); });
  };
  CHECK(reading(folder.at("none"), no_limit) ==
        "input: " + folder.at("none") + ": can't open: No such file or directory");
  CHECK(reading(file + "/x", no_limit) == "input: " + file + "/x: can't open: Not a directory");
  CHECK(reading(folder.path(), no_limit) ==
        "input: " + folder.path() + ": is a folder, where a file is needed");
  CHECK(reading(file, 5).empty());
  CHECK(reading(file, 4) == "input: " + file + ": is larger than the limit of 4 bytes");
  CHECK(reading(file, 0) == "input: " + file + ": is larger than the limit of 0 bytes");
  CHECK(error_of([&] { read_input(*system, "/dev/zero", 100'000); }) ==
        "input: /dev/zero: is larger than the limit of 100000 bytes");
  if (geteuid() == 0) {
    MESSAGE("skipped: root may read every file");
    return;
  }
  fs::permissions(file, fs::perms::none);
  CHECK(reading(file, no_limit) == "input: " + file + ": can't open: Permission denied");
}

TEST_CASE("system: a folder's names are sorted by bytes") {
  const Folder folder;
  const auto system = real_system();
  CHECK(system->list_folder(folder.path()).empty());
  for (const char* name : {"b", "B", "a.xml", "a-b", ".hidden", "\u00E9", "z"}) {
    write(folder.at(name), "");
  }
  fs::create_directory(folder.at("folder"));
  CHECK(system->list_folder(folder.path()) ==
        std::vector<std::string>{".hidden", "B", "a-b", "a.xml", "b", "folder", "z", "\u00E9"});
  CHECK(error_of([&] { system->list_folder(folder.at("none")); }) ==
        "input: " + folder.at("none") + ": can't open: No such file or directory");
  CHECK(error_of([&] { system->list_folder(folder.at("b")); }) ==
        "input: " + folder.at("b") + ": can't open: Not a directory");
}

TEST_CASE("system: an output is written whole") {
  const Folder folder;
  const auto system = real_system();
  const std::string file = folder.at("out.json");
  for (const std::string& bytes :
       {std::string("old"), std::string(3'000'000, 'n'), std::string()}) {
    write_output(*system, file, bytes);
    CHECK(read(file) == bytes);
    CHECK(system->list_folder(folder.path()) == std::vector<std::string>{"out.json"});
  }
  const mode_t mask = umask(0);
  umask(mask);
  CHECK((static_cast<unsigned>(fs::status(file).permissions()) & 0777U) == (0666U & ~mask));
}

TEST_CASE("system: pieces of a file, as many as are wanted") {
  const Folder folder;
  const auto system = real_system();
  const std::string bytes(1'000'000, 'x');
  write(folder.at("file"), bytes);
  std::string all;
  system->read_pieces(folder.at("file"), [&](std::string_view piece) {
    CHECK(!piece.empty());
    all += piece;
    return true;
  });
  CHECK(all == bytes);
  int pieces = 0;
  system->read_pieces("/dev/zero", [&](std::string_view) { return ++pieces < 3; });
  CHECK(pieces == 3);
  CHECK(system->size_of(folder.at("file")) == bytes.size());
  CHECK_FALSE(system->size_of("/dev/zero"));
  CHECK_FALSE(system->size_of(folder.at("none")));
  CHECK(error_of([&] {
          system->read_pieces(folder.at("none"), [](std::string_view) { return true; });
        }) == "input: " + folder.at("none") + ": can't open: No such file or directory");
}

TEST_CASE("output: a file appears whole when it is finished") {
  const Folder folder;
  const auto system = real_system();
  const std::string file = folder.at("out");
  write(file, "old");
  const std::string piece(3'000'000, 'n');
  {
    Output output(*system, file);
    for (int i = 0; i < 7; ++i) output.write(piece);
    CHECK(read(file) == "old");
  }
  CHECK(system->list_folder(folder.path()) == std::vector<std::string>{"out"});
  CHECK(read(file) == "old");
  Output output(*system, file);
  for (int i = 0; i < 7; ++i) output.write(piece);
  output.finish();
  CHECK(read(file).size() == 7 * piece.size());
  CHECK(system->list_folder(folder.path()) == std::vector<std::string>{"out"});
  Output empty(*system, file);
  empty.finish();
  CHECK(read(file).empty());
  CHECK(error_of([&] { Output(*system, folder.path()); }) ==
        "output: " + folder.path() + ": is a folder, where a file is needed");
}

TEST_CASE("output: a piece that fails leaves nothing behind") {
  for (int nth = 1; nth <= 3; ++nth) {
    FakeSystem system;
    system.files["out"] = "old";
    system.fail(FakeSystem::Operation::write, Error(ErrorKind::output, "out: full"), nth);
    CHECK(error_of([&] {
            Output output(system, "out");
            for (int i = 0; i < 3; ++i) output.write(std::string(9'000'000, 'n'));
            output.finish();
          }) == "output: out: full");
    CHECK(system.temporaries_left() == 0);
    CHECK(system.files == std::map<std::string, std::string>{{"out", "old"}});
  }
  FakeSystem system;
  Output output(system, "-");
  output.write("a");
  output.write(std::string(100'000, 'b'));
  CHECK(system.standard_output.size() == 100'001);
  output.write("c");
  output.finish();
  CHECK(system.standard_output.ends_with("bc"));
  CHECK(system.temporaries_made() == 0);
}

TEST_CASE("system: a reader of the old file keeps it") {
  const Folder folder;
  const auto system = real_system();
  write(folder.at("out"), "old");
  std::ifstream reader(folder.at("out"), std::ios::binary);
  write_output(*system, folder.at("out"), "new");
  CHECK(std::string(std::istreambuf_iterator<char>(reader), {}) == "old");
  CHECK(read(folder.at("out")) == "new");
}

TEST_CASE("system: what can't be written leaves nothing") {
  const Folder folder;
  const auto system = real_system();
  const auto writing = [&](const std::string& path) {
    return error_of([&] { write_output(*system, path, "new"); });
  };
  fs::create_directory(folder.at("folder"));
  REQUIRE(mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  CHECK(writing(folder.at("folder")) ==
        "output: " + folder.at("folder") + ": is a folder, where a file is needed");
  CHECK(writing(folder.at("pipe")) == "output: " + folder.at("pipe") +
                                          ": is not an ordinary file / write to - and let the "
                                          "shell redirect it");
  CHECK(writing(folder.at("none/out")) ==
        "output: " + folder.at("none/out") +
            ": can't write: No such file or directory / the folder that it should go into does "
            "not exist");
  CHECK(writing("/dev/null") ==
        "output: /dev/null: is not an ordinary file / write to - and let the shell redirect it");
  CHECK(system->list_folder(folder.path()) == std::vector<std::string>{"folder", "pipe"});
  if (geteuid() == 0) {
    MESSAGE("skipped: root may write to every folder");
    return;
  }
  fs::permissions(folder.at("folder"), fs::perms::owner_read | fs::perms::owner_exec);
  CHECK(writing(folder.at("folder/out")) ==
        "output: " + folder.at("folder/out") + ": can't write: Permission denied");
}

TEST_CASE("system: replacing fails, and the temporary can be discarded") {
  const Folder folder;
  const auto system = real_system();
  const std::string temporary = system->write_temporary(folder.at("out"), "new");
  CHECK(read(temporary) == "new");
  CHECK(fs::path(temporary).parent_path() == folder.path());
  fs::create_directory(folder.at("out"));
  CHECK(error_of([&] { system->replace(temporary, folder.at("out")); }).starts_with("output: "));
  system->discard(temporary);
  system->discard(temporary);  // it is gone already: nothing happens
  CHECK(system->list_folder(folder.path()) == std::vector<std::string>{"out"});
}

TEST_CASE("system: whichever step fails, the old file is whole and no temporary is left") {
  using Operation = FakeSystem::Operation;
  for (const Operation step : {Operation::kind_of, Operation::write, Operation::replace}) {
    FakeSystem system;
    system.files["out"] = "old";
    system.fail(step, Error(ErrorKind::output, "out: the disk is full", "make room"));
    CHECK(error_of([&] { write_output(system, "out", "new"); }) ==
          "output: out: the disk is full / make room");
    CHECK(system.files == std::map<std::string, std::string>{{"out", "old"}});
    CHECK(system.temporaries_left() == 0);
    CHECK(system.temporaries_made() == (step == Operation::replace ? 1 : 0));
    write_output(system, "out", "new");  // and the next time it works
    CHECK(system.files == std::map<std::string, std::string>{{"out", "new"}});
  }
}

TEST_CASE("system: the second of two outputs fails, the first stays") {
  FakeSystem system;
  system.fail(FakeSystem::Operation::replace, Error(ErrorKind::output, "no"), 2);
  write_output(system, "a", "1");
  CHECK_THROWS_AS(write_output(system, "b", "2"), Error);
  CHECK(system.files == std::map<std::string, std::string>{{"a", "1"}});
  CHECK(system.temporaries_left() == 0);
}

TEST_CASE("system: - is standard input and output") {
  FakeSystem system;
  system.standard_input = "in";
  CHECK(read_input(system, "-") == "in");
  write_output(system, "-", "out");
  CHECK(system.standard_output == "out");
  CHECK(system.files.empty());
  system.fail(FakeSystem::Operation::write_output, Error(ErrorKind::output, "a closed pipe"));
  CHECK(error_of([&] { write_output(system, "-", "x"); }) == "output: a closed pipe");
  system.standard_input = "12345";
  CHECK(error_of([&] { read_input(system, "-", 4); }).starts_with("input: standard input"));
}

TEST_CASE("system: folders and devices in place of an output, without touching them") {
  FakeSystem system;
  system.folders = {"folder"};
  system.devices = {"device"};
  CHECK(error_of([&] { write_output(system, "folder", "x"); }).starts_with("output: folder: "));
  CHECK(error_of([&] { write_output(system, "device", "x"); }).starts_with("output: device: "));
  CHECK(system.temporaries_made() == 0);
}
