// SPDX-License-Identifier: Apache-2.0
//
// Against real files, in a folder of the test's own.
#include <sys/stat.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/pipeline/corpus.hpp"
#include "support/fake_system.hpp"
#include "support/work_folder.hpp"

using namespace crossroads;
namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

namespace {

class Texts {
 public:
  Texts() {
    for (const char* file :
         {"texts/b.txt", "texts/a.md", "texts/deep/er/c.MARKDOWN", "texts/deep/b.txt",
          "texts/.hidden.txt", "texts/.git/x.txt", "texts/data.json", "texts/noend", "other/b.txt",
          "alone.text", "onto/b.xml", "onto/sub/a.XML", "onto/.x.xml", "none/readme.json"}) {
      folder_.write(file, "bytes of " + std::string(file));
    }
  }

  [[nodiscard]] std::string at(const std::string& name) const { return folder_.at(name); }
  void write(const std::string& name, const std::string& bytes = "x") const {
    folder_.write(name, bytes);
  }

  /// "id = path", with the folder of the test left out.
  [[nodiscard]] Lines texts(const Lines& arguments, const std::string& root = "") const {
    Lines lines;
    for (const CorpusFile& file : find(arguments, root).files) {
      lines.push_back(file.id + " = " + folder_.without(file.path));
    }
    return lines;
  }

  [[nodiscard]] Corpus find(const Lines& arguments, const std::string& root = "",
                            const std::string& list = "") const {
    return find_texts(*system_, here(arguments),
                      {root.empty() ? "" : at(root), list.empty() ? "" : at(list)});
  }

  /// What is left out, without the folder of the test.
  [[nodiscard]] Lines left_out(const Lines& arguments) const {
    Lines lines;
    for (const Error& error : find(arguments).left_out) {
      lines.push_back(folder_.without(error.what()));
    }
    return lines;
  }

  [[nodiscard]] Lines ontology(const Lines& arguments) const {
    Lines lines;
    for (const OntologyFile& file : read_ontology_files(*system_, here(arguments))) {
      lines.push_back(folder_.without(file.name) + " = " + file.bytes);
    }
    return lines;
  }

  template <class Job>
  std::string refusal(Job job) const {
    try {
      static_cast<void>(job());
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::input);
      return folder_.without(error.what()) + (error.remedy().empty() ? "" : " | " + error.remedy());
    }
    return "";
  }

 private:
  [[nodiscard]] Lines here(Lines arguments) const {
    for (std::string& argument : arguments) {
      if (argument != "-") argument = at(argument);
    }
    return arguments;
  }

  test::WorkFolder folder_{"corpus"};
  std::unique_ptr<System> system_ = real_system();
};

}  // namespace

TEST_CASE("corpus: texts of a folder, at any depth, but for hidden ones and other files") {
  const Texts corpus;
  const Lines all = {"a.md = texts/a.md", "b.txt = texts/b.txt", "deep/b.txt = texts/deep/b.txt",
                     "deep/er/c.MARKDOWN = texts/deep/er/c.MARKDOWN"};
  CHECK(corpus.texts({"texts"}) == all);
  CHECK(corpus.texts({"texts/"}) == all);
  CHECK(corpus.texts({"texts///"}) == all);
  CHECK(corpus.texts({"texts", "texts"}) == all);
}

TEST_CASE("corpus: a file that is named is a text, whatever it is called") {
  const Texts corpus;
  CHECK(corpus.texts({"alone.text"}) == Lines{"alone.text = alone.text"});
  CHECK(corpus.texts({"texts/.hidden.txt"}) == Lines{".hidden.txt = texts/.hidden.txt"});
  CHECK(corpus.texts({"texts/deep/er/c.MARKDOWN", "texts/noend"}) ==
        Lines{"c.MARKDOWN = texts/deep/er/c.MARKDOWN", "noend = texts/noend"});
  CHECK(corpus.texts({"-", "alone.text"}) == Lines{"alone.text = alone.text", "stdin = -"});
  CHECK(corpus.texts({}).empty());
}

