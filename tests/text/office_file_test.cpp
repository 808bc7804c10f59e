// SPDX-License-Identifier: Apache-2.0
#include "text/pandoc/office_file.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/system.hpp"
#include "support/paths.hpp"

using namespace crossroads;

namespace {

std::string maker(const std::string& path) {
  return real_system()->read_file((test::source_folder() / "tests/cases/makers" / path).string(),
                                  std::size_t{1} << 30U);
}

std::uint32_t crc32_of(const std::string& bytes) {
  std::uint32_t crc = ~0U;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) crc = crc >> 1U ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

/// An archive of one member, content.xml, not packed.
std::string odt_of(const std::string& content) {
  const auto number = [](std::size_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
    return out;
  };
  const std::string name = "content.xml";
  const std::string size = number(content.size(), 4);
  const std::string about = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) +
                            number(33, 2) + number(crc32_of(content), 4) + size + size +
                            number(name.size(), 2) + number(0, 2);
  const std::string member = "PK\x03\x04" + about + name + content;
  const std::string directory = "PK\x01\x02" + number(20, 2) + about + number(0, 2) + number(0, 2) +
                                number(0, 2) + number(0, 4) + number(0, 4) + name;
  return member + directory + "PK\x05\x06" + number(0, 4) + number(1, 2) + number(1, 2) +
         number(directory.size(), 4) + number(member.size(), 4) + number(0, 2);
}

/// content.xml of an archive, by Debian's Python.
std::string content_of(const std::string& odt) {
  const Command unpack{{"python3", "-c",
                        "import io, sys, zipfile\n"
                        "zip = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\n"
                        "sys.stdout.buffer.write(zip.read('content.xml'))"},
                       "python3"};
  const RunResult result = real_system()->run_program(unpack, odt, {});
  CHECK_MESSAGE(result.succeeded(), result.diagnostics);
  return result.output;
}

}  // namespace

TEST_CASE("office files: what they say of themselves") {
  for (const char* path : {"pandoc-docx/ports.docx", "libreoffice-odt/ports.odt"}) {
    CAPTURE(path);
    const OfficeProperties properties = office_properties(maker(path));
    CHECK(properties.title == "The River Ports after the Flood");
    CHECK(properties.authors == std::vector<std::string>{"Ilse Torvald; Jonas Amara"});
    CHECK(properties.language == "en");
  }
  CHECK(office_properties(maker("python-docx/ports.docx")).authors ==
        std::vector<std::string>{"Ilse Torvald"});
  CHECK(office_properties(maker("abiword-docx/ports.docx")).title == "");  // it has no core.xml
  CHECK(office_properties("").title == "");
}

TEST_CASE("office files: what is no zip, or needs no change, stays as it is") {
  const std::string docx = maker("pandoc-docx/ports.docx");
  for (const std::string& bytes :
       {std::string(), std::string("PK"), std::string(1000, 'x'), docx}) {
    CHECK(odt_for_pandoc(bytes) == bytes);
  }
  const std::string odt = maker("libreoffice-odt/ports.odt");
  const std::string changed = odt_for_pandoc(odt);
  CHECK(changed != odt);
  CHECK(odt_for_pandoc(changed) == changed);
}

TEST_CASE("office files: titles become headings") {
  const auto changed = [](const std::string& content) {
    const std::string odt = odt_of(content);
    const std::string out = odt_for_pandoc(odt);
    return out == odt ? "as it is" : content_of(out);
  };
  const std::string style =
      R"(<style:style style:name="P1" style:parent-style-name="Title"/><style:style style:name="P2")"
      R"( style:parent-style-name="Standard"/>)";
  CHECK(changed(style + R"(<text:p text:style-name="P1">A</text:p>)") ==
        style + R"(<text:h text:outline-level="1" text:style-name="P1">A</text:h>)");
  CHECK(
      changed(R"(<text:p text:style-name="Title">A <text:span>b</text:span></text:p>)") ==
      R"(<text:h text:outline-level="1" text:style-name="Title">A <text:span>b</text:span></text:h>)");
  for (const std::string& content :
       {style + R"(<text:p text:style-name="P2">A</text:p>)",
        std::string(R"(<text:p text:style-name="Title"/>)"),
        std::string(R"(<text:p text:style-name="Title">A<text:p>b</text:p></text:p>)"),
        std::string(R"(<text:p text:style-name="Title">A)"),
        std::string(R"(<text:p text:style-name="Title" <b>A</text:p>)"),
        std::string(R"(<text:p )")}) {
    CAPTURE(content);
    CHECK(changed(content) == "as it is");
  }
}

TEST_CASE("office files: what is never closed is looked at once") {
  for (const char* piece : {R"(<text:p text:style-name="Title">)", "<text:p ", "<style:style ",
                            R"(<style:style style:name="T" style:parent-style-name="Title")"}) {
    CAPTURE(piece);
    std::string content;
    while (content.size() < 8'000'000) content += piece;
    for (const char* end : {"", ">", "</text:p>"}) {
      odt_for_pandoc(odt_of(content + end));  // looking again and again takes days
    }
  }
}

TEST_CASE("office files: broken ones do no harm, and are not written to") {
  const std::string odt = maker("libreoffice-odt/ports.odt");
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    std::string broken = odt;
    for (int i = 0; i < 3; ++i)
      broken[random() % broken.size()] ^= static_cast<char>(1U << (random() % 7));
    if (round % 5 == 0) broken.resize(random() % broken.size());
    const std::string before = broken;
    office_properties(broken);
    odt_for_pandoc(broken);
    CHECK(broken == before);
  }
}
