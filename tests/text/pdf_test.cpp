// SPDX-License-Identifier: Apache-2.0
//
// PDFs: what poppler's programs say becomes a document; and what can go wrong with them. Pages are
// drawn here by hand, word by word, so that each rule of layout stands alone.
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/core/utf8.hpp"
#include "support/check_document.hpp"
#include "support/fake_system.hpp"
#include "text/pdf/document.hpp"
#include "text/readers.hpp"

using namespace crossroads;

namespace {

/// Pages as pdftotext describes them: letters are half as wide as their size.
class Drawing {
 public:
  Drawing& page() {
    pages_ += pages_.empty() ? "" : "</page>";
    pages_ += "<page width=\"600\" height=\"800\">\n";
    return *this;
  }
  Drawing& line(double left, double top, const std::string& words, double size = 10) {
    pages_ += "<line>\n";
    std::size_t begin = 0;
    while (begin < words.size()) {
      const std::size_t end = std::min(words.find(' ', begin), words.size());
      const double width = size / 2 * static_cast<double>(end - begin);
      if (end > begin) word(left, top, words.substr(begin, end - begin), width, size);
      left += width + size / 4;
      begin = end + 1;
    }
    pages_ += "</line>\n";
    return *this;
  }
  /// Lines of prose, 12 points apart.
  Drawing& prose(double left, double top, const std::vector<std::string>& lines) {
    for (const std::string& words : lines) line(left, std::exchange(top, top + 12), words);
    return *this;
  }
  [[nodiscard]] std::string layout() const { return "<doc>" + pages_ + "</page></doc>"; }
  [[nodiscard]] Document read() const {
    Document document = pdf_document("drawing.pdf", read_pdf_source(layout(), ""), {});
    CHECK(test::violations(document) == "");
    return document;
  }

