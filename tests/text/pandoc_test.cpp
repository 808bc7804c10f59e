// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/program_version.hpp"
#include "crossroads/core/error.hpp"
#include "support/check_document.hpp"
#include "support/fake_system.hpp"
#include "support/programs.hpp"
#include "text/pandoc/ast.hpp"
#include "text/readers.hpp"

using namespace crossroads;

namespace {

using Lines = std::vector<std::string>;

Lines lines(const Document& document) {
  CHECK(test::violations(document) == "");
  Lines out;
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

Document read_ast(const std::string& blocks, const AstOptions& ast = {},
                  const std::string& meta = "{}") {
  return read_pandoc_ast("a.docx", "{\"meta\":" + meta + ",\"blocks\":[" + blocks + "]}", ast, {});
}

Document read_page(const std::string& html) {
  return read_pandoc(*real_system(), "page.html", html, TextFormat::html, {});
}

/// "mark: text's number < caller's number".
Lines notes(const Document& document) {
  Lines out;
  for (const Footnote& note : document.notes) {
    out.push_back(note.mark + ": " + (note.passage ? std::to_string(*note.passage) : "none") +
                  " < " + (note.caller ? std::to_string(*note.caller) : "none"));
  }
  return out;
}

}  // namespace

TEST_CASE("pandoc: what is not as it should be reads as empty") {
  for (const char* blocks :
       {"", "null", "1", "[]", "{}", R"({"t":"Para"})", R"({"t":"Para","c":"x"})",
        R"({"t":"Header","c":[]})", R"({"t":"Header","c":["x",1,[]]})",
        R"({"t":"Table","c":[1,2]})", R"({"t":"OrderedList","c":[[-5,{},{}],[[]]]})",
        R"({"t":"Div","c":[[],null]})",
        R"({"t":"Para","c":[{"t":"Note"},{"t":"Link"},{"t":"Span","c":[1]}]})"}) {
    CAPTURE(blocks);
    CHECK_NOTHROW(lines(read_ast(blocks)));
  }
  CHECK(read_pandoc_ast("a.docx", "[]", {}, {}).passages.empty());
  CHECK_THROWS_AS(read_pandoc_ast("a.docx", "{", {}, {}), Error);
}

TEST_CASE("pandoc: words are clean") {
  const Document document = read_ast(
      R"({"t":"Para","c":[{"t":"Space"},{"t":"Str","c":"a\u0007b\u00a0"},{"t":"SoftBreak"},)"
      R"({"t":"Quoted","c":[{"t":"DoubleQuote"},[{"t":"Str","c":"q"}]]},{"t":"LineBreak"},)"
      R"({"t":"Math","c":[{"t":"InlineMath"},"x^2"]},{"t":"RawInline","c":["html","<b>"]},{"t":"Space"}]},)"
      R"({"t":"CodeBlock","c":[["",[],[]],"  if x:\n    y\n\n"]})");
  CHECK(lines(document) == Lines{"body: a b\u00A0 \u201Cq\u201D/x^2", "code: if x:/    y"});
}

TEST_CASE("pandoc: numbers of lists") {
  const auto first_item = [](const std::string& attributes) {
    return lines(read_ast(R"({"t":"OrderedList","c":[[)" + attributes +
                          R"(],[[{"t":"Plain","c":[{"t":"Str","c":"x"}]}]]]})"))
        .at(0);
  };
  CHECK(first_item(R"(3,{"t":"Decimal"},{"t":"Period"})") == "list-item 1: 3. x");
  CHECK(first_item(R"(28,{"t":"LowerAlpha"},{"t":"OneParen"})") == "list-item 1: ab) x");
  CHECK(first_item(R"(1994,{"t":"UpperRoman"},{"t":"TwoParens"})") == "list-item 1: (MCMXCIV) x");
  CHECK(first_item(R"(-1,{"t":"LowerRoman"},{"t":"Period"})") == "list-item 1: 0. x");
}

TEST_CASE("pandoc: a deep tree is read or refused, and never overflows the stack") {
  const auto nested = [](int depth) {
    std::string blocks;
    for (int i = 0; i < depth; ++i) blocks += R"({"t":"BlockQuote","c":[)";
    blocks += R"({"t":"Para","c":[{"t":"Str","c":"x"}]})";
    for (int i = 0; i < depth; ++i) blocks += "]}";
    return blocks;
  };
  CHECK(lines(read_ast(nested(1000))) == Lines{"quote: x"});
  CHECK_THROWS_WITH_AS(read_ast(nested(100'000)),
                       "a.docx: pandoc's answer: JSON is nested more than 2048 deep", Error);
}

TEST_CASE("pandoc: a title that it takes out of the text comes back") {
  const std::string meta =
      R"({"title":{"t":"MetaInlines","c":[{"t":"Str","c":"T"}]},"author":{"t":"MetaList","c":[)"
      R"({"t":"MetaInlines","c":[{"t":"Str","c":"A B"}]},{"t":"MetaString","c":"C D"}]},)"
      R"("date":{"t":"MetaInlines","c":[{"t":"Str","c":"May 2020"}]},)"
      R"("abstract":{"t":"MetaBlocks","c":[{"t":"Para","c":[{"t":"Str","c":"Short."}]}]}})";
  const Document document = read_ast(R"({"t":"Para","c":[{"t":"Str","c":"x"}]})",
                                     {.title = AstOptions::Title::in_meta}, meta);
  CHECK(lines(document) ==
        Lines{"heading 1: T", "byline: A B, C D", "metadata: May 2020", "body: Short.", "body: x"});
  CHECK(document.title == "T");
  CHECK(document.metadata.authors == Lines{"A B", "C D"});
  CHECK(document.metadata.date == "2020-05");
}

TEST_CASE("pandoc: a missing program's error names the package") {
  class WithoutPrograms final : public System {
   public:
    FileKind kind_of(const std::string&) override { return FileKind::none; }
    std::string read_file(const std::string&, std::size_t) override { return {}; }
    std::string read_standard_input(std::size_t) override { return {}; }
    std::vector<std::string> list_folder(const std::string&) override { return {}; }
    void write_standard_output(std::string_view) override {}
    std::string write_temporary(const std::string&, std::string_view) override { return {}; }
    void replace(const std::string&, const std::string&) override {}
    void discard(const std::string&) noexcept override {}
    RunResult run_program(const Command& command, std::string_view, const RunLimits&) override {
      CHECK(command.package == "pandoc");
      CHECK(command.words.at(0) == "pandoc");
      CHECK(command.words.at(1) == "--sandbox");
      throw Error(ErrorKind::input, "pandoc: is missing");
    }
  };
  WithoutPrograms system;
  CHECK_THROWS_WITH_AS(read_pandoc(system, "a.odt", "", TextFormat::odt, {}),
                       "a.odt: pandoc: is missing", Error);
}

TEST_CASE("pandoc: the document names the version that converted it, which has to be told") {
  test::FakeSystem system;
  int asked = 0;
  RunResult version;
  system.program = [&](const Command& command, std::string_view, const RunLimits&) {
    if (command.words.at(1) == "--version") return ++asked, version;
    RunResult answer;
    answer.output = R"({"meta":{},"blocks":[{"t":"Para","c":[{"t":"Str","c":"x"}]}]})";
    return answer;
  };
  const auto converter = [&] {
    return read_pandoc(system, "a.docx", "", TextFormat::docx, {}).original.value().converter;
  };
  version.output = "pandoc 3.1.11.1-nightly\nFeatures: +server\n";
  CHECK(converter() == "pandoc 3.1.11.1-nightly");
  version = {};
  version.diagnostics = "pdftotext version 22.12.0\nCopyright 2005-2022\n";
  CHECK(version_of(system, {{"pdftotext", "--version"}, ""}) == "pdftotext 22.12.0");
  CHECK(asked == 2);
  const char* why = "a.docx: pandoc: does not say its version";
  for (const char* said : {"", "pandoc\n2.17\n", "pandoc of today"}) {
    CAPTURE(said);
    version.output = said;
    version.diagnostics = "";
    CHECK_THROWS_WITH_AS(converter(), why, Error);
  }
  version.output = "pandoc 2.17\n";
  version.status = 1;
  CHECK_THROWS_WITH_AS(converter(), why, Error);
}

TEST_CASE("pages: what leads about is left out, and what is in <main> is kept") {
  if (!test::is_installed("pandoc")) return;
  const std::string page =
      "<html lang=en><head><title>The Ports | Site</title><meta name=author content='A "
      "B'></head><body>"
      "<header>Site <nav><ul><li>Home</ul></nav></header><div id=cookie-banner>We use cookies</div>"
      "<main><h1>The Ports</h1><p class=byline>By A B</p><p>One <button>Share</button>two.</p>"
      "<aside>See also</aside></main><p>Outside</p><footer>Imprint</footer></body></html>";
  const Document document = read_page(page);
  CHECK(lines(document) == Lines{"heading 1: The Ports", "byline: By A B", "body: One two."});
  CHECK(document.title == "The Ports");
  CHECK(document.metadata.language == "en");
  CHECK(document.metadata.authors == Lines{"A B"});

  CHECK(lines(read_page("<nav>x</nav><p>kept</p><footer>y</footer>")) == Lines{"body: kept"});
  CHECK(lines(read_page("<p>side</p><article><p>kept</p></article>")) == Lines{"body: kept"});
  CHECK(lines(read_page("<article><p>one</p></article><article><p>two</p></article>")) ==
        Lines{"body: one", "body: two"});
  CHECK(lines(read_page("<main></main><p>kept, for main is empty</p>")) ==
        Lines{"body: kept, for main is empty"});
  CHECK(lines(read_page(
            "<table><tr><td><h2>Laid</h2><p>out</p></td><td><p>so</p></td></tr></table>")) ==
        Lines{"heading 2: Laid", "body: out", "body: so"});
}

TEST_CASE("pages: a list of links within the page is a table of contents") {
  if (!test::is_installed("pandoc")) return;
  CHECK(lines(read_page("<ul><li><a href='#a'>A</a><ol><li>1.2 <a href='#b'>B</a></ol>"
                        "<li><span><a href='#c'>C</a></span></ul>")) ==
        Lines{"contents 1: \u2022 A", "contents 2: 1. 1.2 B", "contents 1: \u2022 C"});
  for (const char* list :
       {"<ul><li><a href='#a'>A</a><li><a href='#b'>B</a></ul>",
        "<ul><li><a href='#a'>A</a><li><a href='#b'>B</a> words<li><a href='#c'>C</a></ul>",
        "<ul><li><a href='a.html'>A</a><li><a href='#b'>B</a><li><a href='#c'>C</a></ul>"}) {
    CAPTURE(list);
    CHECK(read_page(list).passages.at(0).role == Role::list_item);
  }
}

TEST_CASE("pages: footnotes as several makers write them") {
  if (!test::is_installed("pandoc")) return;
  struct Case {
    const char* name;
    const char* html;
    Lines lines;
    Lines notes;
  };
  const std::vector<Case> cases{
      {"Word",
       "<p>Text<a style='x' href='#_ftn1' name='_ftnref1'>[1]</a>.</p><div><hr><div id=ftn1>"
       "<p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> Note.</p></div></div>",
       {"body: Text[1].", "note: [1] Note."},
       {"1: 1 < 0"}},
      {"MediaWiki, a note called twice",
       "<p>A<sup id='cite_ref-1' class='reference'><a href='#cite_note-1'>[1]</a></sup> "
       "b<sup class='reference'><a href='#cite_note-1'>[1]</a></sup></p><ol class='references'>"
       "<li id='cite_note-1'><span class='mw-cite-backlink'><b><a "
       "href='#cite_ref-1'>^</a></b></span> "
       "<span class='reference-text'>Note.</span></li></ol>",
       {"body: A[1] b[1]", "note: [1] Note."},
       {"1: 1 < 0", "1: 1 < 0"}},
      {"docutils of old",
       "<p>A<a class='footnote-reference' href='#id2' id='id1'>1</a></p><dl class='footnote'>"
       "<dt class='label' id='id2'><a class='x' href='#id1'>1</a></dt><dd><p>Note.</p></dd></dl>",
       {"body: A[1]", "note: [1] Note."},
       {"1: 1 < 0"}},
      {"stars by hand",
       "<p>A<sup><a href='#s' id='r'>*</a></sup></p><p id=s><sup><a href='#r'>*</a></sup> "
       "Note.</p>",
       {"body: A[*]", "note: [*] Note."},
       {"*: 1 < 0"}},
      {"a text that is missing",
       "<p>A<sup><a href='#fn7'>7</a></sup></p>",
       {"body: A[7]"},
       {"7: none < 0"}},
      {"links that are no notes",
       "<p>See <a href='#part-2'>part 2</a>, x<sup>2</sup>, <a href='b.html#fn1'>there</a>.</p>",
       {"body: See part 2, x2, there."},
       {}},
  };
  for (const Case& test : cases) {
    CAPTURE(test.name);
    const Document document = read_page(test.html);
    CHECK(lines(document) == test.lines);
    CHECK(notes(document) == test.notes);
  }
}