TEST_CASE("corpus: below --root") {
  const Texts corpus;
  CHECK(corpus.texts({"texts/deep"}, "texts") ==
        Lines{"deep/b.txt = texts/deep/b.txt", "deep/er/c.MARKDOWN = texts/deep/er/c.MARKDOWN"});
  CHECK(corpus.texts({"texts/deep"}, "texts/deep/") ==
        Lines{"b.txt = texts/deep/b.txt", "er/c.MARKDOWN = texts/deep/er/c.MARKDOWN"});
  CHECK(corpus.refusal([&] { return corpus.texts({"other/b.txt"}, "texts"); }) ==
        "other/b.txt: does not lie below --root texts");
  CHECK(corpus.refusal([&] { return corpus.texts({"texts/b.txt"}, "text"); }) ==
        "texts/b.txt: does not lie below --root text");
  // The root of all.
  const auto system = real_system();
  const auto files = find_texts(*system, {corpus.at("alone.text")}, {"/"}).files;
  REQUIRE(files.size() == 1);
  CHECK("/" + files[0].id == corpus.at("alone.text"));
}

TEST_CASE("corpus: equal ids, and what --root does about them") {
  const Texts corpus;
  CHECK(
      corpus.refusal([&] {
        return corpus.texts({"texts", "other"});
      }) ==
      "other/b.txt and texts/b.txt: both would be called 'b.txt' | --root DIR calls texts by their "
      "paths below DIR");
  CHECK(
      corpus.refusal([&] {
        return corpus.texts({"texts/b.txt", "other/b.txt"});
      }) ==
      "other/b.txt and texts/b.txt: both would be called 'b.txt' | --root DIR calls texts by their "
      "paths below DIR");
  const auto system = real_system();
  const std::string root = corpus.at("");
  const auto files =
      find_texts(*system, {corpus.at("texts/b.txt"), corpus.at("other")}, {root}).files;
  REQUIRE(files.size() == 2);
  CHECK(files[0].id == "other/b.txt");
  CHECK(files[1].id == "texts/b.txt");
}

TEST_CASE("corpus: what is missing or empty") {
  const Texts corpus;
  CHECK(corpus.texts({"nowhere", "none", "*.pdf", "gone"}).empty());
  CHECK(corpus.left_out({"nowhere", "none", "*.pdf", "gone"}) ==
        Lines{"nowhere: there is no such file or folder", "none: holds no text",
              "*.pdf: there is no such file, and nothing fits it as a pattern",
              "gone: there is no such file or folder"});
  CHECK(corpus.find({"none"}).left_out[0].remedy() ==
        "texts end in .txt, .md, .html, .pdf, .docx, .odt, .epub, .tei.xml or .jsonl");
  CHECK(corpus.texts({"alone.text", "nowhere", "none"}) == Lines{"alone.text = alone.text"});
  CHECK(corpus.left_out({"alone.text", "nowhere", "none"}) ==
        Lines{"nowhere: there is no such file or folder", "none: holds no text"});
  CHECK(corpus.refusal([&] { return corpus.ontology({"none"}); }) ==
        "none: holds no ontology | an ontology is one or more files that end in .xml");
  CHECK(corpus.refusal([&] { return corpus.ontology({"nowhere.xml"}); }) ==
        "nowhere.xml: can't open: No such file or directory");
}

TEST_CASE("corpus: files of other kinds are counted, and what is said of texts is none") {
  const Texts corpus;
  for (const char* file : {"mix/a.pdf", "mix/b.PNG", "mix/c.png", "mix/README", "mix/d.html",
                           "mix/a.pdf.structure.json"}) {
    corpus.write(file);
  }
  corpus.write("mix/corpus.json", "{}");
  corpus.write("mix/tei.xml", "<?xml version='1.0'?><TEI/>");
  corpus.write("mix/ontology.xml", "<ontology/>");
  corpus.write("mix/texts.jsonl", "{\"text\":\"a\"}\n");
  corpus.write("mix/mentions.jsonl", "{\"entry\":\"a\"}\n");
  CHECK(corpus.texts({"mix"}) == Lines{"a.pdf = mix/a.pdf", "d.html = mix/d.html",
                                       "tei.xml = mix/tei.xml", "texts.jsonl = mix/texts.jsonl"});
  CHECK(corpus.find({"mix", "mix"}).skipped ==
        std::map<std::string, std::size_t>{
            {".jsonl", 1}, {".png", 2}, {".xml", 1}, {"no ending", 1}});
  CHECK(corpus.left_out(
            {"mix/corpus.json", "mix/mentions.jsonl", "mix/a.pdf.structure.json", "mix/c.png"}) ==
        Lines{"mix/corpus.json: says something of texts, and is none itself",
              "mix/mentions.jsonl: its lines are no objects with a 'text'",
              "mix/a.pdf.structure.json: says something of texts, and is none itself"});
}

