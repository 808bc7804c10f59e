// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/checksum.hpp"
#include "crossroads/text/convert.hpp"
#include "support/check_document.hpp"
#include "support/fake_system.hpp"

using namespace crossroads;
using namespace std::string_literals;

namespace {

std::vector<Document> read(const std::string& name, const std::string& bytes,
                           const std::string& encoding = "") {
  test::FakeSystem system;
  ReadOptions options;
  options.encoding = encoding;
  auto documents = read_documents(system, name, bytes, format_of(name), options);
  for (const Document& document : documents) CHECK(test::violations(document) == "");
  return documents;
}

std::string refusal(const std::string& name, const std::string& bytes,
                    const std::string& encoding = "") {
  try {
    read(name, bytes, encoding);
    return "";
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    return error.what();
  }
}

struct Encoded {
  const char* name;
  std::string bytes;
  const char* encoding;
  const char* text;
  const char* media_type;  // empty: not converted
};

}  // namespace

TEST_CASE("convert: encodings") {
  const std::vector<Encoded> cases = {
      {"UTF-8", "S\u00E9l\u00E9ka", "", "S\u00E9l\u00E9ka", ""},
      {"UTF-8 with a mark stays as it is", "\uFEFFa", "", "\uFEFFa", ""},
      {"UTF-16, little end first", "\xFF\xFES\0\xE9\0"s, "", "S\u00E9",
       "text/plain; charset=utf-16le"},
      {"UTF-16, big end first", "\xFE\xFF\0S\0\xE9"s, "", "S\u00E9",
       "text/plain; charset=utf-16be"},
      {"a pair of surrogates", "\xFF\xFE\x3D\xD8\x00\xDE"s, "", "\U0001F600",
       "text/plain; charset=utf-16le"},
      {"UTF-32, little end first", "\xFF\xFE\0\0S\0\0\0"s, "", "S", "text/plain; charset=utf-32le"},
      {"UTF-32, big end first", "\0\0\xFE\xFF\0\0\0S"s, "", "S", "text/plain; charset=utf-32be"},
      {"Latin-1, as we are told", "S\xE9l\xE9ka", "latin1", "S\u00E9l\u00E9ka",
       "text/plain; charset=iso-8859-1"},
      {"Windows, as we are told", "\x93S\xE9l\xE9ka\x94", "windows-1252",
       "\u201CS\u00E9l\u00E9ka\u201D", "text/plain; charset=windows-1252"},
      {"what is UTF-8 stays so, whatever we are told", "S\u00E9", "latin1", "S\u00E9", ""},
      {"UTF-16 without a mark, as we are told", "S\0a\0"s, "utf-16le", "Sa",
       "text/plain; charset=utf-16le"},
      {"a mark says more than we are told", "\xFF\xFES\0"s, "latin1", "S",
       "text/plain; charset=utf-16le"},
      {"nothing behind the mark", "\xFF\xFE", "", "", "text/plain; charset=utf-16le"},
  };
  for (const Encoded& c : cases) {
    CAPTURE(c.name);
    const auto documents = read("t.txt", c.bytes, c.encoding);
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].bytes == c.text);
    CHECK(documents[0].original.has_value() == !std::string(c.media_type).empty());
    if (!documents[0].original) continue;
    CHECK(documents[0].original->media_type == c.media_type);
    CHECK(documents[0].original->sha256 == sha256(c.bytes));
    CHECK(documents[0].original->bytes == c.bytes.size());
    CHECK(documents[0].original->converter.starts_with("ICU "));
  }
  CHECK(read("t.md", "\xFF\xFE#\0 \0A\0"s)[0].original->media_type ==
        "text/markdown; charset=utf-16le");
  CHECK(read("t.md", "\xFF\xFE#\0 \0A\0"s)[0].title == "A");
}

TEST_CASE("convert: a long text in UTF-16, a pair at every place of a piece") {
  for (std::size_t lead = 0; lead < 4; ++lead) {
    std::string bytes = "\xFF\xFE";
    std::string text;
    for (std::size_t i = 0; i < lead; ++i) bytes += "a\0"s, text += 'a';
    for (int i = 0; i < 10'000; ++i) bytes += "\x3D\xD8\x00\xDE\x61\0"s, text += "\U0001F600a";
    CHECK(read("t.txt", bytes)[0].bytes == text);
  }
}

TEST_CASE("convert: what is refused, and where") {
  struct Refused {
    const char* file;
    std::string bytes;
    const char* encoding;
    const char* message;
  };
  const std::vector<Refused> cases = {
      {"t.txt", "One line.\nS\xE9l", "", "t.txt:2:2: is not UTF-8: byte e9"},
      {"t.txt", "\xFF\xFE"s + "a\0\n\0\x00\xD8x\0"s, "", "t.txt:2:1: is not utf-16le"},
      {"t.txt", "\xFF\xFE"s + "a\0b"s, "", "t.txt:1:2: is not utf-16le"},
      {"t.txt", "ab\xFF", "utf-8", "t.txt:1:3: is not utf-8"},
      {"t.txt", std::string(100, '\0'), "", "t.txt: looks like a binary file"},
      {"t.txt", "a\0b\0c\0"s, "", "t.txt: looks like a binary file"},
      {"t.txt", "\x89PNG\r\n\x1A\n", "", "t.txt: is a picture, not a text"},
      {"t.txt", "{\\rtf1 x}", "", "t.txt: is RTF, which is not read"},
      {"t.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "",
       "t.doc: is of an old Microsoft Office, which is not read"},
      {"t.txt", "PK\x03\x04 something", "", "t.txt: is a zip archive"},
      {"t.txt", "PK\x03\x04 [Content_Types].xml xl/workbook.xml", "",
       "t.txt: is an office file, but not a text"},
      {"t.xml", "<?xml version='1.0'?>\n<ontology/>", "",
       "t.xml: is XML, but not TEI (its root is <ontology>)"},
      {"t.xml", "plain", "", "t.xml: is not XML"},
      {"t.jsonl", "nothing", "",
       "t.jsonl:1:2: ill-formed JSON: syntax error while parsing value - invalid literal; last "
       "read: 'no'"},
  };
  for (const Refused& c : cases) {
    CAPTURE(c.message);
    CHECK(refusal(c.file, c.bytes, c.encoding) == c.message);
  }
}

TEST_CASE("convert: a stray zero byte is kept, and said") {
  const Document document = read("t.txt", "A text that goes on\0 and on and on.\n"s)[0];
  CHECK(document.bytes.size() == 36);
  CHECK(document.findings == std::vector<std::string>{"holds zero bytes: 1"});
}

TEST_CASE("convert: names of encodings") {
  CHECK(is_encoding("latin1"));
  CHECK(is_encoding("Windows-1252"));
  CHECK_FALSE(is_encoding("nothing-1"));
  CHECK_FALSE(is_encoding(""));
}