 private:
  void word(double left, double top, const std::string& text, double width, double size) {
    pages_ += fmt::format("<word xMin=\"{}\" yMin=\"{}\" xMax=\"{}\" yMax=\"{}\">{}</word>\n", left,
                          top, left + width, top + size / 0.9, text);
  }
  std::string pages_;
};

std::vector<std::string> passages(const Document& document) {
  std::vector<std::string> all;
  for (const Passage& passage : document.passages) {
    std::string words;
    for (const Span range : passage.ranges) {
      words += (words.empty() ? "" : "|") + document.bytes.substr(range.begin, range.size());
    }
    all.push_back(std::string(to_string(passage.role)) + ": " + words);
  }
  return all;
}

/// Six full lines that begin with a name, so that their order shows.
std::vector<std::string> column(const std::string& name, std::size_t width) {
  std::vector<std::string> lines;
  for (int i = 1; i <= 6; ++i) {
    std::string words = fmt::format("{}{}", name, i);
    while (words.size() + 5 < width) words += " word";
    lines.push_back(words);
  }
  lines.back() += ".";
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += (all.empty() ? "" : "\n") + line;
  return all;
}

Error error_of(const std::string& bytes, const RunResult& result) {
  test::FakeSystem system;
  system.program = [&](const Command&, std::string_view, const RunLimits&) { return result; };
  try {
    (void)read_pdf(system, "a.pdf", bytes, {});
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error");
  throw;
}

}  // namespace

TEST_CASE("pdf: columns are read one after the other") {
  const auto a = column("a", 48);
  const auto b = column("b", 48);
  Drawing drawing;
  drawing.page().line(200, 60, "Across both columns", 18);
  // The lines come in turn, as a careless program writes them.
  for (std::size_t i = 0; i < a.size(); ++i) {
    drawing.line(50, 100 + 12.0 * static_cast<double>(i), a[i]);
    drawing.line(320, 100 + 12.0 * static_cast<double>(i), b[i]);
  }
  CHECK(passages(drawing.read()) == std::vector<std::string>{"heading: Across both columns",
                                                             "body: " + joined(a),
                                                             "body: " + joined(b)});
}

TEST_CASE("pdf: three columns, and a heading that parts them") {
  std::vector<std::string> expected;
  Drawing drawing;
  drawing.page();
  for (const int band : {0, 1}) {
    const double top = 100 + 150.0 * band;
    const std::string heading = fmt::format("Part {} of three columns here", band + 1);
    drawing.line(120, top - 40, heading, 20);
    expected.push_back("heading: " + heading);
    for (const int i : {0, 1, 2}) {
      const auto lines = column(fmt::format("c{}{}", band, i), 30);
      drawing.prose(40 + 180.0 * i, top, lines);
      expected.push_back("body: " + joined(lines));
    }
  }
  CHECK(joined(passages(drawing.read())) == joined(expected));
}

TEST_CASE("pdf: a table is no columns of text") {
  Drawing drawing;
  drawing.page();
  for (int i = 0; i < 6; ++i) {
    drawing.line(50, 100 + 12.0 * i, fmt::format("Row{}", i));
    drawing.line(250, 100 + 12.0 * i, fmt::format("cell {}", i));
  }
  const auto found = passages(drawing.read());
  REQUIRE(found.size() == 6);
  CHECK(found[0] == "table: Row0  cell 0");
  CHECK(found[5] == "table: Row5  cell 5");
}

TEST_CASE("pdf: a paragraph goes on behind a page's foot, heads and numbers apart") {
  Drawing drawing;
  const auto a = column("a", 90);
  auto open = a;
  open.back().pop_back();
  auto rest = column("b", 90);
  rest.front()[0] = 'b';
  for (int page = 1; page <= 3; ++page) {
    drawing.page().line(50, 40, "A running head").line(300, 760, std::to_string(page + 6));
    if (page == 1) drawing.prose(50, 100, open);
    if (page == 2) drawing.prose(50, 100, rest);
    if (page == 3) drawing.prose(50, 100, {"The last page has a line of its own."});
  }
  const Document document = drawing.read();
  const auto found = passages(document);
  REQUIRE(found.size() == 8);
  CHECK(found[0] == "running-head: A running head");
  CHECK(found[1] == "body: " + joined(open) + "|" + joined(rest));
  CHECK(found[2] == "page-number: 7");
  CHECK(found[7] == "page-number: 9");
  REQUIRE(document.pages.size() == 3);
  CHECK(document.pages[1].label == "8");
  CHECK(document.bytes[document.pages[1].begin - 1] == '\f');
}

TEST_CASE("pdf: notes at the foot, and what calls them") {
  Drawing drawing;
  auto lines = column("Text", 80);
  drawing.page().prose(50, 100, lines);
  drawing.line(50, 172, "The call stands here");
  drawing.line(148.75, 170, "1", 6);
  drawing.line(50, 700, "1", 5).line(53, 702, "The note's first words, then more", 8);
  drawing.line(50, 712, "and its second line", 8);
  const Document document = drawing.read();
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].mark == "1");
  REQUIRE(document.notes[0].call);
  REQUIRE(document.notes[0].passage);
  const Passage& note = document.passages[*document.notes[0].passage];
  CHECK(note.role == Role::note);
  CHECK(text_of(document, note) == "1The note's first words, then more\nand its second line");
  CHECK(document.passages[*document.notes[0].caller].span().contains(*document.notes[0].call));
}

TEST_CASE("pdf: raised digits that are too many are no mark") {
  std::string ones;
  for (int i = 0; i < 30; ++i) ones += "¹";
  Drawing drawing;
  drawing.page().prose(50, 100, column("Text", 80));
  drawing.line(50, 172, "It is called¹ here, and near" + ones + " too, and twice²");
  drawing.line(50, 700, "¹The note's first words, then more", 8);
  drawing.line(50, 712, ones + " is no note's mark, but stands in it.", 8);
  const Document document = drawing.read();
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].mark == "1");
  CHECK(document.notes[0].call.has_value());
}