TEST_CASE("corpus: patterns") {
  const Texts corpus;
  CHECK(corpus.texts({"texts/*.md"}) == Lines{"a.md = texts/a.md"});
  CHECK(corpus.texts({"texts/**/b.txt"}) ==
        Lines{"b.txt = texts/b.txt", "deep/b.txt = texts/deep/b.txt"});
  CHECK(corpus.texts({"*/b.txt"}) ==
        Lines{"other/b.txt = other/b.txt", "texts/b.txt = texts/b.txt"});
  // What fits by chance is taken as in a folder; what the pattern's ending names, as it is.
  CHECK(corpus.texts({"texts/*"}) == corpus.texts({"texts"}));
  CHECK(corpus.texts({"texts/*.json"}) == Lines{"data.json = texts/data.json"});
  corpus.write("odd/[a].txt");
  CHECK(corpus.texts({"odd/[a].txt"}) == Lines{"[a].txt = odd/[a].txt"});
}

TEST_CASE("corpus: lists") {
  const Texts corpus;
  corpus.write("list", corpus.at("texts/b.txt") + "\r\n\n" + corpus.at("other") + "\n" +
                           corpus.at("gone.txt"));
  const Corpus found = corpus.find({"alone.text"}, "", "list");
  const std::string prefix = corpus.at("").substr(1);
  REQUIRE(found.files.size() == 3);
  CHECK(found.files[0].id == "alone.text");
  CHECK(found.files[1].id == prefix + "other/b.txt");
  CHECK(found.files[2].id == prefix + "texts/b.txt");
  REQUIRE(found.left_out.size() == 1);
  corpus.write("zeros", corpus.at("texts/b.txt") + std::string(1, '\0') + corpus.at("other/b.txt"));
  CHECK(corpus.find({}, "", "zeros").files.size() == 2);
}

TEST_CASE("corpus: what can't be looked into is left out") {
  const Texts corpus;
  fs::create_directory_symlink(".", corpus.at("texts/loop"));
  fs::create_symlink("nowhere", corpus.at("texts/gone.txt"));
  fs::create_symlink("self.txt", corpus.at("texts/self.txt"));
  REQUIRE(mkfifo(corpus.at("texts/pipe.txt").c_str(), 0600) == 0);
  CHECK(corpus.texts({"texts"}).size() == 4);
  CHECK(corpus.left_out({"texts"}) ==
        Lines{"texts/gone.txt: leads to no file",
              "texts/loop: leads back to a folder that holds it",
              "texts/pipe.txt: is a pipe or a device; these are read only where the command line "
              "names them",
              "texts/self.txt: can't look at it: Too many levels of symbolic links"});
  test::FakeSystem system;
  system.folders = {"f", "f/g"};
  system.files = {{"f/a.txt", "x"}, {"f/g/b.txt", "x"}};
  system.fail(test::FakeSystem::Operation::list, Error(ErrorKind::input, "f/g: can't open: no"), 2);
  const Corpus found = find_texts(system, {"f"});
  CHECK(found.files.size() == 1);
  REQUIRE(found.left_out.size() == 1);
  CHECK(std::string(found.left_out[0].what()) == "f/g: can't open: no");
  system.fail(test::FakeSystem::Operation::kind_of, Error(ErrorKind::input, "f/a.txt: shut"), 2);
  const Corpus rest = find_texts(system, {"f"});
  CHECK(rest.files.size() == 1);
  REQUIRE(rest.left_out.size() == 1);
  CHECK(std::string(rest.left_out[0].what()) == "f/a.txt: shut");
}

