// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/xml.hpp"

using namespace crossroads;
using namespace std::string_view_literals;

namespace {

/// "LINE:COLUMN: message [code]", or "accepted".
std::string problem(std::string_view source, const XmlLimits& limits = {}) {
  const XmlResult result = read_xml(source, "t.xml", limits);
  CHECK(result.root.has_value() != result.problem.has_value());
  if (!result.problem) return "accepted";
  const Diagnostic& found = *result.problem;
  CHECK(found.severity == Severity::error);
  CHECK(found.at.file == "t.xml");
  std::string place;
  if (found.at.line != 0) {
    place = std::to_string(found.at.line) + ":" + std::to_string(found.at.column) + ": ";
  }
  return place + found.message + " [" + found.code + "]";
}

struct BadCase {
  const char* name;
  std::string_view source;
  const char* problem;
};

void check(const std::vector<BadCase>& cases) {
  for (const BadCase& bad : cases) {
    INFO(bad.name);
    CHECK(problem(bad.source) == bad.problem);
  }
}

std::string nested(std::size_t depth) {
  std::string text;
  for (std::size_t i = 0; i < depth; ++i) text += "<a>";
  for (std::size_t i = 0; i < depth; ++i) text += "</a>";
  return text;
}

}  // namespace

TEST_CASE("XML: what is wrong with the prolog") {
  check({
      {"empty", ""sv, "1:1: the document has no root element [ill-formed]"},
      {"white space only", " \n"sv, "2:1: the document has no root element [ill-formed]"},
      {"comment only", "<!-- a -->\n"sv, "2:1: the document has no root element [ill-formed]"},
      {"declaration only", "<?xml version='1.0'?>"sv,
       "1:22: the document has no root element [ill-formed]"},
      {"text before the root", "a <b/>"sv,
       "1:1: text can't stand before the root element [ill-formed]"},
      {"text after the root", "<b/>\n a"sv,
       "2:2: text can't stand after the root element [ill-formed]"},
      {"reference after the root", "<b/>&#32;"sv,
       "1:5: text can't stand after the root element [ill-formed]"},
      {"second root", "<a/>\n<b/>"sv,
       "2:1: <b> is a second root element; a document has only one [ill-formed]"},
      {"CDATA after the root", "<a/><![CDATA[]]>"sv,
       "1:5: a CDATA section can stand only within an element [ill-formed]"},
      {"end tag after the root", "<a/></a>"sv,
       "1:5: </a> closes nothing: no element is open [ill-formed]"},
      {"document type", "<!DOCTYPE a []>\n<a/>"sv,
       "1:1: document type declarations are not supported; remove <!DOCTYPE ...> and write "
       "characters where it defines entities [unsupported]"},
      {"document type within", "<a><!DOCTYPE b></a>"sv,
       "1:4: document type declarations are not supported; remove <!DOCTYPE ...> and write "
       "characters where it defines entities [unsupported]"},
      {"doctype of HTML", "<!doctype html><a/>"sv,
       "1:1: '<!' begins neither a comment (<!--) nor a CDATA section (<![CDATA[) [ill-formed]"},
      {"declaration of an element", "<!ELEMENT a EMPTY><a/>"sv,
       "1:1: '<!' begins neither a comment (<!--) nor a CDATA section (<![CDATA[) [ill-formed]"},
      {"declaration after a space", " <?xml version='1.0'?><a/>"sv,
       "1:2: the XML declaration can stand only at the very start of the document [ill-formed]"},
      {"declaration twice", "<?xml version='1.0'?><?xml version='1.0'?><a/>"sv,
       "1:22: the XML declaration can stand only at the very start of the document [ill-formed]"},
      {"declaration in upper case", "<?XML version='1.0'?><a/>"sv,
       "1:1: the name 'XML' of a processing instruction is reserved; the XML declaration begins "
       "with '<?xml' [ill-formed]"},
      {"no version", "<?xml encoding='UTF-8'?><a/>"sv,
       "1:7: the XML declaration must begin with version=\"1.0\" [ill-formed]"},
      {"empty declaration", "<?xml?><a/>"sv,
       "1:6: the XML declaration must begin with version=\"1.0\" [ill-formed]"},
      {"version 1.1", "<?xml version='1.1'?><a/>"sv,
       "1:16: XML version 1.1 is not supported; only 1.0 is [unsupported]"},
      {"version 2.0", "<?xml version='2.0'?><a/>"sv,
       "1:16: XML version 2.0 is not supported; only 1.0 is [unsupported]"},
      {"version with a space", "<?xml version=' 1.0'?><a/>"sv,
       "1:16: the XML version must be \"1.0\" [ill-formed]"},
      {"version without '='", "<?xml version '1.0'?><a/>"sv,
       "1:15: version must be followed by '=' in the XML declaration [ill-formed]"},
      {"version without quotes", "<?xml version=1.0?><a/>"sv,
       "1:15: version's value must stand in quotes in the XML declaration [ill-formed]"},
      {"version without its closing quote", "<?xml version='1.0?><a b='?>'/>"sv,
       "1:15: the value of version is never closed with its quote [ill-formed]"},
      {"open declaration", "<?xml version='1.0' "sv,
       "1:1: the XML declaration is never closed with '?>' [ill-formed]"},
      {"declaration open at a value", "<?xml version='1.0"sv,
       "1:1: the XML declaration is never closed with '?>' [ill-formed]"},
      {"no space before encoding", "<?xml version='1.0'encoding='UTF-8'?><a/>"sv,
       "1:20: white space is missing before encoding in the XML declaration [ill-formed]"},
      {"standalone before encoding", "<?xml version='1.0' standalone='no' encoding='UTF-8'?><a/>"sv,
       "1:37: the XML declaration must be closed with '?>' after version, encoding and standalone, "
       "in this order; found 'e' [ill-formed]"},
      {"standalone neither yes nor no", "<?xml version='1.0' standalone='YES'?><a/>"sv,
       "1:33: standalone must be \"yes\" or \"no\" [ill-formed]"},
      {"declaration closed as a tag", "<?xml version='1.0'><a/>"sv,
       "1:20: the XML declaration must be closed with '?>' after version, encoding and standalone, "
       "in this order; found '>' [ill-formed]"},
  });
}