TEST_CASE("pdf: a byline's lines are an author each, where each is a name") {
  struct Case {
    std::vector<std::string> lines;
    std::vector<std::string> authors;
  };
  const std::vector<Case> cases{
      {{"Alma Bird", "Tor Vale"}, {"Alma Bird", "Tor Vale"}},
      {{"By Alma Bird", "Harbour Group (Northport)", "Tor Vale"},
       {"Alma Bird", "Harbour Group", "Tor Vale"}},
      {{"Alma Bird, Tor Vale, Pia Moss, Noah Sand, Lena Marsh, Otto Reed, Emma Field and Ida Maria",
        "Wren Grey"},
       {"Alma Bird", "Tor Vale", "Pia Moss", "Noah Sand", "Lena Marsh", "Otto Reed", "Emma Field",
        "Ida Maria Wren Grey"}},
  };
  for (const Case& c : cases) {
    CAPTURE(joined(c.lines));
    Drawing drawing;
    drawing.page().line(50, 60, "What the harbour keeps", 20);
    drawing.prose(50, 100, c.lines).prose(50, 200, column("a", 90));
    const Document document = drawing.read();
    REQUIRE(document.sections.size() == 1);
    std::vector<std::string> authors;
    for (const Author& author : document.sections[0].authors) authors.push_back(author.name);
    CHECK(authors == c.authors);
  }
}

TEST_CASE("pdf: the day a file was made is a day there is") {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"2022-11-06T15:36:06-08", "2022-11-06"},
      {"D:20221106153606-08'00'", "2022-11-06"},
      {"2024-02-29T00:00:00Z", "2024-02-29"},
      {"2023-02-31T00:00:00Z", ""},
      {"D:20230431000000Z", ""},
      {"1970-01-01T00:00:00Z", ""},
      {"yesterday", ""},
      {"", ""},
  };
  for (const auto& [created, date] : cases) {
    CAPTURE(created);
    const std::string properties =
        fmt::format(R"(<meta name="CreationDate" content="{}"/>)", created);
    const std::string layout = Drawing().page().line(50, 60, "Some words").layout();
    CHECK(pdf_document("a.pdf", read_pdf_source(properties + layout, ""), {}).metadata.date ==
          date);
  }
}

TEST_CASE("pdf: a note goes on at the next foot, and no page joins others") {
  Drawing drawing;
  drawing.page()
      .prose(50, 100, column("a", 80))
      .line(50, 172, "Called here")
      .line(101.25, 170, "7", 6);
  drawing.line(50, 700, "7", 5).line(53, 702, "A note that is longer than its page and", 8);
  drawing.page().prose(50, 100, column("b", 80)).line(50, 172, "And here").line(88.75, 170, "8", 6);
  drawing.line(50, 690, "ends only here, in the middle of things.", 8);
  drawing.line(50, 700, "8", 5).line(53, 702, "The next note.", 8);
  drawing.page().prose(50, 100, column("c", 80));
  const Document document = drawing.read();
  REQUIRE(document.notes.size() == 2);
  const Passage& first = document.passages[document.notes[0].passage.value()];
  REQUIRE(first.ranges.size() == 2);
  CHECK(document.bytes.substr(first.ranges[1].begin, 9) == "ends only");
  const Passage& second = document.passages[document.notes[1].passage.value()];
  CHECK(text_of(document, second) == "8The next note.");
  CHECK(document.notes[1].call.has_value());
}

TEST_CASE("pdf: contents, captions, quotes, references and code") {
  Drawing drawing;
  drawing.page().line(50, 60, "A report of several kinds of things", 20);
  drawing.line(50, 100, "First part . . . . . . . . . . . . 1");
  drawing.line(50, 112, "Second part . . . . . . . . . . . 12");
  drawing.line(50, 124, "Third part . . . . . . . . . . . . 140");
  drawing.line(50, 160, "First part", 14).prose(50, 190, column("a", 90));
  std::vector<std::string> quote = column("q", 60);
  drawing.prose(80, 280, quote).prose(50, 370, column("b", 90));
  drawing.line(50, 470, "Table 3: What was counted").line(50, 500, "References", 14);
  drawing.line(50, 530,
               "Bird, A. 2019. A title that is so long that it takes more than one line of");
  drawing.line(70, 542, "the page, and ends here.");
  drawing.line(50, 554, "Vale, T. 2020. Another.");
  const auto found = passages(drawing.read());
  REQUIRE(found.size() == 12);
  CHECK(found[0] == "heading: A report of several kinds of things");
  CHECK(found[1] == "contents: First part . . . . . . . . . . . . 1");
  CHECK(found[3] == "contents: Third part . . . . . . . . . . . . 140");
  CHECK(found[4] == "heading: First part");
  CHECK(found[6] == "quote: " + joined(quote));
  CHECK(found[8] == "caption: Table 3: What was counted");
  CHECK(found[9] == "heading: References");
  CHECK(found[10].starts_with("reference: Bird"));
  CHECK(found[10].ends_with("ends here."));
  CHECK(found[11] == "reference: Vale, T. 2020. Another.");
}

