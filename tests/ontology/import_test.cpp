// SPDX-License-Identifier: Apache-2.0
#include "crossroads/ontology/import.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/ontology/load.hpp"
#include "ontology/bibtex_source.hpp"
#include "ontology/csl_source.hpp"
#include "support/fake_system.hpp"

using namespace crossroads;

namespace {

using Lines = std::vector<std::string>;

/// A source in one line, its parts parted by "|": id, title, year, URL, seen.
std::string line(const Source& source) {
  return source.id + "|" + source.title + "|" + source.year + "|" + source.url + "|" + source.seen;
}

Lines lines(const std::vector<Source>& sources) {
  Lines all;
  for (const Source& source : sources) all.push_back(line(source));
  return all;
}

std::string error_of(const std::string& json) {
  try {
    import_csl_json(json, "w.json");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("what a work says becomes a source") {
  struct Case {
    const char* name;
    const char* work;
    const char* expected;
  };
  const Case cases[] = {
      {"an article",
       R"({"id":"Lind2014","type":"article-journal","author":[{"family":"Lind","given":"Ada"}],
          "title":"Salt","container-title":"Slow Studies","issued":{"date-parts":[[2014,3]]},
          "URL":"https://x.org/a?b=1&c=2","accessed":{"date-parts":[[2015,1,2]]}})",
       "lind2014|Ada Lind, Salt (Slow Studies)|2014|https://x.org/a?b=1&c=2|x.org, read "
       "2015-01-02"},
      {"a report: who published it, and its symbol",
       R"({"id":"r","author":[{"literal":"United Nations"}],"title":"On the Valley",
          "publisher":"UN","number":"A/55/305","issued":{"date-parts":[["2000","08"]]}})",
       "r|United Nations, On the Valley (UN, A/55/305)|2000||"},
      {"what the title says is not said again",
       R"({"id":"r","title":"Report A/55/305","number":"A/55/305"})", "r|Report A/55/305|||"},
      {"particles and suffixes",
       R"({"id":"p","title":"T","author":[{"family":"Coning","given":"Cedric",
          "dropping-particle":"de"},{"family":"Gogh","given":"V.","non-dropping-particle":"van",
          "suffix":"Jr."}]})",
       "p|Cedric de Coning and V. van Gogh Jr., T|||"},
      {"three authors",
       R"({"id":"p","title":"T","author":[{"family":"A"},{"family":"B"},{"family":"C"}]})",
       "p|A, B and C, T|||"},
      {"four authors",
       R"({"id":"p","title":"T","author":[{"family":"A"},{"family":"B"},{"family":"C"},
          {"family":"D"}]})",
       "p|A and others, T|||"},
      {"others, as BibTeX writes them",
       R"({"id":"p","title":"T","author":[{"family":"A"},{"literal":"others"}]})",
       "p|A and others, T|||"},
      {"an editor", R"({"id":"p","title":"T","editor":[{"family":"E","given":"F."}]})",
       "p|F. E (ed.), T|||"},
      {"no title", R"({"id":"p","author":[{"literal":"A"}]})", "p|A|||"},
      {"a DOI is an address", R"j({"id":"p","title":"T","DOI":"10.1000/a(b)"})j",
       "p|T||https://doi.org/10.1000/a(b)|"},
      {"a DOI where the address is none",
       R"({"id":"p","title":"T","DOI":"10.1000/x","URL":"www.x.org"})",
       "p|T||https://doi.org/10.1000/x|"},
      {"an address among the publishers", R"({"id":"p","title":"T","publisher":"http://x.org/a"})",
       "p|T||http://x.org/a|"},
      {"markup goes, other angle brackets stay",
       R"({"id":"p","title":"<i>A</i> <span class=\"nocase\">B</span> <tag> 1 < 2 H<sub>2</sub>O"})",
       "p|A B <tag> 1 < 2 H2O|||"},
      {"one line without control characters",
       "{\"id\":\"p\",\"title\":\" A\\n\\tB\\u0000\\u001b[31mC\\u0085 \"}", "p|A B [31mC|||"},
      {"a year as text",
       R"({"id":"p","title":"T","issued":{"literal":"0000, circa 1999, or 12345"}})", "p|T|1999||"},
      {"no year", R"({"id":"p","title":"T","issued":{"date-parts":[]}})", "p|T|||"},
      {"a date that is none", R"({"id":"p","title":"T","issued":{"date-parts":[[2013,44]]}})",
       "p|T|2013||"},
      {"a year before Christ", R"({"id":"p","title":"T","issued":{"date-parts":[[-44]]}})",
       "p|T|||"},
      {"values of another kind are ignored",
       R"({"id":7,"title":["T"],"author":"A","issued":7,"URL":{},"x":[[[]]],"number":null})",
       "7|T|||"},
      {"a citation key before an id",
       R"({"id":"http://zotero.org/users/1/items/AB","citation-key":"Key:1","title":"T"})",
       "key-1|T|||"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.name);
    const ImportedSources imported = import_csl_json("[" + std::string(test.work) + "]", "w.json");
    CHECK(imported.left_out.empty());
    CHECK(lines(imported.sources) == Lines{test.expected});
  }
}