TEST_CASE("corpus: corpus.json, from the outermost to that beside the file") {
  const Texts corpus;
  corpus.write("texts/corpus.json",
               R"({"default": {"language": "en", "source": "s"}, "texts": {
                    "b.txt": {"title": "B"}, "deep/b.txt": {"title": "Deep", "date": "2015"},
                    "no.txt": {}}})");
  corpus.write("texts/deep/corpus.json",
               R"({"default": {"language": "fr"}, "texts": {"b.txt": {"title": "Inner"}}})");
  const Corpus found = corpus.find({"texts"});
  REQUIRE(found.files.size() == 4);
  CHECK(found.files[1].given.title == "B");
  CHECK(found.files[1].missing.metadata.language == "en");
  CHECK(found.files[2].given.title == "Inner");
  CHECK(found.files[2].given.metadata.date == "2015");
  CHECK(found.files[2].missing.metadata.language == "fr");
  CHECK(found.files[2].missing.metadata.source == "s");
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0].severity == Severity::warning);
  CHECK(found.findings[0].message == "there is no 'no.txt' below this folder");
  CHECK(found.findings[0].at.line == 3);
  // Of a lone file, and of a pattern's.
  CHECK(corpus.find({"texts/b.txt"}).files[0].given.title == "B");
  CHECK(corpus.find({"texts/deep/b.txt"}).files[0].given.metadata.date.empty());
  CHECK(corpus.find({"texts/**/b.txt"}).files[1].given.metadata.date == "2015");
}

TEST_CASE("corpus: ids are percent-encoded where a node id could be misread") {
  const Texts corpus;
  for (const char* name :
       {"odd/100%.txt", "odd/a#p1.txt", "odd/line\nfeed.txt", "odd/\x7f.txt", "odd/\xff\xfe.txt",
        "odd/d\xc3\xa9j\xc3\xa0 vu.txt", "odd/q\"<b>\\.txt", "odd/%23.txt"}) {
    corpus.write(name);
  }
  Lines ids;
  for (const std::string& line : corpus.texts({"odd"}))
    ids.push_back(line.substr(0, line.find(" = ")));
  CHECK(ids == Lines{"%2523.txt", "%7F.txt", "%FF%FE.txt", "100%25.txt", "a%23p1.txt",
                     "d\xc3\xa9j\xc3\xa0 vu.txt", "line%0Afeed.txt", "q\"<b>\\.txt"});
}

TEST_CASE("corpus: an ontology's files, each once") {
  const Texts corpus;
  const Lines all = {"onto/b.xml = bytes of onto/b.xml",
                     "onto/sub/a.XML = bytes of onto/sub/a.XML"};
  CHECK(corpus.ontology({"onto"}) == all);
  CHECK(corpus.ontology({"onto", "onto/b.xml"}) == all);
  CHECK(corpus.ontology({"onto/sub/a.XML", "onto"}) == Lines{all[1], all[0]});
  CHECK(corpus.ontology({"alone.text"}) == Lines{"alone.text = bytes of alone.text"});
}

TEST_CASE("corpus: what was decided goes with the ontology") {
  test::WorkFolder folder("decided");
  for (const char* path : {"o/a.xml", "o/accepted.xml", "o/banned.txt", "o/skipped.txt",
                           "o/in/b.xml", "o/in/banned.txt", "o/in/notes.txt", "mine.txt"}) {
    folder.write(path, "-");
  }
  const auto system = real_system();
  const auto found = [&](const Lines& arguments) {
    Lines lines;
    Lines here;
    for (const std::string& argument : arguments) here.push_back(folder.at(argument));
    for (const OntologyFile& file : read_ontology_files(*system, here)) {
      const char* content = file.content == OntologyContent::xml        ? "xml "
                            : file.content == OntologyContent::accepted ? "accepted "
                                                                        : "bans ";
      lines.push_back(content + folder.without(file.name));
    }
    return lines;
  };
  // Of a folder all of it.
  CHECK(found({"o"}) == Lines{"xml o/a.xml", "xml o/accepted.xml", "bans o/banned.txt",
                              "xml o/in/b.xml", "bans o/in/banned.txt"});
  // Of a file what lies beside it, once.
  CHECK(found({"o/a.xml"}) == Lines{"xml o/a.xml", "accepted o/accepted.xml", "bans o/banned.txt"});
  CHECK(found({"o/a.xml", "o/accepted.xml"}) ==
        Lines{"xml o/a.xml", "xml o/accepted.xml", "bans o/banned.txt"});
  CHECK(found({"o/in/b.xml", "mine.txt"}) ==
        Lines{"xml o/in/b.xml", "bans mine.txt", "bans o/in/banned.txt"});
}
