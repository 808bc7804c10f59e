// SPDX-License-Identifier: Apache-2.0
//
// Broken and hostile files: each is one clear error with the file's name, in bounded time.
#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"
#include "support/fake_system.hpp"
#include "support/paths.hpp"
#include "support/programs.hpp"
#include "text/readers.hpp"

using namespace crossroads;

namespace {

std::string error_of(System& system, const std::string& name, const std::string& bytes) {
  try {
    read_pandoc(system, name, bytes, format_of(name), {});
    return "";
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    const std::string what = error.what();
    CHECK(what.find('\n') == std::string::npos);
    return what;
  }
}

std::string error_of(const std::string& name, const std::string& bytes) {
  return error_of(*real_system(), name, bytes);
}

std::string maker(const std::string& path) {
  return real_system()->read_file((test::source_folder() / "tests/cases/makers" / path).string(),
                                  std::size_t{1} << 30U);
}

/// A Word file of 50 kB whose document unpacks to `megabytes` of paragraphs.
std::string zip_bomb(int megabytes) {
  const std::string script = R"(
import io, struct, sys, zipfile, zlib
megabytes = int(sys.argv[1])
W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
paragraph = b'<w:p><w:r><w:t>' + b'a' * 70 + b'</w:t></w:r></w:p>'
block = paragraph * (2 ** 20 // len(paragraph))
head = b'<w:document ' + W + b'><w:body>'
tail = b'</w:body></w:document>'
def raw(data):
    c = zlib.compressobj(9, zlib.DEFLATED, -15)
    return c.compress(data) + c.flush(zlib.Z_FULL_FLUSH)
piece = raw(block)
end = zlib.compressobj(9, zlib.DEFLATED, -15)
packed = raw(head) + piece * megabytes + end.compress(tail) + end.flush()
crc = zlib.crc32(head)
for _ in range(megabytes): crc = zlib.crc32(block, crc)
crc = zlib.crc32(tail, crc)
size = len(head) + len(block) * megabytes + len(tail)
R = b'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
rels = (b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r" Type="' + R + b'" Target="word/document.xml"/></Relationships>')
out = b''
directory = b''
for name, data, c, n, method in ((b'_rels/.rels', rels, zlib.crc32(rels), len(rels), 0),
                                 (b'word/document.xml', packed, crc, size, 8)):
    local = struct.pack('<HHHHHIIIHH', 20, 0, method, 0, 33, c, len(data), n, len(name), 0)
    directory += (b'PK\x01\x02' + struct.pack('<H', 20) + local + struct.pack('<HHHII', 0, 0, 0, 0, len(out)) + name)
    out += b'PK\x03\x04' + local + name + data
end = struct.pack('<HHHHIIH', 0, 0, 2, 2, len(directory), len(out), 0)
out += directory + b'PK\x05\x06' + end
sys.stdout.buffer.write(out)
)";
  const RunResult made = real_system()->run_program(
      {{"python3", "-c", script, std::to_string(megabytes)}, "python3"}, "", {});
  REQUIRE_MESSAGE(made.succeeded(), made.diagnostics);
  return made.output;
}

}  // namespace

TEST_CASE("faults: files that are cut, empty, or something else") {
  if (!test::is_installed("pandoc")) return;
  const std::string docx = maker("pandoc-docx/ports.docx");
  const std::string odt = maker("pandoc-odt/ports.odt");
  const std::string epub = maker("pandoc-epub/ports.epub");
  const std::string no_entries = "PK\x05\x06" + std::string(18, '\0');
  for (const std::string name : {"a.docx", "b.odt", "c.epub"}) {
    const std::string& whole = name == "a.docx" ? docx : name == "b.odt" ? odt : epub;
    for (const std::string& bytes :
         {std::string(), std::string("words"), whole.substr(0, whole.size() / 2), no_entries,
          std::string("%PDF-1.4\n"), std::string("\x89PNG\r\n\x1a\n\0\0", 10)}) {
      CAPTURE(name);
      CAPTURE(bytes.size());
      const std::string error = error_of(name, bytes);
      CHECK(error.starts_with(name + ": pandoc can't read it as "));
      CHECK(error.size() < 300);
    }
  }
  CHECK(
      error_of("a.docx", odt).starts_with("a.docx: pandoc can't read it as a Word file (DOCX): "));
  CHECK(error_of("b.odt", docx).starts_with("b.odt: pandoc can't read it as "));
  CHECK(error_of("c.epub", docx).starts_with("c.epub: pandoc can't read it as "));
  CHECK(error_of("d.html", std::string("\x89PNG\r\n\x1a\n\0\0", 10)) ==
        "d.html: is no HTML page: it holds zero bytes");
}

TEST_CASE("faults: a page of nothing, or of words without markup, is read") {
  if (!test::is_installed("pandoc")) return;
  const auto system = real_system();
  CHECK(read_pandoc(*system, "a.html", "", TextFormat::html, {}).passages.empty());
  CHECK(read_pandoc(*system, "a.html", "words", TextFormat::html, {}).bytes == "words\n");
}

TEST_CASE("faults: pages that are nested without end") {
  const auto repeated = [](const std::string& what, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += what;
    return out;
  };
  test::FakeSystem no_programs;  // blocks are counted before pandoc is asked
  for (const char* tags : {"<div>", "<ul><li>"}) {
    CHECK(error_of(no_programs, "deep.html", repeated(tags, 10'000'000)) ==
          "deep.html: blocks are nested more than 400 deep");
  }
  if (!test::is_installed("pandoc")) return;
  const auto error_within = [&](std::chrono::seconds cpu, std::size_t bytes) -> std::string {
    try {
      read_pandoc(*real_system(), "deep.html", "<p>" + repeated("<b><i>", bytes), TextFormat::html,
                  {}, {.wall = std::chrono::minutes(2), .cpu = cpu});
      return "";
    } catch (const Error& error) {
      return error.what();
    }
  };
  CHECK(error_within(std::chrono::seconds(20), 60'000) ==
        "deep.html: pandoc's answer: JSON is nested more than 2048 deep");
  CHECK(error_within(std::chrono::seconds(1), 20'000'000) ==
        "deep.html: pandoc needs more than 1 s for it");
}

TEST_CASE("faults: a zip bomb ends at the limit on memory or time") {
  if (!test::is_installed("pandoc")) return;
  const auto system = real_system();
  const std::string bomb = zip_bomb(1000);
  CHECK(bomb.size() < 16'000'000);
  const auto error_within = [&](const RunLimits& limits) -> std::string {
    try {
      read_pandoc(*system, "bomb.docx", bomb, TextFormat::docx, {}, limits);
      return "";
    } catch (const Error& error) {
      return error.what();
    }
  };
  CHECK(error_within({.memory = std::size_t{768} << 20U}) ==
        "bomb.docx: pandoc needs more than 768 MiB of memory for it");
  CHECK(error_within({.cpu = std::chrono::seconds(1)}) ==
        "bomb.docx: pandoc needs more than 1 s for it");
  CHECK(error_of("small.docx", zip_bomb(1)).empty());  // the same, and small: it is well made
}

TEST_CASE("faults: what pandoc says is told, and no more") {
  test::FakeSystem system;
  const auto answers = [&](RunResult result) {
    system.program = [result](const Command&, std::string_view, const RunLimits&) {
      return result;
    };
    return error_of(system, "a.docx", "x");
  };
  RunResult failed;
  failed.status = 63;
  failed.diagnostics = "[WARNING] something\n\ncouldn't unpack\tit\x1b[31m\nand more\n";
  CHECK(answers(failed) ==
        "a.docx: pandoc can't read it as a Word file (DOCX): couldn't unpack it [31m");
  failed.diagnostics = "";
  CHECK(answers(failed) == "a.docx: pandoc can't read it as a Word file (DOCX): it says no more");
  failed.limit = RunResult::Limit::wall;
  CHECK(answers(failed) == "a.docx: pandoc did not end in time");
  failed.limit = RunResult::Limit::output;
  CHECK(answers(failed) == "a.docx: its text is larger than 512 MiB as pandoc writes it");
  RunResult killed;
  killed.signal = 11;
  CHECK(answers(killed) ==
        "a.docx: pandoc can't read it as a Word file (DOCX): ended by signal 11");
  RunResult nonsense;
  nonsense.output = "{\"blocks\":";
  CHECK(answers(nonsense).starts_with("a.docx: pandoc's answer:1:"));
}