TEST_CASE("an id is made of the key") {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"DeConing2015", "deconing2015"},
      {"DBLP:conf/x_1.2", "dblp-conf-x_1.2"},
      {"Müller_Ærø-Ünł", "muller_aro-unl"},
      {"Mu\u0308ller", "muller"},
      {"  --a - b--  ", "a-b"},
      {"ключ", ""},
      {"清A", "a"},
      {"...", ""},
      {"Žižek–2002", "zizek-2002"},
  };
  for (const auto& [key, id] : cases) {
    CAPTURE(key);
    CHECK(id_of_key(key) == id);
  }
}

TEST_CASE("works that can't be taken are named, and the others are taken") {
  const ImportedSources imported = import_csl_json(
      R"({"items":[
        {"id":"b","title":"B"}, {"id":"empty","note":"x"}, {"title":"No key"}, 7,
        {"id":"b","title":"B"}, {"id":"b","title":"Another"}, {"id":"B","title":"Third"},
        {"id":"ключ","title":"T"}, {"id":"a","title":"A","URL":"www.x.org","accessed":
        {"date-parts":[[2015]]}}]})",
      "w.json");
  CHECK(lines(imported.sources) == Lines{"a|A|||", "b|B|||"});
  CHECK(imported.left_out == Lines{"'empty' has neither title nor author",
                                   "work 3 has no key (\"id\")", "work 4 has no key (\"id\")",
                                   "'b' is there before, as another work",
                                   "'B' makes the id 'b', as 'b' does: give it another key",
                                   "'ключ' makes no id: give it a key of letters a-z and digits"});
  CHECK(imported.notes == Lines{"'a' is taken without its address, which is no URL: www.x.org"});
}

TEST_CASE("the order of the works changes nothing") {
  const std::string a = R"({"id":"a","title":"A"})";
  const std::string b = R"({"id":"b","title":"B"})";
  CHECK(write_sources(import_csl_json("[" + a + "," + b + "]", "w").sources) ==
        write_sources(import_csl_json("[" + b + "," + a + "]", "w").sources));
}