TEST_CASE("XML: what is wrong with encodings and characters") {
  check({
      {"ISO-8859-1", "<?xml version='1.0' encoding='ISO-8859-1'?><a/>"sv,
       "1:31: encoding ISO-8859-1 is not supported; save the file as UTF-8 [unsupported]"},
      {"no encoding name", "<?xml version='1.0' encoding='8 bit'?><a/>"sv,
       "1:31: \"8 bit\" is not the name of an encoding [ill-formed]"},
      {"UTF-16, little-endian",
       "\xFF\xFE<\x00"
       "a\x00/\x00>\x00"sv,
       "encoding UTF-16 is not supported; save the file as UTF-8 [unsupported]"},
      {"UTF-16, big-endian",
       "\xFE\xFF\x00<\x00"
       "a\x00/\x00>"sv,
       "encoding UTF-16 is not supported; save the file as UTF-8 [unsupported]"},
      {"UTF-16 without a mark",
       "<\x00"
       "a\x00/\x00>\x00"sv,
       "encoding UTF-16 is not supported; save the file as UTF-8 [unsupported]"},
      {"UTF-32", "\xFF\xFE\x00\x00<\x00\x00\x00"sv,
       "encoding UTF-32 is not supported; save the file as UTF-8 [unsupported]"},
      {"not UTF-8", "<a>\n \xE9t</a>"sv,
       "2:2: the byte 0xE9 is not valid UTF-8; save the file as UTF-8 [ill-formed]"},
      {"surrogate", "<a>\xED\xA0\x80</a>"sv,
       "1:4: the byte 0xED is not valid UTF-8; save the file as UTF-8 [ill-formed]"},
      {"overlong", "<a>\xC0\xBC</a>"sv,
       "1:4: the byte 0xC0 is not valid UTF-8; save the file as UTF-8 [ill-formed]"},
      {"cut off", "<a>\xC3"sv,
       "1:4: the byte 0xC3 is not valid UTF-8; save the file as UTF-8 [ill-formed]"},
      {"NUL", "<a>\x00</a>"sv, "1:4: the character U+0000 is not allowed in XML [ill-formed]"},
      {"control character in a value", "<a b='\x0B'/>"sv,
       "1:7: the character U+000B is not allowed in XML [ill-formed]"},
      {"U+FFFE", "<a>\xC3\xA9\xEF\xBF\xBE</a>"sv,
       "1:5: the character U+FFFE is not allowed in XML [ill-formed]"},
      {"U+FFFF", "<a><!--\xEF\xBF\xBF--></a>"sv,
       "1:8: the character U+FFFF is not allowed in XML [ill-formed]"},
      {"second byte order mark", "\xEF\xBB\xBF\xEF\xBB\xBF<a/>"sv,
       "1:1: text can't stand before the root element [ill-formed]"},
  });
}

