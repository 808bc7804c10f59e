// SPDX-License-Identifier: Apache-2.0
//
// Against real files, in a folder of the test's own.
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/pipeline/corpus.hpp"
#include "support/work_folder.hpp"

using namespace crossroads;
using Lines = std::vector<std::string>;

namespace {

class Corpus {
 public:
  Corpus() {
    for (const char* file :
         {"texts/b.txt", "texts/a.md", "texts/deep/er/c.MARKDOWN", "texts/deep/b.txt",
          "texts/.hidden.txt", "texts/.git/x.txt", "texts/data.json", "texts/noend", "other/b.txt",
          "alone.text", "onto/b.xml", "onto/sub/a.XML", "onto/.x.xml", "none/readme.json"}) {
      folder_.write(file, "bytes of " + std::string(file));
    }
  }

  [[nodiscard]] std::string at(const std::string& name) const { return folder_.at(name); }
  void write(const std::string& name) const { folder_.write(name, "x"); }

  /// "id = path", with the folder of the test left out.
  [[nodiscard]] Lines texts(const Lines& arguments, const std::string& root = "") const {
    Lines lines;
    for (const CorpusFile& file :
         find_texts(*system_, here(arguments), root.empty() ? "" : at(root))) {
      lines.push_back(file.id + " = " + folder_.without(file.path));
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
  const Corpus corpus;
  const Lines all = {"a.md = texts/a.md", "b.txt = texts/b.txt", "deep/b.txt = texts/deep/b.txt",
                     "deep/er/c.MARKDOWN = texts/deep/er/c.MARKDOWN"};
  CHECK(corpus.texts({"texts"}) == all);
  CHECK(corpus.texts({"texts/"}) == all);
  CHECK(corpus.texts({"texts///"}) == all);
  CHECK(corpus.texts({"texts", "texts"}) == all);
}

TEST_CASE("corpus: a file that is named is a text, whatever it is called") {
  const Corpus corpus;
  CHECK(corpus.texts({"alone.text"}) == Lines{"alone.text = alone.text"});
  CHECK(corpus.texts({"texts/.hidden.txt"}) == Lines{".hidden.txt = texts/.hidden.txt"});
  CHECK(corpus.texts({"texts/deep/er/c.MARKDOWN", "texts/noend"}) ==
        Lines{"c.MARKDOWN = texts/deep/er/c.MARKDOWN", "noend = texts/noend"});
  CHECK(corpus.texts({"-", "alone.text"}) == Lines{"alone.text = alone.text", "stdin = -"});
  CHECK(corpus.texts({}).empty());
}

TEST_CASE("corpus: below --root") {
  const Corpus corpus;
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
  const auto files = find_texts(*system, {corpus.at("alone.text")}, "/");
  REQUIRE(files.size() == 1);
  CHECK("/" + files[0].id == corpus.at("alone.text"));
}

TEST_CASE("corpus: equal ids, and what --root does about them") {
  const Corpus corpus;
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
  const auto files = find_texts(*system, {corpus.at("texts/b.txt"), corpus.at("other")}, root);
  REQUIRE(files.size() == 2);
  CHECK(files[0].id == "other/b.txt");
  CHECK(files[1].id == "texts/b.txt");
}

TEST_CASE("corpus: what is missing or empty") {
  const Corpus corpus;
  CHECK(corpus.refusal([&] {
    return corpus.texts({"texts", "nowhere"});
  }) == "nowhere: there is no such file or folder");
  CHECK(corpus.refusal([&] { return corpus.texts({"none"}); }) ==
        "none: holds no text | texts are files that end in .txt, .md or .markdown");
  CHECK(corpus.refusal([&] { return corpus.ontology({"none"}); }) ==
        "none: holds no ontology | an ontology is one or more files that end in .xml");
  CHECK(corpus.refusal([&] { return corpus.ontology({"nowhere.xml"}); }) ==
        "nowhere.xml: can't open: No such file or directory");
}

TEST_CASE("corpus: ids are percent-encoded where a node id could be misread") {
  const Corpus corpus;
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
  const Corpus corpus;
  const Lines all = {"onto/b.xml = bytes of onto/b.xml",
                     "onto/sub/a.XML = bytes of onto/sub/a.XML"};
  CHECK(corpus.ontology({"onto"}) == all);
  CHECK(corpus.ontology({"onto", "onto/b.xml"}) == all);
  CHECK(corpus.ontology({"onto/sub/a.XML", "onto"}) == Lines{all[1], all[0]});
  CHECK(corpus.ontology({"alone.text"}) == Lines{"alone.text = bytes of alone.text"});
}
