// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "crossroads/core/error.hpp"
#include "crossroads/graph/assemble.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/pipeline/read_corpus.hpp"
#include "crossroads/store/graph_json.hpp"
#include "support/check_document.hpp"
#include "support/check_graph.hpp"
#include "support/check_links.hpp"
#include "support/paths.hpp"
#include "support/small_corpus.hpp"
#include "support/work_folder.hpp"

using namespace crossroads;
using Lines = std::vector<std::string>;

namespace {

struct LinkedCorpus {
  std::vector<LinkedDocument> documents;
  Lines left_out;
};

LinkedCorpus link_corpus(System& system, const Ontology& ontology, const Corpus& corpus,
                         const Progress& progress = {}) {
  const Lexicon lexicon = Lexicon::build(ontology);
  LinkedCorpus linked;
  read_corpus(
      system, corpus, {},
      [&](Document document) {
        Links links = link(lexicon, document);
        linked.documents.push_back({std::move(document), std::move(links)});
      },
      [&](const Error& error) { linked.left_out.emplace_back(error.what()); }, progress);
  return linked;
}

class Build {
 public:
  Build() {
    folder_.write("good/a.txt", "The alder.\n");
    folder_.write("good/b.md", "# Birch\n\n**Alder** and birch.\n");
    folder_.write("bad/c.txt", "An alder.\nA b\xFFrch.\n");
    folder_.write("bad/d.txt", "\x80");
  }

  LinkedCorpus run(const Lines& folders, const Progress& progress = {}) {
    Lines arguments;
    for (const std::string& name : folders) arguments.push_back(folder_.at(name));
    LinkedCorpus corpus =
        link_corpus(*system_, ontology_, find_texts(*system_, arguments), progress);
    for (const LinkedDocument& linked : corpus.documents) {
      CHECK(test::violations(linked.document) == "");
      CHECK(test::violations(linked.document, linked.links) == "");
    }
    return corpus;
  }

  test::WorkFolder folder_{"build"};
  std::unique_ptr<System> system_ = real_system();
  Ontology ontology_ = test::ontology_of(R"(<entry id="a" kind="k"><label>Alder</label></entry>
    <entry id="b" kind="k"><label>Birch</label></entry>)");
};

}  // namespace

TEST_CASE("build: texts are read in their format and linked, in the order of their ids") {
  Build build;
  Lines steps;
  const LinkedCorpus corpus = build.run({"good"}, [&](std::size_t done, std::size_t all) {
    steps.push_back(std::to_string(done) + "/" + std::to_string(all));
  });
  REQUIRE(corpus.documents.size() == 2);
  CHECK(corpus.documents[0].document.id == "a.txt");
  CHECK(corpus.documents[1].document.title == "Birch");
  CHECK(corpus.documents[1].links.mentions.size() == 3);
  CHECK(corpus.left_out.empty());
  CHECK(steps == Lines{"0/2", "1/2"});
  const ConceptGraph graph = assemble(build.ontology_, corpus.documents);
  CHECK(test::violations(graph, corpus.documents) == "");
}

TEST_CASE("build: a text that is not UTF-8 is left out, with its place") {
  Build build;
  const LinkedCorpus corpus = build.run({"good", "bad"});
  CHECK(corpus.documents.size() == 2);
  REQUIRE(corpus.left_out.size() == 2);
  CHECK(build.folder_.without(corpus.left_out[0]).starts_with("bad/c.txt:2:4: "));
  CHECK(corpus.left_out[0].find("UTF-8") != std::string::npos);
  CHECK(build.folder_.without(corpus.left_out[1]).starts_with("bad/d.txt:1:1: "));
}

TEST_CASE("build: where nothing is left, the first problem is thrown") {
  Build build;
  try {
    build.run({"bad"});
    FAIL("nothing could be read");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    CHECK(build.folder_.without(error.what()).starts_with("bad/c.txt:2:4: "));
  }
}

TEST_CASE("build: a file that has gone is left out") {
  Build build;
  Corpus files;
  files.files = {{"a.txt", build.folder_.at("good/a.txt")},
                 {"gone.txt", build.folder_.at("gone.txt")}};
  const LinkedCorpus corpus = link_corpus(*build.system_, build.ontology_, files);
  CHECK(corpus.documents.size() == 1);
  REQUIRE(corpus.left_out.size() == 1);
  CHECK(build.folder_.without(corpus.left_out[0]) ==
        "gone.txt: can't open: No such file or directory");
}

TEST_CASE("build: no files, no documents") {
  Build build;
  const LinkedCorpus corpus = link_corpus(*build.system_, build.ontology_, Corpus());
  CHECK(corpus.documents.empty());
  CHECK(corpus.left_out.empty());
}

TEST_CASE("build: our ontology on our briefings, and the graph read back") {
  const auto system = real_system();
  const auto folder = [](const char* name) { return (test::source_folder() / name).string(); };
  const LoadResult loaded = load_ontology(read_ontology_files(*system, {folder("ontology")}));
  REQUIRE_FALSE(loaded.has_errors());
  const LinkedCorpus corpus =
      link_corpus(*system, loaded.ontology, find_texts(*system, {folder("examples/briefings")}));
  CHECK(corpus.left_out.empty());
  const ConceptGraph graph = assemble(loaded.ontology, corpus.documents);
  CHECK(graph.entry_count() == loaded.ontology.entries.size());
  CHECK(test::violations(graph, corpus.documents) == "");
  const std::string json = write_graph_json(graph);
  const ConceptGraph back = read_graph_json(json, "g.json");
  CHECK(test::violations(back, corpus.documents) == "");
  CHECK(write_graph_json(back) == json);
}