TEST_CASE("XML: what is wrong with elements and tags") {
  check({
      {"never closed", "<a>\n  <b>\n"sv, "2:3: <b> is never closed [ill-formed]"},
      {"mismatched", "<r>\n<c/>\n<a>\n x</b></a></r>"sv,
       "4:3: </b> closes <a>, which was opened at line 3 [ill-formed]"},
      {"mismatched in case", "<a></A>"sv,
       "1:4: </A> closes <a>, which was opened at line 1 [ill-formed]"},
      {"closing nothing", "</a>"sv, "1:1: </a> closes nothing: no element is open [ill-formed]"},
      {"closed twice", "<a></a></a>"sv,
       "1:8: </a> closes nothing: no element is open [ill-formed]"},
      {"open start tag", "<a><b c='d'"sv,
       "1:4: the tag of <b> is never closed with '>' [ill-formed]"},
      {"start tag open at '<'", "<a><b <c/></a>"sv,
       "1:7: '<' can't stand in the tag of <b>, which must be closed with '>' [ill-formed]"},
      {"start tag without a name", "<a>\n1 < 2</a>"sv,
       "2:3: '<' is followed by a space, which can't begin a name; write &lt; for the character "
       "itself [ill-formed]"},
      {"start tag with a digit", "<a><1/></a>"sv,
       "1:4: '<' is followed by '1', which can't begin a name; write &lt; for the character itself "
       "[ill-formed]"},
      {"lone '<' at the end", "<a/><"sv, "1:5: the tag is never closed with '>' [ill-formed]"},
      {"name that begins with an accent",
       "<\xCC\x81"
       "a/>"sv,
       "1:1: '<' is followed by '\u0301' (U+0301), which can't begin a name; write &lt; for the "
       "character itself [ill-formed]"},
      {"empty start tag", "<>"sv,
       "1:1: '<' is followed by '>', which can't begin a name; write &lt; for the character itself "
       "[ill-formed]"},
      {"'/' without '>'", "<a/ >"sv,
       "1:4: '/' must be followed by '>' in the tag of <a>; found a space [ill-formed]"},
      {"'/' at the end", "<a/"sv, "1:1: the tag of <a> is never closed with '>' [ill-formed]"},
      {"end tag without a name", "<a></ a>"sv,
       "1:4: '</' must be followed by the name of an element; found a space [ill-formed]"},
      {"end tag with more", "<a></a b='c'>"sv,
       "1:8: 'b' can't stand in the end tag </a> [ill-formed]"},
      {"end tag with '/'", "<a></a/>"sv, "1:7: '/' can't stand in the end tag </a> [ill-formed]"},
      {"open end tag", "<a></a"sv, "1:4: the end tag is never closed with '>' [ill-formed]"},
      {"end tag, open behind its name", "<a></a "sv,
       "1:4: the end tag is never closed with '>' [ill-formed]"},
      {"character no name has", "<a\xC3\x97/>"sv,
       "1:3: '\u00D7' (U+00D7) can't stand in the tag of <a>, which must be closed with '>' "
       "[ill-formed]"},
  });
}

TEST_CASE("XML: what is wrong with attributes") {
  check({
      {"twice", "<a b='1'\n c='' b='2'/>"sv, "2:7: <a> has the attribute 'b' twice [ill-formed]"},
      {"no white space", "<a b=''c=''/>"sv,
       "1:8: white space is missing before the attribute 'c' [ill-formed]"},
      {"no value", "<a b></a>"sv,
       "1:5: the attribute 'b' must be followed by '='; found '>' [ill-formed]"},
      {"no value, then another", "<a b c=''></a>"sv,
       "1:6: the attribute 'b' must be followed by '='; found 'c' [ill-formed]"},
      {"no quotes", "<a b=c/>"sv,
       "1:6: the value of the attribute 'b' must stand in quotes [ill-formed]"},
      {"no name", "<a =''/>"sv,
       "1:4: '=' can't stand in the tag of <a>, which must be closed with '>' [ill-formed]"},
      {"typographic quotes",
       "<a b=\xE2\x80\x9C"
       "c\xE2\x80\x9D/>"sv,
       "1:6: the value of the attribute 'b' must stand in quotes [ill-formed]"},
      {"'<' in the value", "<a b='<'/>"sv,
       "1:7: '<' can't stand in the value of the attribute 'b'; write &lt;, or close the value "
       "with ' [ill-formed]"},
      {"missing quote", "<a b=\"c>\n<d e=\"\"/></a>"sv,
       "2:1: '<' can't stand in the value of the attribute 'b'; write &lt;, or close the value "
       "with \" [ill-formed]"},
      {"open value", "<a b='c/>"sv,
       "1:6: the value of the attribute 'b' is never closed with ' [ill-formed]"},
      {"open after the name", "<a b"sv,
       "1:1: the tag of <a> is never closed with '>' [ill-formed]"},
      {"open after '='", "<a b= "sv, "1:1: the tag of <a> is never closed with '>' [ill-formed]"},
      {"a quote too many", "<a b=''' />"sv,
       "1:8: ''' can't stand in the tag of <a>, which must be closed with '>' [ill-formed]"},
  });
}

