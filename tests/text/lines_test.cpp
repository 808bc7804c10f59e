// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "text/plain/lines.hpp"

using namespace crossroads;

namespace {

struct LinesCase {
  std::string name;
  std::string_view text;
  std::vector<std::string> lines;  // "whole|content"
};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const Line& line : split_lines(text)) {
    lines.push_back(std::string(slice(text, line.whole)) + "|" +
                    std::string(slice(text, line.content)));
  }
  return lines;
}

}  // namespace

TEST_CASE("lines: ends of lines and white space") {
  const std::vector<LinesCase> cases = {
      {"nothing", "", {}},
      {"no end of line", "a", {"a|a"}},
      {"an end of line begins no new line", "a\n", {"a|a"}},
      {"LF", "a\nb\n", {"a|a", "b|b"}},
      {"CRLF", "a\r\nb\r\n", {"a|a", "b|b"}},
      {"a lone CR, as of old Macs", "a\rb\r", {"a|a", "b|b"}},
      {"LF CR is two ends", "a\n\rb", {"a|a", "|", "b|b"}},
      {"blank lines", "\n\na\n\n", {"|", "|", "a|a", "|"}},
      {"white space on both sides", " \ta b\t \n", {" \ta b\t |a b"}},
      {"nothing but white space", "   \n", {"   |"}},
      {"a form feed is white space, not the end of a line", "a\f\n\fb", {"a\f|a", "\fb|b"}},
      {"no-break and wide spaces", "\u00A0a\u3000\n", {"\u00A0a\u3000|a"}},
      {"a byte-order mark", "\uFEFFa", {"\uFEFFa|a"}},
      {"characters of several bytes stay whole",
       "\u00E9\U0001F54A\n",
       {"\u00E9\U0001F54A|\u00E9\U0001F54A"}},
      {"NUL is text", std::string_view("\0a", 2), {std::string("\0a|\0a", 5)}},
  };
  for (const LinesCase& c : cases) {
    CAPTURE(c.name);
    CHECK(lines_of(c.text) == c.lines);
  }
}
