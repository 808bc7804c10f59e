// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

#include "crossroads/core/xml.hpp"

using namespace crossroads;
using namespace std::string_literals;

namespace {

XmlElement read(std::string_view source) {
  XmlResult result = read_xml(source, "t.xml");
  INFO(std::string(source));
  REQUIRE_MESSAGE(result.root.has_value(), (result.problem ? format(*result.problem) : ""));
  CHECK_FALSE(result.problem.has_value());
  return std::move(*result.root);
}

}  // namespace

TEST_CASE("XML: the prolog") {
  CHECK(read("<a/>").name == "a");
  CHECK(read("\xEF\xBB\xBF<a/>").offset == 4);
  CHECK(read("<?xml version='1.0'?><a/>").name == "a");
  CHECK(read("<?xml version = \"1.0\"\n encoding\t=\t'utf-8' standalone='yes' ?>\n<a/>\n").name ==
        "a");
  CHECK(read("<!-- - --><?p?><?xml-stylesheet href='>' ?>\n<a/><!----><?p q?>\r\n").name == "a");
}

TEST_CASE("XML: encodings and characters") {
  const XmlElement root =
      read("<\u00E9l\u00E9ment \u4E2D='\U00010000'>\u00A0\uFFFD\U0010FFFF</\u00E9l\u00E9ment>");
  CHECK(root.name == "\u00E9l\u00E9ment");
  CHECK(root.attributes.at(0).name == "\u4E2D");
  CHECK(root.attributes.at(0).value == "\U00010000");
  CHECK(root.text == "\u00A0\uFFFD\U0010FFFF");
}

TEST_CASE("XML: elements and tags") {
  const XmlElement root = read("<a >\n<b:c-d._1\u00B7/><b></b ></a\n>");
  CHECK(root.children.size() == 2);
  CHECK(root.children.at(0).name == "b:c-d._1\u00B7");
  CHECK(root.children.at(1).name == "b");
}

TEST_CASE("XML: attributes") {
  const XmlElement root = read("<a b='\"' c = \"'>\" d=''/>");
  REQUIRE(root.attributes.size() == 3);
  CHECK(root.attributes.at(0).value == "\"");
  CHECK(root.attributes.at(1).value == "'>");
  CHECK(root.attributes.at(2).value.empty());
}

TEST_CASE("XML: references") {
  const XmlElement root =
      read("<a b='&lt;&gt;&amp;&apos;&quot;'>&#60;&#x3e;&#x10FFFF;&#xe9;&amp;lt;</a>");
  CHECK(root.attributes.at(0).value == "<>&'\"");
  CHECK(root.text == "<>\U0010FFFF\u00E9&lt;");
}

TEST_CASE("XML: comments, CDATA sections, processing instructions and text") {
  CHECK(read("<a>x<!--<b>&-->y<?p <c>&?>z<![CDATA[<d>&amp;]]]]><![CDATA[>]]></a>").text ==
        "xyz<d>&amp;]]>");
  CHECK(read("<a><![CDATA[]]></a>").text.empty());
  CHECK(read("<a>]] > ]></a>").text == "]] > ]>");
  CHECK(read("<a><?p ?q?><?xmlq?></a>").text.empty());
}

TEST_CASE("XML: line ends become LF, in attributes spaces; references keep their character") {
  const XmlElement root =
      read("<a b='1\r\n2\r3\n4\t5&#13;&#10;&#9;6'>1\r\n2\r3\n\r4&#13;<![CDATA[\r\r\n]]></a>");
  CHECK(root.attributes.at(0).value == "1 2 3 4 5\r\n\t6");
  CHECK(root.text == "1\n2\n3\n\n4\r\n\n");
  CHECK(read("<a>\r<b/>\r\n</a>").text == "\n\n");
}

TEST_CASE("XML: white space between markup is kept") {
  const XmlElement root = read("<a> <b> </b>\t<!-- --> <c/>x <?p?> <![CDATA[ ]]>\n</a>");
  CHECK(root.text == " \t x   \n");
  CHECK(root.children.at(0).text == " ");
  CHECK(root.text_offset == 26);
}

TEST_CASE("XML: each child knows where it stands in its parent's text") {
  const XmlElement root = read("<a>b<c>d</c> &amp;e<!-- --><f/><g/>\u00E9</a>");
  CHECK(root.text == "b &e\u00E9");
  REQUIRE(root.children.size() == 3);
  CHECK(root.children.at(0).text_before == 1);
  CHECK(root.children.at(1).text_before == 4);
  CHECK(root.children.at(2).text_before == 4);
}

TEST_CASE("XML: offsets are bytes of the source") {
  for (const std::string& mark : {""s, "\xEF\xBB\xBF"s}) {
    const std::string source = mark +
                               "<?xml version='1.0'?>\r\n<\u00E9 a='\u00E9&amp;' b = \"\">\n "
                               "t&lt;<c> <d/> </c>\n</\u00E9>";
    const XmlElement root = read(source);
    CHECK(root.offset == source.find("\u00E9 "));
    CHECK(root.attributes.at(0).name_offset == source.find("a='"));
    CHECK(root.attributes.at(0).value_offset == source.find("\u00E9&"));
    CHECK(root.attributes.at(1).name_offset == source.find("b ="));
    CHECK(root.attributes.at(1).value_offset == source.find("\">"));
    CHECK(root.text_offset == source.find("t&"));
    CHECK(root.children.at(0).offset == source.find("c>"));
    CHECK(root.children.at(0).text_offset == 0);
    CHECK(root.children.at(0).children.at(0).offset == source.find("d/"));
  }
  CHECK(read("<a>&#32;&#x21;</a>").text_offset == 8);
  CHECK(read("<a> <![CDATA[ x]]></a>").text_offset == 14);
}

TEST_CASE("XML: many attributes take no quadratic time") {
  std::string source = "<a";
  for (int i = 0; i < 50'000; ++i) source += " a" + std::to_string(i) + "=''";
  CHECK(read(source + "/>").attributes.size() == 50'000);
}