TEST_CASE("XML: what is wrong with references") {
  check({
      {"unknown entity", "<a>&nbsp;</a>"sv,
       "1:4: the entity &nbsp; is not defined; only &lt; &gt; &amp; &apos; and &quot; are "
       "[ill-formed]"},
      {"in a value", "<a b='&AMP;'/>"sv,
       "1:7: the entity &AMP; is not defined; only &lt; &gt; &amp; &apos; and &quot; are "
       "[ill-formed]"},
      {"lone '&'", "<a>R & D</a>"sv,
       "1:6: '&' begins no reference here; write &amp; for the character itself [ill-formed]"},
      {"no semicolon", "<a>AT&T and</a>"sv,
       "1:6: the reference &T lacks its ';'; write &amp; for the character '&' itself "
       "[ill-formed]"},
      {"no semicolon, in a value", "<a b='?x=1&y=2'/>"sv,
       "1:11: the reference &y lacks its ';'; write &amp; for the character '&' itself "
       "[ill-formed]"},
      {"empty", "<a>&;</a>"sv,
       "1:4: '&' begins no reference here; write &amp; for the character itself [ill-formed]"},
      {"open", "<a>&am"sv, "1:4: the reference is never closed with ';' [ill-formed]"},
      {"open character reference", "<a>&#3"sv,
       "1:4: the reference is never closed with ';' [ill-formed]"},
      {"NUL", "<a>&#0;</a>"sv,
       "1:4: the reference &#0; stands for a character that is not allowed in XML [ill-formed]"},
      {"surrogate", "<a>&#xD800;</a>"sv,
       "1:4: the reference &#xD800; stands for a character that is not allowed in XML "
       "[ill-formed]"},
      {"U+FFFF", "<a>&#65535;</a>"sv,
       "1:4: the reference &#65535; stands for a character that is not allowed in XML "
       "[ill-formed]"},
      {"past Unicode", "<a>&#x110000;</a>"sv,
       "1:4: the reference &#x110000; stands for a character that is not allowed in XML "
       "[ill-formed]"},
      {"far past Unicode", "<a>&#99999999999999999999999;</a>"sv,
       "1:4: the reference &#99999999999999999999999; stands for a character that is not allowed "
       "in XML [ill-formed]"},
      {"no digits", "<a>&#;</a>"sv,
       "1:4: '&#' must be followed by decimal digits and ';'; found ';' [ill-formed]"},
      {"no hexadecimal digits", "<a>&#x;</a>"sv,
       "1:4: '&#x' must be followed by hexadecimal digits and ';'; found ';' [ill-formed]"},
      {"upper-case X", "<a>&#X41;</a>"sv,
       "1:4: '&#' must be followed by decimal digits and ';'; found 'X' [ill-formed]"},
      {"letters as decimal", "<a>&#4A;</a>"sv,
       "1:4: '&#' must be followed by decimal digits and ';'; found 'A' [ill-formed]"},
      {"space within", "<a>& amp;</a>"sv,
       "1:4: '&' begins no reference here; write &amp; for the character itself [ill-formed]"},
  });
}