TEST_CASE("pdf: the file's bookmarks say which are headings, and fonts which are bold") {
  const std::string layout =
      "<page width=\"600\" height=\"800\">"
      "<line><word xMin=\"50\" yMin=\"50\" xMax=\"90\" yMax=\"60\">Scope</word></line>"
      "<line><word xMin=\"50\" yMin=\"80\" xMax=\"300\" yMax=\"90\">Some</word></line>"
      "<line><word xMin=\"50\" yMin=\"92\" xMax=\"300\" yMax=\"102\">words.</word></line>"
      "<line><word xMin=\"50\" yMin=\"120\" xMax=\"90\" yMax=\"130\">Limits</word></line>"
      "<line><word xMin=\"50\" yMin=\"150\" xMax=\"300\" yMax=\"160\">Some</word></line>"
      "<line><word xMin=\"50\" yMin=\"162\" xMax=\"300\" yMax=\"172\">more.</word></line>"
      "<line><word xMin=\"50\" yMin=\"190\" xMax=\"90\" yMax=\"200\">Means</word></line>"
      "<line><word xMin=\"50\" yMin=\"220\" xMax=\"300\" yMax=\"230\">Some</word></line>"
      "<line><word xMin=\"50\" yMin=\"232\" xMax=\"300\" yMax=\"242\">last.</word></line></page>";
  const std::string fonts =
      "junk <page number=\"1\"><fontspec id=\"0\" size=\"27\" family=\"ABCDEF+Serif\"/>"
      "<fontspec id=\"1\" size=\"27\" family=\"ABCDEF+Serif-Bold\"/>"
      "<text top=\"150\" left=\"150\" width=\"120\" height=\"30\" font=\"0\">Scope</text>"
      "<text top=\"240\" left=\"150\" width=\"750\" height=\"30\" font=\"0\">Some</text>"
      "<text top=\"360\" left=\"150\" width=\"120\" height=\"30\" font=\"0\">Limits</text>"
      "<text top=\"450\" left=\"150\" width=\"750\" height=\"30\" font=\"0\">Some</text>"
      "<text top=\"570\" left=\"150\" width=\"120\" height=\"30\" font=\"1\"><b>Means</b></text>"
      "<text top=\"660\" left=\"150\" width=\"750\" height=\"30\" font=\"0\">Some</text></page>"
      "<outline><item page=\"1\">1 Scope</item><outline><item page=\"1\">1.1 Limits</item>"
      "</outline></outline>";
  const Document document = pdf_document("a.pdf", read_pdf_source(layout, fonts), {});
  CHECK(joined(passages(document)) ==
        "heading: Scope\nbody: Some\nwords.\nheading: Limits\nbody: Some\nmore.\nheading: Means\n"
        "body: Some\nlast.");
  CHECK(document.passages[0].level == 1);
  CHECK(document.passages[2].level == 2);
}

TEST_CASE("pdf: characters that are none are left out or replaced") {
  const std::string layout =
      "<page width=\"600\" height=\"800\"><line>"
      "<word xMin=\"50\" yMin=\"50\" xMax=\"90\" yMax=\"60\">A&amp;B\x01\x7F</word>"
      "<word xMin=\"95\" yMin=\"50\" xMax=\"120\" yMax=\"60\">\xFF&#233;</word>"
      "<word xMin=\"nan\" yMin=\"50\" xMax=\"120\" yMax=\"60\">no place</word>"
      "<word xMin=\"125\" yMin=\"50\" xMax=\"130\" yMax=\"60\">&#x20;\xC2\xA0</word>"
      "<word xMin=\"135\" yMin=\"50\" xMax=\"150\" yMax=\"60\">&#0;&bad; </line>";
  const Document document = pdf_document("a.pdf", read_pdf_source(layout, ""), {});
  CHECK(document.bytes == "A&B \uFFFD\u00E9  &bad;\n");
  CHECK(test::violations(document) == "");
}

