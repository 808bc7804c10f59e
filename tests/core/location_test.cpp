// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/location.hpp"

using namespace crossroads;
using namespace std::string_view_literals;

TEST_CASE("location: line and column of a byte, and its line") {
  struct Case {
    const char* name;
    std::string_view text;
    std::size_t offset;
    const char* at;
    std::string_view line;
  };
  for (const Case& c : std::vector<Case>{
           {"empty text", "", 0, "f:1:1", ""},
           {"first byte", "ab\ncd", 0, "f:1:1", "ab"},
           {"second byte", "ab\ncd", 1, "f:1:2", "ab"},
           {"the line feed itself", "ab\ncd", 2, "f:1:3", "ab"},
           {"behind it", "ab\ncd", 3, "f:2:1", "cd"},
           {"the end", "ab\ncd", 5, "f:2:3", "cd"},
           {"the end behind a line feed", "ab\n", 3, "f:2:1", ""},
           {"an empty line", "a\n\nb", 2, "f:2:1", ""},
           {"CRLF: its CR", "ab\r\ncd", 2, "f:1:3", "ab"},
           {"CRLF: behind it", "ab\r\ncd", 4, "f:2:1", "cd"},
           {"CRLF: the second", "a\r\nb\r\ncd", 7, "f:3:2", "cd"},
           {"CR: behind it", "ab\rcd", 3, "f:2:1", "cd"},
           {"CR CR", "a\r\rb", 3, "f:3:1", "b"},
           {"LF CR is two", "a\n\rb", 3, "f:3:1", "b"},
           {"all three", "a\rb\nc\r\nd", 7, "f:4:1", "d"},
           {"two-byte characters", "\u00C9t\u00E9 x", 6, "f:1:5", "\u00C9t\u00E9 x"},
           {"three-byte characters", "\u4FDD\u8B77x", 6, "f:1:3", "\u4FDD\u8B77x"},
           {"four-byte characters", "\U0001F54Ax", 4, "f:1:2", "\U0001F54Ax"},
           {"a combining mark is a column", "e\u0301x", 3, "f:1:3", "e\u0301x"},
           {"a tab is a column", "\tx", 1, "f:1:2", "\tx"},
           {"U+2028 ends no line", "a\u2028b", 4, "f:1:3", "a\u2028b"},
           {"a form feed ends no line", "a\fb", 2, "f:1:3", "a\fb"},
           {"a byte order mark is no column", "\xEF\xBB\xBF<a>", 3, "f:1:1", "<a>"},
           {"nor later in its line", "\xEF\xBB\xBF<a>", 4, "f:1:2", "<a>"},
           {"at the mark", "\xEF\xBB\xBF<a>", 0, "f:1:1", "<a>"},
           {"in later lines it plays no part", "\xEF\xBB\xBF\n\xEF\xBB\xBFx", 7, "f:2:2",
            "\xEF\xBB\xBFx"},
           {"zero bytes", "a\0b\nc"sv, 4, "f:2:1", "c"},
       }) {
    CAPTURE(c.name);
    CHECK(to_string(locate(c.text, c.offset, "f")) == c.at);
    CHECK(line_at(c.text, c.offset) == c.line);
  }
}

TEST_CASE("location: as text") {
  CHECK(to_string(Location{"a b.xml", 3, 14}) == "a b.xml:3:14");
  CHECK(to_string(Location{"a.xml", 0, 0}) == "a.xml");
}