TEST_CASE("XML: what is wrong with comments, CDATA sections, processing instructions and text") {
  check({
      {"']]>' in text", "<a>\nx]]]></a>"sv,
       "2:3: ']]>' can't stand in text; write ]]&gt; [ill-formed]"},
      {"'--' in a comment", "<a><!-- a -- b --></a>"sv,
       "1:11: '--' can't stand within a comment [ill-formed]"},
      {"comment that ends with '-'", "<a><!-- a ---></a>"sv,
       "1:11: '--' can't stand within a comment [ill-formed]"},
      {"open comment", "<a>\n<!-- a -></a>"sv,
       "2:1: the comment is never closed with '-->' [ill-formed]"},
      {"shortest no comment", "<!--><a/>"sv,
       "1:1: the comment is never closed with '-->' [ill-formed]"},
      {"open comment before the root", "<!-"sv,
       "1:1: '<!' begins neither a comment (<!--) nor a CDATA section (<![CDATA[) [ill-formed]"},
      {"open CDATA section", "<a>\n <![CDATA[ ]] ></a>"sv,
       "2:2: the CDATA section is never closed with ']]>' [ill-formed]"},
      {"CDATA in lower case", "<a><![cdata[]]></a>"sv,
       "1:4: '<!' begins neither a comment (<!--) nor a CDATA section (<![CDATA[) [ill-formed]"},
      {"instruction without a name", "<a><? p?></a>"sv,
       "1:6: a processing instruction must begin with a name; found a space [ill-formed]"},
      {"open instruction", "<a><?p q></a>"sv,
       "1:4: the processing instruction is never closed with '?>' [ill-formed]"},
      {"instruction with more than a name", "<a><?p,q?></a>"sv,
       "1:7: ',' can't stand in the name of a processing instruction [ill-formed]"},
      {"reserved instruction", "<a><?Xml?></a>"sv,
       "1:4: the name 'Xml' of a processing instruction is reserved; the XML declaration begins "
       "with '<?xml' [ill-formed]"},
      {"declaration within", "<a><?xml version='1.0'?></a>"sv,
       "1:4: the XML declaration can stand only at the very start of the document [ill-formed]"},
  });
}

TEST_CASE("XML: the first fault in the text is the one reported") {
  CHECK(problem("<a>&b; \x01</a>") ==
        "1:4: the entity &b; is not defined; only &lt; &gt; &amp; &apos; and &quot; are "
        "[ill-formed]");
  CHECK(problem("<a><!-- \x01 --></a>") ==
        "1:9: the character U+0001 is not allowed in XML [ill-formed]");
  CHECK(problem("<?xml version='1.0' encoding='latin1'?><a>\xE9</a>") ==
        "1:31: encoding latin1 is not supported; save the file as UTF-8 [unsupported]");
}

TEST_CASE("XML: a problem shows its line, without a byte order mark") {
  const XmlResult result = read_xml("\xEF\xBB\xBF<a b>\n</a>", "t.xml");
  REQUIRE(result.problem.has_value());
  CHECK(result.problem->at.column == 5);
  CHECK(result.problem->line == "<a b>");
}

TEST_CASE("XML: limits") {
  CHECK(problem(nested(64)) == "accepted");
  CHECK(problem(nested(65)) == "1:193: <a> is nested deeper than the limit of 64 elements [limit]");
  XmlLimits limits;
  limits.depth = 2;
  CHECK(problem("<a><b/><b/></a>", limits) == "accepted");
  CHECK(problem("<a><b><c/></b></a>", limits) ==
        "1:7: <c> is nested deeper than the limit of 2 elements [limit]");
  limits.depth = 10'000'000;
  CHECK(problem(nested(1'000), limits) == "accepted");
  CHECK(problem(nested(1'000'000), limits) ==
        "1:3073: <a> is nested deeper than the limit of 1024 elements [limit]");

  limits = {};
  limits.elements = 3;
  CHECK(problem("<a b=''><c/></a>", limits) == "accepted");
  CHECK(problem("<a b=''><c/><d/></a>", limits) ==
        "1:14: the document has more elements and attributes than the limit of 3 [limit]");
  CHECK(problem("<a b=''><c d='' e=''/></a>", limits) ==
        "1:12: the document has more elements and attributes than the limit of 3 [limit]");

  limits = {};
  limits.bytes = 4;
  CHECK(problem("<a/>", limits) == "accepted");
  CHECK(problem("<a/>\n", limits) == "the document has 5 bytes, more than the limit of 4 [limit]");
}

TEST_CASE("XML: long names are cut in messages") {
  const std::string name(100, 'x');
  CHECK(problem("<" + name + ">") ==
        "1:1: <" + name.substr(0, 60) + "...> is never closed [ill-formed]");
  std::string accents = "x";
  for (int i = 0; i < 50; ++i) accents += "\u00E9";
  CHECK(problem("<" + accents + ">") ==
        "1:1: <" + accents.substr(0, 59) + "...> is never closed [ill-formed]");
}

TEST_CASE("XML: CRLF and a lone CR each end a line") {
  CHECK(problem("<a>\r\n\r<b></a>") ==
        "3:4: </a> closes <b>, which was opened at line 3 [ill-formed]");
}

TEST_CASE("XML: a repeated attribute among many is found") {
  std::string source = "<a";
  for (int i = 0; i < 50'000; ++i) source += " a" + std::to_string(i) + "=''";
  CHECK(problem(source + " a7='' a3=''/>").find("has the attribute 'a7' twice") !=
        std::string::npos);
}
