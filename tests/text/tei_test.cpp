// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/checksum.hpp"
#include "crossroads/core/error.hpp"
#include "support/check_document.hpp"
#include "text/readers.hpp"

using namespace crossroads;

namespace {

Document read(const std::string& tei) {
  Document document = read_tei("a.tei.xml", tei, {});
  CHECK(test::violations(document) == "");
  return document;
}

Document read_body(const std::string& body) {
  return read("<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><text><body>" + body +
              "</body></text></TEI>");
}

/// "role level of lead-in: words", a line each; lines within words parted by "/".
std::vector<std::string> lines(const Document& document) {
  std::vector<std::string> out;
  for (const Passage& passage : document.passages) {
    std::string line(to_string(passage.role));
    if (passage.level > 0) line += ' ' + std::to_string(passage.level);
    if (passage.lead_in) line += " of " + std::to_string(*passage.lead_in);
    std::string words = text_of(document, passage);
    for (char& c : words) c = c == '\n' ? '/' : c;
    out.push_back(line + ": " + words);
  }
  return out;
}

using Lines = std::vector<std::string>;

std::string error_of(const std::string& xml) {
  try {
    read_tei("a.tei.xml", xml, {});
    return "";
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    return error.what();
  }
}

}  // namespace

TEST_CASE("TEI: blocks, levels and mixed content") {
  CHECK(lines(read_body("<div><head>One</head><p>A <hi>b</hi>,\n c<lb/>d <unknown>e</unknown>.</p>"
                        "<div><head>Two</head><p>x</p></div></div><div1><div2><head>Three</head>"
                        "</div2></div1>")) == Lines{"heading 1: One", "body: A b, c d e.",
                                                    "heading 2: Two", "body: x",
                                                    "heading 2: Three"});
  CHECK(lines(read_body("<quote><p>Said.</p></quote><p>He <quote>said</quote> so.</p>"
                        "<epigraph><q>Words</q></epigraph>")) ==
        Lines{"quote: Said.", "body: He said so.", "quote: Words"});
  CHECK(lines(read_body("<lg><l>One</l><l>two</l></lg><sp><speaker>A.</speaker><p>Go.</p></sp>")) ==
        Lines{"body: One/two", "body: A.", "body: Go."});
  CHECK(lines(read_body("loose <b>words</b><p>x</p> and <p>y</p>")) ==
        Lines{"body: loose words", "body: x", "body: and", "body: y"});
  CHECK(
      lines(read_body("<p>brok<lb break=\"no\"/>en <choice><sic>teh</sic><corr>the</corr></choice>"
                      " <del>not</del><add>so</add></p>")) == Lines{"body: broken the so"});
  CHECK(lines(read_body(
            "<byline>by <docAuthor>A B</docAuthor></byline><docAuthor>C D</docAuthor>")) ==
        Lines{"byline: by A B", "byline: C D"});
  CHECK(
      lines(read_body("<p><persName><forename>A</forename><surname>B</surname></persName>.</p>")) ==
      Lines{"body: A B."});
  CHECK(lines(read_body("<p> </p><p/><div/>")).empty());
}

TEST_CASE("TEI: lists, tables and figures") {
  CHECK(lines(read_body("<p>Two: <list rend='numbered'><item>a</item><item><p>b:</p>"
                        "<list><item>c</item></list></item></list> after</p>")) ==
        Lines{"body: Two:", "list-item 1 of 0: 1. a",
              "list-item 1 of 0: 2. b:", "list-item 2 of 2: \u2022 c", "body: after"});
  CHECK(lines(read_body("<p>Two:</p><list><label>(i)</label><item>a</item></list>")) ==
        Lines{"body: Two:", "list-item 1 of 0: (i) a"});
  CHECK(lines(read_body("<table><head>H</head><row><cell/><cell>x</cell><cell/><cell>y</cell></row>"
                        "</table><figure><head>F</head><figDesc>a boat</figDesc></figure>")) ==
        Lines{"caption: H", "table: x |  | y", "caption: F", "caption: a boat"});
}

TEST_CASE("TEI: figures") {
  CHECK(lines(read_body(
            "<figure><label>1</label><head>Figure 1</head><figDesc>Figure 1. A boat</figDesc>"
            "<figDesc>seen</figDesc></figure><figure><label>2</label><p>x</p></figure>")) ==
        Lines{"caption: Figure 1. A boat", "caption: seen", "body: 2", "body: x"});
}

