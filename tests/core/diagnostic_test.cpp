// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/diagnostic.hpp"

using namespace crossroads;

namespace {

std::string shown(std::string_view text, std::size_t offset) {
  return format(diagnose(Severity::error, "code", "wrong", text, offset, "f.xml"));
}

std::string times(std::size_t count, const std::string& what) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += what;
  return text;
}

}  // namespace

TEST_CASE("diagnostic: what is found, at its place") {
  const Diagnostic found =
      diagnose(Severity::warning, "some-code", "a message", "one\ntwo three\n", 8, "f.xml");
  CHECK(found.severity == Severity::warning);
  CHECK(found.code == "some-code");
  CHECK(found.message == "a message");
  CHECK(to_string(found.at) == "f.xml:2:5");
  CHECK(found.line == "two three");
  CHECK(format(found) ==
        "f.xml:2:5: warning: a message [some-code]\n"
        "  two three\n"
        "      ^");
}

TEST_CASE("diagnostic: severities") {
  CHECK(to_string(Severity::error) == "error");
  CHECK(to_string(Severity::warning) == "warning");
  CHECK(to_string(Severity::info) == "info");
}

TEST_CASE("diagnostic: without a position or a line there is no caret") {
  CHECK(format({Severity::error, "limit", "too large", {"f.xml", 0, 0}, ""}) ==
        "f.xml: error: too large [limit]");
  CHECK(format({Severity::info, "x", "about it all", {"f.xml", 0, 0}, "a line"}) ==
        "f.xml: info: about it all [x]");
  CHECK(format({Severity::error, "x", "at an empty line", {"f.xml", 3, 1}, ""}) ==
        "f.xml:3:1: error: at an empty line [x]");
}

TEST_CASE("diagnostic: the caret stands under the column") {
  struct Case {
    const char* name;
    std::string_view text;
    std::size_t offset;
    const char* below;  // what follows the first line
  };
  for (const Case& c : std::vector<Case>{
           {"first column", "abc", 0, "\n  abc\n  ^"},
           {"last", "abc", 2, "\n  abc\n    ^"},
           {"behind the last", "abc", 3, "\n  abc\n     ^"},
           {"behind two-byte characters", "\u00C9t\u00E9 x", 6, "\n  \u00C9t\u00E9 x\n      ^"},
           {"behind four-byte characters", "\U0001F54Ax", 4, "\n  \U0001F54Ax\n   ^"},
           {"a tab becomes a space", "\t\tx", 2, "\n    x\n    ^"},
           {"control characters too", "a\x01\x7F\u0085x", 5, "\n  a   x\n      ^"},
           {"no carriage return", "ab\r\ncd", 1, "\n  ab\n   ^"},
           {"a byte that is not UTF-8", "a\xE9x", 2, "\n  a\uFFFDx\n    ^"},
           {"at a byte that is not UTF-8", "ab\xFF", 2, "\n  ab\uFFFD\n    ^"},
           {"a cut sequence is one", "a\xE2\x82x", 3, "\n  a\uFFFDx\n    ^"},
       }) {
    CAPTURE(c.name);
    const std::string text = shown(c.text, c.offset);
    CHECK(text.substr(std::min(text.find('\n'), text.size())) == c.below);
  }
}

TEST_CASE("diagnostic: a column past the line's end is its end") {
  CHECK(format({Severity::error, "c", "m", {"f", 1, 99}, "ab"}) ==
        "f:1:99: error: m [c]\n  ab\n    ^");
}

TEST_CASE("diagnostic: a long line is cut around the caret") {
  const std::string hundred = times(100, "x");
  CHECK(shown(hundred, 99) ==
        "f.xml:1:100: error: wrong [code]\n  " + hundred + "\n  " + times(99, " ") + "^");
  const std::string line = times(200, "\u00E9");
  const std::string window = times(100, "\u00E9");
  const std::string ellipsis = "\u2026";
  // The start, the middle, the end.
  CHECK(shown(line, 0) == "f.xml:1:1: error: wrong [code]\n  " + window + ellipsis + "\n  ^");
  CHECK(shown(line, 2 * 50) ==
        "f.xml:1:51: error: wrong [code]\n  " + window + ellipsis + "\n  " + times(50, " ") + "^");
  CHECK(shown(line, 2 * 120) == "f.xml:1:121: error: wrong [code]\n  " + ellipsis + window +
                                    ellipsis + "\n  " + times(51, " ") + "^");
  CHECK(shown(line, 2 * 199) == "f.xml:1:200: error: wrong [code]\n  " + ellipsis + window +
                                    "\n  " + times(100, " ") + "^");
  CHECK(shown(line, 2 * 200) == "f.xml:1:201: error: wrong [code]\n  " + ellipsis + window +
                                    "\n  " + times(101, " ") + "^");
}

TEST_CASE("diagnostic: names and messages from elsewhere stay on their line") {
  CHECK(format({Severity::error, "x", "no 'a\x1B[2Jb\nc'", {"d\ne\xFF.json", 3, 1}, ""}) ==
        "d e\uFFFD.json:3:1: error: no 'a [2Jb c' [x]");
}
