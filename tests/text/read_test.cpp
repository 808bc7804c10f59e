// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/text/read.hpp"
#include "support/check_document.hpp"
#include "support/dump_document.hpp"

using namespace crossroads;
using namespace std::string_literals;
using test::dump;

namespace {

struct BadCase {
  std::string name;
  std::string bytes;
  const char* message;
  const char* remedy;
};

constexpr const char* from_windows =
    "if it is of Western Europe's Windows, --encoding windows-1252 reads it";

Document read(std::string bytes, TextFormat format = TextFormat::plain) {
  Document document = read_text("t.txt", std::move(bytes), format);
  CHECK(test::violations(document) == "");
  return document;
}

}  // namespace

TEST_CASE("read: what is not UTF-8 is refused, with its place") {
  const std::vector<BadCase> cases = {
      {"Latin-1", "Caf\xE9 au lait", "t.txt:1:4: is not UTF-8: byte e9", from_windows},
      {"on a later line, columns in characters", "a\r\n\u00E9\u00E9\x80",
       "t.txt:2:3: is not UTF-8: byte 80", from_windows},
      {"a sequence cut off by the end", "a\xE2\x80", "t.txt:1:2: is not UTF-8: byte e2",
       from_windows},
      {"an overlong form", "\xC0\xAF", "t.txt:1:1: is not UTF-8: byte c0", from_windows},
      {"a surrogate", "\xED\xA0\x80", "t.txt:1:1: is not UTF-8: byte ed", from_windows},
      {"past U+10FFFF", "\xF4\x90\x80\x80", "t.txt:1:1: is not UTF-8: byte f4", from_windows},
      {"UTF-16, little end first",
       "\xFF\xFE"
       "a\0"s,
       "t.txt:1:1: is not UTF-8: byte ff", from_windows},
      {"UTF-16, big end first", "\xFE\xFF\0a"s, "t.txt:1:1: is not UTF-8: byte fe", from_windows},
  };
  for (const BadCase& c : cases) {
    CAPTURE(c.name);
    for (const TextFormat format : {TextFormat::plain, TextFormat::markdown}) {
      try {
        read_text("t.txt", c.bytes, format);
        FAIL("no error");
      } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::input);
        CHECK(std::string(error.what()) == c.message);
        CHECK(error.remedy() == c.remedy);
      }
    }
  }
}

TEST_CASE("read: texts with nothing in them") {
  for (const TextFormat format : {TextFormat::plain, TextFormat::markdown}) {
    for (const std::string& bytes : {""s, "\n"s, " \t\r\n\f\n\u00A0"s, "\uFEFF"s, "\uFEFF\n"s}) {
      const Document document = read(bytes, format);
      CHECK(document.passages.empty());
      CHECK(document.title == "t.txt");
      CHECK(document.bytes == bytes);
    }
  }
}

TEST_CASE("read: a byte-order mark belongs to no passage") {
  CHECK(dump(read("\uFEFFSome words here, then.")) == "body 3-25: Some words here, then.\n");
  CHECK(dump(read("\uFEFF# Title", TextFormat::markdown)) == "heading 3-10: # Title\n");
  CHECK(dump(read("\uFEFF---\na: b\n---\n", TextFormat::markdown)) ==
        "metadata 3-15: --- a: b ---\n");
}

TEST_CASE("read: NUL and other control characters are text") {
  CHECK(dump(read("one\0two.\n\x01\n"s)) == "body 0-10: one\0two. \x01\n"s);
  CHECK(read("\0"s).passages.size() == 1);
}

TEST_CASE("read: the checksum is of the bytes as they were") {
  CHECK(read("").sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(read("abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("read: the title is the first heading on one line") {
  const auto title = [](std::string bytes, TextFormat format) {
    return read(std::move(bytes), format).title;
  };
  CHECK(title("First of all\n\nIt began.\n", TextFormat::plain) == "First of all");
  CHECK(title("First\r\nof  all\r\n\r\nIt began.\r\n", TextFormat::plain) == "First of all");
  CHECK(title("First of\n\nall things\n\nIt began.\n", TextFormat::plain) == "First of all things");
  CHECK(title("Text.\n\n## The *second* one ##\n", TextFormat::markdown) == "The second one");
  CHECK(title("Title\n=====\n", TextFormat::markdown) == "Title");
  CHECK(title("On C#\n\nIt began.\n", TextFormat::plain) == "On C#");
  CHECK(title("# On C-\n", TextFormat::markdown) == "On C-");
  CHECK(title("It began.\n", TextFormat::plain) == "t.txt");
  CHECK(title("#\n\nIt began.\n", TextFormat::markdown) == "t.txt");
}

TEST_CASE("read: the format follows from the name's ending") {
  for (const char* name : {"a.md", "A.MD", "a.b.markdown", "x/y.Markdown", ".md"}) {
    CAPTURE(name);
    CHECK(format_of(name) == TextFormat::markdown);
  }
  for (const char* name : {"a.txt", "md", "a.md.txt", "amd", "", "a.mdx"}) {
    CAPTURE(name);
    CHECK(format_of(name) == TextFormat::plain);
  }
}

TEST_CASE("read: the roles' names, and the zones they make") {
  for (const Role role :
       {Role::body, Role::heading, Role::byline, Role::list_item, Role::quote, Role::table,
        Role::code, Role::note, Role::page_number, Role::separator, Role::metadata}) {
    CHECK(role_from(to_string(role)) == role);
  }
  CHECK_FALSE(role_from("no such role"));
  CHECK(zone_of(Role::list_item) == "body");
  CHECK(zone_of(Role::note) == "note");
  CHECK(zone_of(Role::byline) == "byline");
  CHECK(passage_id("a.txt", 11) == "text:a.txt#p12");
}

TEST_CASE("read: no text takes quadratic time") {
  const auto repeat = [](std::string_view what, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += what;
    return text;
  };
  const std::string space_rule(30, ' ');
  for (const std::string& text :
       {repeat("#\n", 300'000), repeat("\n", 300'000), repeat(space_rule + "\n", 100'000),
        repeat("____________\n", 100'000), repeat("- a\n", 200'000),
        repeat("[^1]: a\n\n\n", 100'000), repeat("> ", 300'000), repeat("1 note\n", 200'000),
        repeat("a:\n\n b\n\n", 100'000), repeat("12\n\n", 150'000), repeat("```\n", 150'000),
        repeat("\f\n", 200'000), "x\n" + space_rule + "\n" + repeat("1 a\n\n12\n\n", 100'000),
        std::string(3'000'000, 'a'), repeat("|", 1'000'000), repeat(" ", 3'000'000),
        "Notes\n\n" + repeat("1\n\n", 150'000)}) {
    read_text("t.txt", text, TextFormat::plain);
    read_text("t.txt", text, TextFormat::markdown);
  }
}