TEST_CASE("TEI: a figure's parts, and a mark's signs, are looked at once each") {
  const auto many = [](const std::string& what) {
    std::string out;
    for (int i = 0; i < 150'000; ++i) out += what;
    return out;
  };
  for (const std::string& body :
       {"<figure>" + many("<label/>") + "</figure>",
        "<figure>" + many("<head>x</head>") + "<figDesc>" + many("word ") + "</figDesc></figure>",
        "<figure>" + many("<label/>") + "<head>x</head></figure>",
        "<p>x<ref target='#n'>" + many("[[[[[[[[[[") + "1]</ref></p><note xml:id='n'>y</note>"}) {
    read_body(body);  // what is looked at for every part takes longer than CTest allows
  }
}

TEST_CASE("TEI: notes stand at the end, in the order of their calls") {
  const Document document = read_body(
      "<p>A<note n='1' place='foot'>first <hi>note</hi></note> b<ref target='#n2'>2</ref>."
      "</p><note xml:id='n2' place='foot' n='2'><p>second</p></note>"
      "<p>c<ref target='#n2'>2</ref><note>no number</note></p><note n='9' place='margin'>m</note>");
  CHECK(lines(document) == Lines{"body: A[1] b[2].", "body: c[2][1]", "note: [1] first note",
                                 "note: [2] second", "note: [1] no number", "note: [9] m"});
  REQUIRE(document.notes.size() == 5);
  CHECK(document.notes[0].mark == "1");
  CHECK(document.notes[0].passage == 2);
  CHECK(document.notes[0].caller == 0);
  REQUIRE(document.notes[0].call);
  CHECK(document.bytes.substr(document.notes[0].call->begin, 3) == "[1]");
  CHECK(document.notes[1].passage == 3);
  CHECK(document.notes[2].passage == 3);  // the same note, called again
  CHECK(document.notes[2].caller == 1);
  CHECK(!document.notes[4].call);
  CHECK(document.notes[4].passage == 5);
}

TEST_CASE("TEI: pages and what stands at their edges") {
  const Document document = read_body(
      "<pb n='iv'/><fw type='header'>Head</fw><p>one<pb/>two <fw>lost</fw></p><fw "
      "type='pageNum'>5</fw>");
  CHECK(lines(document) == Lines{"running-head: Head", "body: one two", "page-number: 5"});
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[0].label == "iv");
  CHECK(document.pages[0].begin == 0);
  CHECK(document.pages[1].label == "2");
  CHECK(document.bytes.substr(document.pages[1].begin, 3) == "two");
}

TEST_CASE("TEI: references") {
  CHECK(lines(read_body(
            "<listBibl><bibl>Roe, <title>Rivers</title>.</bibl><biblStruct><analytic>"
            "<author><persName><surname>Lee</surname><forename>A.</forename></persName></author>"
            "<title>Mud</title></analytic><monogr><title>Silt</title><imprint>"
            "<biblScope unit='page' from='1' to='9'/><date when='1911'/></imprint></monogr>"
            "</biblStruct></listBibl>")) ==
        Lines{"reference: Roe, Rivers.", "reference: A. Lee. Mud. Silt, 1\u20139, 1911"});
}

TEST_CASE("TEI: what the header says") {
  const std::string xml =
      "<TEI xml:lang='de'><teiHeader><fileDesc><titleStmt><title type='sub'>S</title>"
      "<title type='main'>The Ferry</title><author>Roe, Jane</author><author><persName>"
      "<forename>Jo</forename><surname>Lee</surname></persName></author></"
      "titleStmt><publicationStmt>"
      "<date when='1921-05'/><idno type='DOI'>10.1/x</idno></publicationStmt></fileDesc>"
      "<profileDesc><langUsage><language ident='en-GB'/></langUsage></profileDesc></teiHeader>"
      "<text><body><p>x</p></body></text></TEI>";
  const Document document = read(xml);
  CHECK(document.title == "The Ferry");
  CHECK(document.metadata.authors == std::vector<std::string>{"Roe, Jane", "Jo Lee"});
  CHECK(document.metadata.date == "1921-05");
  CHECK(document.metadata.language == "en-GB");
  CHECK(document.metadata.source == "10.1/x");
  REQUIRE(document.original);
  CHECK(document.original->sha256 == sha256(xml));
  CHECK(document.original->media_type == "application/tei+xml");
}

TEST_CASE("TEI: an article as GROBID writes it") {
  const Document document = read(
      "<TEI><teiHeader><fileDesc><titleStmt><title "
      "type='main'>Floods</title></titleStmt><sourceDesc>"
      "<biblStruct><analytic><author><persName><forename>Ilse</forename><surname>Torvald</surname>"
      "</persName></author></analytic></biblStruct></sourceDesc></fileDesc><encodingDesc><appInfo>"
      "<application ident='GROBID'/></appInfo></encodingDesc><profileDesc><abstract><p>We "
      "study.</p>"
      "</abstract></profileDesc></teiHeader><text><body><div><head n='1.'>Intro</head><p>It floods"
      "<ref type='foot' target='#foot_0'>1</ref> <ref type='bibr' target='#b0'>(Lee "
      "1911)</ref>.</p></div>"
      "<div><head n='1.2'>Detail</head></div><note place='foot' n='1' "
      "xml:id='foot_0'><p>Yearly.</p></note>"
      "</body><back><listBibl><biblStruct xml:id='b0'><note type='raw_reference'>Lee (1911).</note>"
      "</biblStruct></listBibl></back></text></TEI>");
  CHECK(lines(document) == Lines{"heading 1: Floods", "byline: Ilse Torvald", "body: We study.",
                                 "heading 1: 1. Intro", "body: It floods[1] (Lee 1911).",
                                 "heading 2: 1.2 Detail", "reference: Lee (1911).",
                                 "note: [1] Yearly."});
  CHECK(document.metadata.authors == std::vector<std::string>{"Ilse Torvald"});
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].passage == 7);
}

TEST_CASE("TEI: what is refused") {
  CHECK(error_of("<html/>") == "a.tei.xml: is XML, but not TEI: its root is <html>");
  CHECK(error_of("<TEI>").starts_with("a.tei.xml:1:"));
  CHECK(error_of("<!DOCTYPE TEI []><TEI/>").find("document type declaration") != std::string::npos);
  std::string deep = "<TEI>";
  for (int i = 0; i < 300; ++i) deep += "<div>";
  CHECK(error_of(deep).starts_with("a.tei.xml:1:"));
  CHECK(error_of("").starts_with("a.tei.xml:"));
}
