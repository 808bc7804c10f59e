// SPDX-License-Identifier: Apache-2.0
//
// Texts of a few megabytes on which time that grows with the square of their size would be hours:
// CTest's time limit is the check.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/text/citation.hpp"
#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"

using namespace crossroads;

namespace {

struct HostileCase {
  std::string name;
  TextFormat format;
  std::string text;
};

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  all.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

const std::string foot = "\n" + std::string(40, ' ') + "\n";

}  // namespace

TEST_CASE("text: hostile texts take time that grows with their size") {
  const std::vector<HostileCase> cases = {
      {"labels of notes that never close", TextFormat::markdown, times(1'000'000, "[^")},
      {"links that never close", TextFormat::markdown, "# " + times(1'000'000, "[a")},
      {"many series of notes that nothing calls", TextFormat::plain,
       times(200'000, "UNPROFOR5 UNPROFOR6\n") + foot + times(200'000, "1 Abc def.\n")},
      {"a note interrupted by addresses", TextFormat::plain,
       foot + "1 Abc.\n" + times(200'000, "www.a\n") + times(200'000, "ab\n")},
      {"blank lines", TextFormat::plain, "a\n" + times(2'000'000, "\n") + "b"},
      {"page numbers", TextFormat::plain, times(300'000, "7\n\n")},
      {"form feeds", TextFormat::plain, times(300'000, "a\n\f")},
      {"headings", TextFormat::plain, times(100'000, "1. Rivers\n\nThey flow.\n\n")},
      {"headings in each other", TextFormat::markdown, times(100'000, "# A\n\n## B\n\n### C\n\n")},
      {"a bullet a line", TextFormat::plain, times(500'000, "•\n")},
      {"hyphens at the ends of lines", TextFormat::plain, times(300'000, "ab-\ncd ")},
      {"stops", TextFormat::plain, times(2'000'000, ". ")},
      {"one word", TextFormat::plain, std::string(4'000'000, 'a')},
  };
  for (const HostileCase& c : cases) {
    CAPTURE(c.name);
    const Document document = read_text("t", c.text, c.format);
    CHECK(test::violations(document) == "");
    find_citations(document);
  }
}
