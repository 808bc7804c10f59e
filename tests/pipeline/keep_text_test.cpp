// SPDX-License-Identifier: Apache-2.0
#include "crossroads/pipeline/keep_text.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "support/fake_system.hpp"
#include "support/work_folder.hpp"

using namespace crossroads;
namespace fs = std::filesystem;

namespace {

std::vector<LinkedDocument> converted(const std::vector<std::string>& ids) {
  std::vector<LinkedDocument> documents;
  for (const std::string& id : ids) {
    Document document;
    document.id = id;
    document.bytes = "words of " + id;
    document.original = Original{};
    documents.push_back({std::move(document), {}});
  }
  return documents;
}

/// What is thrown, without the test's own folder; "" where nothing is.
template <class Job>
std::string refusal(const test::WorkFolder& folder, Job job) {
  try {
    job();
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::question);
    return folder.without(error.what());
  }
  return "";
}

}  // namespace

TEST_CASE("keep text: only what was converted, below the folder whatever the id") {
  test::FakeSystem system;
  std::vector<LinkedDocument> documents;
  for (const char* id : {"a.txt", "d/b.pdf", "../c.pdf", "/e//f.pdf", "./g.pdf"}) {
    Document document;
    document.id = id;
    document.bytes = "words of " + document.id;
    if (document.id != "a.txt") document.original = Original{};
    documents.push_back({document, {}});
  }
  CHECK(keep_texts(system, "kept/", documents) == 4);
  const std::map<std::string, std::string> expected = {
      {"kept/d/b.pdf.txt", "words of d/b.pdf"},
      {"kept/%2E%2E/c.pdf.txt", "words of ../c.pdf"},
      {"kept/%2F/e/%2F/f.pdf.txt", "words of /e//f.pdf"},
      {"kept/%2E/g.pdf.txt", "words of ./g.pdf"}};
  CHECK(system.files == expected);
  CHECK(system.folders.contains("kept/d"));
}

TEST_CASE("keep text: a folder that can't be made") {
  test::FakeSystem system;
  system.fail(test::FakeSystem::Operation::make_folder, Error(ErrorKind::output, "kept: no"));
  Document document;
  document.id = "b.pdf";
  document.original = Original{};
  CHECK_THROWS_WITH_AS(keep_texts(system, "kept", {{document, {}}}), "kept: no", Error);
  CHECK(system.files.empty());
}

TEST_CASE(
    "keep text: ids that no file could be called by, and that would take each other's place") {
  const test::WorkFolder folder("keep");
  const auto system = real_system();
  std::string deep;
  for (int i = 0; i < 1500; ++i) deep += "d/";
  const std::string accents = [] {
    std::string text = "x";
    for (int i = 0; i < 150; ++i) text += "\u00E9";
    return text;
  }();
  const std::string a300(300, 'a');
  const std::vector<std::string> ids = {"a",
                                        "a.txt/b",
                                        "a.txt/b.txt/c",
                                        "b.txt",
                                        a300,
                                        a300 + "b",
                                        accents,
                                        a300 + "/x",
                                        deep + "one",
                                        deep + "two",
                                        "a%2Etxt",
                                        "x/",
                                        "x//",
                                        std::string(200, 'c'),
                                        "x"};
  const auto documents = converted(ids);
  CHECK(keep_texts(*system, folder.at("kept"), documents) == ids.size());
  std::set<std::string> paths;
  for (const LinkedDocument& linked : documents) {
    const std::string path = kept_text_path(folder.at("kept"), linked.document.id);
    CHECK(paths.insert(path).second);
    CHECK(system->read_file(path, 10'000) == linked.document.bytes);
    CHECK(path.starts_with(folder.at("kept/")));
  }
  CHECK(kept_text_path("k", "a") == "k/a.txt");
  CHECK(kept_text_path("k", "a.txt/b") == "k/a%2Etxt/b.txt");
  CHECK(kept_text_path("k", std::string(200, 'c')) == "k/" + std::string(200, 'c') + ".txt");
  CHECK(kept_text_path("k", a300).starts_with("k/" + std::string(166, 'a') + "%-"));
  CHECK(kept_text_path("k", a300).size() == 2 + 200 + 4);
}

TEST_CASE("keep text: not inside the corpus, by whatever way the paths lead there") {
  const test::WorkFolder folder("keep");
  folder.write("corp/sub/a.html", "x");
  folder.write("corpus2/b.html", "x");
  fs::create_directory_symlink("corp/sub", folder.at("link"));
  const auto system = real_system();
  struct Case {
    const char* texts;
    const char* kept;
    bool refused;
  };
  const std::vector<Case> cases = {
      {"corp", "corp", true},
      {"corp", "corp/new/er", true},
      {"corp", "kept", false},
      {"corp", "corpus2", false},
      {"corp/sub", "corp/kept", false},
      {"corp/sub/..", "corp/sub/kept", true},
      {"corp", "link/kept", true},
      {"link", "corp/sub/kept", true},
      {"corp", "corp/../kept", false},
      {"corp", "corpus2/../corp/kept", true},
      {"corp", "new/../corp/kept", true},
      {"corp/sub/.", "corp/sub/../../kept/", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.texts);
    CAPTURE(c.kept);
    Corpus corpus;
    corpus.folders = {folder.at("corpus3"), folder.at(c.texts)};
    const std::string said =
        refusal(folder, [&] { refuse_to_keep_inside(*system, folder.at(c.kept), corpus); });
    const std::string expected =
        "--keep-text " + std::string(c.kept) + ": lies within the corpus (" + c.texts + ")";
    CHECK(said == (c.refused ? expected : ""));
  }
}

TEST_CASE("keep text: not in the place of an input or of another output") {
  const test::WorkFolder folder("keep");
  folder.write("ow/a.html", "x");
  folder.write("ow/a.html.txt", "mine");
  folder.write("far/away.txt", "mine");
  fs::create_symlink("../far/away.txt", folder.at("ow/l.html.txt"));
  fs::create_directory_symlink("ow", folder.at("alias"));
  const auto system = real_system();
  const auto said = [&](const char* id, const char* kept, const char* path) {
    return refusal(folder, [&] {
      refuse_to_keep_over(*system, folder.at(kept), converted({"other.html", id}),
                          {"-", folder.at("ow/a.html"), folder.at(path)});
    });
  };
  CHECK(said("a.html", "ow", "ow/a.html.txt") ==
        "--keep-text ow: ow/a.html.txt has another use, and would be overwritten");
  CHECK(said("a.html", "alias", "ow/a.html.txt") != "");
  CHECK(said("a.html", "ow", "alias/a.html.txt") != "");
  CHECK(said("l.html", "ow", "far/away.txt") != "");
  CHECK(said("a.html", "new", "new/a.html.txt") != "");
  CHECK(said("a.html", "kept", "ow/a.html.txt") == "");
  CHECK(said("b.html", "ow", "ow/a.html.txt") == "");
}