TEST_CASE("what is no CSL-JSON is refused") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"{\"nodes\":[]}", "w.json: is no CSL-JSON"},
      {"7", "w.json: is no CSL-JSON"},
      {"{\"items\":7}", "w.json: is no CSL-JSON"},
      {"[{]", "w.json:1:3: "},
      {"", "w.json:1:1: "},
      {std::string(100'000, '['), "w.json: JSON"},
      {"[{\"id\":\"a\",\"title\":\"\xe9\"}]", "w.json:1:"},
  };
  for (const auto& [json, expected] : cases) {
    CAPTURE(expected);
    CHECK(error_of(json).substr(0, expected.size()) == expected);
  }
}

TEST_CASE("whatever a source holds, its file is one that check has nothing to say about") {
  const std::vector<Source> sources = {{"a", "\"Q\" & <b> ]]> 'x' \u0001\u0085\uFFFE\uFFFF é 😀",
                                        "2013", "https://x.org/?a=\"<&>'", "x.org,\nread \"then\""},
                                       {"b.c_d-1", "T", "", "", ""}};
  const std::string xml = write_sources(sources);
  const LoadResult loaded = load_ontology({{"s.xml", xml}});
  CHECK(loaded.findings.empty());
  CHECK(lines(loaded.ontology.sources) ==
        Lines{"a|\"Q\" & <b> ]]> 'x' \uFFFD\uFFFD é 😀|2013|https://x.org/?a=\"<&>'|x.org, read "
              "\"then\"",
              "b.c_d-1|T|||"});
  CHECK(write_sources(loaded.ontology.sources) == xml);
}

TEST_CASE("BibTeX for pandoc: titles keep their capitals, what is not used is emptied") {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"@article{k, title = {A Bc}, note = {X}}", "@article{k, title = {{A Bc}}, note = {X}}"},
      {"@a{k,Title=\"A {\"}B\" # c # {D},}", "@a{k,Title=\"{A {\"}B}\" # c # {{D}},}"},
      {"@a{k, booktitle={A \\{ B {C}}, year=2001}", "@a{k, booktitle={{A \\{ B {C}}}, year=2001}"},
      {"% @a{\n@a{k, %x}\n title={A}}", "% @a{\n@a{k, %x}\n title={{A}}}"},
      {"@string{title={A}} @comment{title={A}} @comment x @a{k,title={A}} title={B}",
       "@string{title={A}} @comment{title={A}} @comment x @a{k,title={{A}}} title={B}"},
      {"@a{k}@b{l,title=x}", "@a{k}@b{l,title=x}"},
      {"@a{k, Abstract = {A\n{B} %\nC}, file=\"x\", keywords = y, note={z}}",
       "@a{k, Abstract = {\n\n}, file=\"\", keywords = y, note={z}}"},
      // What can't be told apart stays as it is.
      {"@a{k,title={A}} @b{l,title={B}", "@a{k,title={A}} @b{l,title={B}"},
      {"@a{k,title={A}} @b{l,title={B", "@a{k,title={A}} @b{l,title={B"},
      {"@a{k,title={A\\", "@a{k,title={A\\"},
      {"@a(k,title={A})", "@a(k,title={A})"},
      {"", ""},
  };
  for (const auto& [bibtex, expected] : cases) {
    CAPTURE(bibtex);
    CHECK(bibtex_for_pandoc(bibtex) == expected);
  }
}

TEST_CASE("BibTeX is read by pandoc, in its sandbox") {
  test::FakeSystem system;
  system.program = [](const Command& command, std::string_view input, const RunLimits& limits) {
    CHECK(command.words == Lines{"pandoc", "--sandbox", "--from", "biblatex", "--to", "csljson"});
    CHECK(command.package == "pandoc");
    CHECK(input == "@a{k,title={{A}}}");
    CHECK(limits.memory == std::size_t{2} << 30U);
    RunResult result;
    result.output = R"([{"id":"k","title":"A"}])";
    return result;
  };
  CHECK(lines(import_bibtex(system, "@a{k,title={A}}", "w.bib").sources) == Lines{"k|A|||"});
}

TEST_CASE("what pandoc says of broken BibTeX is said in one line") {
  test::FakeSystem system;
  system.program = [](const Command&, std::string_view, const RunLimits&) {
    RunResult result;
    result.status = 65;
    result.diagnostics =
        "[WARNING] x\nError at (line 3, column 1):\nunexpected end of input\nmore\n";
    return result;
  };
  CHECK_THROWS_WITH_AS(import_bibtex(system, "@a{", "w.bib"),
                       "w.bib: pandoc can't read it as BibTeX: Error at (line 3, column 1): "
                       "unexpected end of input",
                       Error);
}