TEST_CASE("pdf: what can't be read is one clear error") {
  const auto failed = [](const std::string& said) {
    RunResult result;
    result.status = 1;
    result.diagnostics = said;
    return result;
  };
  const std::string pdf = "%PDF-1.4\n";
  struct Case {
    std::string bytes;
    RunResult result;
    const char* what;
  };
  RunResult scanned;
  scanned.output = "<page width=\"600\" height=\"800\"></page>";
  RunResult slow = failed("");
  slow.limit = RunResult::Limit::cpu;
  RunResult large = failed("");
  large.limit = RunResult::Limit::output;
  std::string accents;
  for (int i = 0; i < 300; ++i) accents += "\u00E9";
  const std::vector<Case> cases{
      {"", {}, "a.pdf: is empty"},
      {pdf, failed("Syntax Error: a" + accents), "a.pdf: the PDF is damaged: a\u00E9"},
      {pdf, failed("Syntax Error: bad name \xFF\x1B[1m"), "a.pdf: the PDF is damaged: bad name"},
      {"PK\x03\x04", {}, "a.pdf: is not a PDF: it does not begin with %PDF-"},
      {pdf, failed("Command Line Error: Incorrect password\n"),
       "a.pdf: the PDF is encrypted with a password"},
      {pdf, failed("Syntax Error: Invalid page count 0\n"), "a.pdf: the PDF has no pages"},
      {pdf, failed("Syntax Error: Couldn't find trailer dictionary\nSyntax Error: more\n"),
       "a.pdf: the PDF is damaged: Couldn't find trailer dictionary"},
      {pdf, scanned, "a.pdf: the PDF holds no text: its 1 pages are images"},
      {pdf, slow, "a.pdf: reading the PDF takes too long"},
      {pdf, large, "a.pdf: the PDF holds too much text"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Error error = error_of(c.bytes, c.result);
    CHECK(error.kind() == ErrorKind::input);
    CHECK(std::string(error.what()).find(c.what) != std::string::npos);
    CHECK_FALSE(find_invalid_utf8(error.what()));
  }
}

TEST_CASE("pdf: where poppler can't be run, the text and the package are named") {
  for (const char* missing : {"pdftotext", "pdftohtml"}) {
    CAPTURE(missing);
    test::FakeSystem system;
    std::string package;
    system.program = [&](const Command& command, std::string_view, const RunLimits&) -> RunResult {
      package = command.package;
      if (command.words.front() == missing) {
        throw Error(ErrorKind::input, command.words.front() + ": not found");
      }
      RunResult result;
      result.output = Drawing().page().line(50, 60, "Some words").layout();
      return result;
    };
    CHECK_THROWS_WITH_AS(read_pdf(system, "a.pdf", "%PDF-1.4\n", {}),
                         fmt::format("a.pdf: {}: not found", missing).c_str(), Error);
    CHECK(package == "poppler-utils");
  }
}

TEST_CASE("pdf: what made a text of it is known by its version") {
  test::FakeSystem system;
  std::string said = "pdftotext version 9.8.7\nCopyright\n";
  system.program = [&](const Command& command, std::string_view, const RunLimits&) {
    RunResult result;
    const bool asked = command.words.back() == "-v";
    (asked ? result.diagnostics : result.output) =
        asked ? said : Drawing().page().line(50, 60, "Some words").layout();
    return result;
  };
  CHECK(read_pdf(system, "a.pdf", "%PDF-1.4\n", {}).original->converter == "pdftotext 9.8.7");
  said = "none";
  CHECK_THROWS_WITH_AS(read_pdf(system, "a.pdf", "%PDF-1.4\n", {}), doctest::Contains("a.pdf: "),
                       Error);
}
