// SPDX-License-Identifier: Apache-2.0
#include "text/pandoc/office_file.hpp"

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
