// SPDX-License-Identifier: Apache-2.0
#include "crossroads/pipeline/read_corpus.hpp"

#include <new>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/check_document.hpp"
#include "support/fake_system.hpp"

using namespace crossroads;
using test::FakeSystem;
using Lines = std::vector<std::string>;

namespace {

struct Result {
  Lines texts;     // "ID|TITLE|AUTHOR|LANGUAGE"
  Lines left_out;  // a text that was thrown is the last, with "thrown: "
};

Result read(System& system, const Corpus& corpus, const CorpusReadOptions& options = {}) {
  Result result;
  try {
    read_corpus(
        system, corpus, options,
        [&](const Document& document) {
          CHECK(test::violations(document) == "");
          const Metadata& metadata = document.metadata;
          result.texts.push_back(document.id + "|" + document.title + "|" +
                                 (metadata.authors.empty() ? "" : metadata.authors[0]) + "|" +
                                 metadata.language);
        },
        [&](const Error& error) { result.left_out.emplace_back(error.what()); });
  } catch (const Error& error) {
    result.left_out.push_back("thrown: " + std::string(error.what()));
  }
  return result;
}

/// A pipe without end.
class Endless final : public FakeSystem {
 public:
  explicit Endless(std::string piece) : piece_(std::move(piece)) {}
  void read_pieces(const std::string& /*path*/,
                   const std::function<bool(std::string_view)>& take) override {
    while (take(piece_)) {
      ++pieces;
      REQUIRE(pieces < 1000);
    }
  }
  int pieces = 0;

 private:
  std::string piece_;
};

/// Gives standard input in pieces of one size.
class Slow final : public FakeSystem {
 public:
  explicit Slow(std::size_t piece) : piece_(piece) {}
  void read_pieces(const std::string& /*path*/,
                   const std::function<bool(std::string_view)>& take) override {
    for (std::size_t at = 0; at < standard_input.size(); at += piece_) {
      if (!take(std::string_view(standard_input).substr(at, piece_))) return;
    }
  }

 private:
  std::size_t piece_;
};

/// Has no memory for files of that name.
class Small final : public FakeSystem {
 public:
  std::string read_file(const std::string& path, std::size_t limit) override {
    if (path.find("large") != std::string::npos) throw std::bad_alloc();
    return FakeSystem::read_file(path, limit);
  }
};

}  // namespace

TEST_CASE("read corpus: what is given wins, and what is missing is filled in") {
  FakeSystem system;
  system.files["a.md"] = "---\ntitle: Own\nauthor: A\n---\nWords.\n";
  system.files["b.md"] = "---\nlang: fr\n---\nWords.\n";
  Corpus corpus;
  corpus.files = {{"a.md", "a.md"}, {"b.md", "b.md"}};
  for (CorpusFile& file : corpus.files) {
    file.missing.metadata.language = "en";
    file.missing.metadata.authors = {"M"};
  }
  corpus.files[0].given.title = "Given";
  const Result result = read(system, corpus);
  CHECK(result.texts == Lines{"a.md|Given|A|en", "b.md|b.md|M|fr"});
  CHECK(result.left_out.empty());
}

TEST_CASE("read corpus: what can't be read is left out under its path, and the rest goes on") {
  FakeSystem system;
  system.files["x/a.txt"] = "S\xE9l";
  system.files["x/b.txt"] = "Words.";
  system.files["x/c.txt"] = "More words.";
  Corpus corpus;
  corpus.left_out.emplace_back(ErrorKind::input, "gone.txt: there is no such file or folder");
  corpus.files = {{"a.txt", "x/a.txt"}, {"b.txt", "x/b.txt"}, {"c.txt", "x/c.txt"}};
  system.fail(FakeSystem::Operation::read_file,
              Error(ErrorKind::input, "x/c.txt: can't open: Permission denied"), 3);
  const Result result = read(system, corpus);
  CHECK(result.texts == Lines{"b.txt|b.txt||"});
  CHECK(result.left_out == Lines{"gone.txt: there is no such file or folder",
                                 "x/a.txt:1:2: is not UTF-8: byte e9",
                                 "x/c.txt: can't open: Permission denied"});
}

TEST_CASE("read corpus: where nothing is left, the first is thrown and the others are named") {
  FakeSystem system;
  system.files["a.txt"] = "\xE9";
  system.files["b.txt"] = "\xE9";
  Corpus corpus;
  corpus.files = {{"a.txt", "a.txt"}, {"b.txt", "b.txt"}};
  CHECK(read(system, corpus).left_out ==
        Lines{"b.txt:1:1: is not UTF-8: byte e9", "thrown: a.txt:1:1: is not UTF-8: byte e9"});
  CHECK(read(system, {}).left_out.empty());
}

TEST_CASE("read corpus: an output that fails is no fault of a text") {
  FakeSystem system;
  system.files["a.txt"] = "Words.";
  Corpus corpus;
  corpus.files = {{"a.txt", "a.txt"}};
  const auto fail = [](const Document&) { throw Error(ErrorKind::output, "disk: full"); };
  CHECK_THROWS_WITH_AS(read_corpus(system, corpus, {}, fail, [](const Error&) { FAIL("left"); }),
                       "disk: full", Error);
}

TEST_CASE("read corpus: standard input, by what it holds") {
  Corpus corpus;
  corpus.files = {{"stdin", "-"}};
  FakeSystem system;
  system.standard_input = "{\"id\":\"a\",\"text\":\"Words.\"}\nno\n";
  const Result lines = read(system, corpus);
  CHECK(lines.texts == Lines{"stdin/a|stdin/a||"});
  REQUIRE(lines.left_out.size() == 1);
  CHECK(lines.left_out[0].starts_with("standard input:2:2: ill-formed JSON"));
  system.standard_input = "{\\rtf}";
  CHECK(read(system, corpus).left_out ==
        Lines{"thrown: standard input: is RTF, which is not read"});
}

TEST_CASE("read corpus: an endless pipe is cut by the limit, a device of zeros at once") {
  Corpus corpus;
  corpus.files = {{"stdin", "-"}};
  CorpusReadOptions options;
  options.max_bytes = 1000;
  Endless yes("y\n");
  CHECK(read(yes, corpus, options).left_out ==
        Lines{"thrown: standard input: is larger than --max-bytes 1000"});
  CHECK(yes.pieces == 500);
  Endless zeros(std::string(100, '\0'));
  CHECK(read(zeros, corpus, options).left_out ==
        Lines{"thrown: standard input: looks like a binary file"});
  CHECK(zeros.pieces == 0);
  Endless lines("{\"text\":\"Words.\"}\n");
  const Result result = read(lines, corpus, options);
  CHECK(result.texts.size() == 55);
  CHECK(result.left_out == Lines{"standard input: is larger than --max-bytes 1000"});
}

TEST_CASE("read corpus: a line of JSON Lines that would be called as a file is") {
  FakeSystem system;
  system.files["c.jsonl"] =
      "{\"id\":\"a\",\"text\":\"Words.\"}\n{\"id\":\"b\",\"text\":\"Words.\"}\n";
  system.files["other"] = "Words.";
  Corpus corpus;
  corpus.files = {{"c.jsonl", "c.jsonl"}, {"c.jsonl/a", "other"}};
  const Result result = read(system, corpus);
  CHECK(result.texts == Lines{"c.jsonl/b|c.jsonl/b||", "c.jsonl/a|c.jsonl/a||"});
  CHECK(result.left_out == Lines{"c.jsonl: a text of it would be called 'c.jsonl/a', as other is"});
}

TEST_CASE("read corpus: what a person says of a text's structure is obeyed") {
  FakeSystem system;
  system.files["a.txt"] = "Words.\n\nMore words.\n";
  system.files["a.txt.structure.json"] = "{\"title\": \"Said\"}";
  Corpus corpus;
  corpus.files = {{"a.txt", "a.txt"}};
  CHECK(read(system, corpus).texts == Lines{"a.txt|Said||"});
}

TEST_CASE("read corpus: a pipe is the same in pieces of any size") {
  Corpus corpus;
  corpus.files = {{"stdin", "-"}};
  const std::string lines = "{\"id\":\"a\",\"text\":\"Words.\"}\n{\"id\":\"b\",\"text\":\"W.\"}\n";
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("Title\n\nWords.\n")) (wide += c) += '\0';
  for (const std::size_t piece : {1U, 2U, 3U, 5U, 20U, 1000U}) {
    CAPTURE(piece);
    Slow system(piece);
    for (const char* lead : {"", "\n \n", "\uFEFF"}) {
      system.standard_input = lead + lines;
      CHECK(read(system, corpus).texts == Lines{"stdin/a|stdin/a||", "stdin/b|stdin/b||"});
    }
    system.standard_input = wide;
    CHECK(read(system, corpus).texts == Lines{"stdin|Title||"});
    system.standard_input = "{W";
    CHECK(read(system, corpus).texts == Lines{"stdin|stdin||"});
  }
}

TEST_CASE("read corpus: a text that needs more memory than there is, is left out by its name") {
  Small system;
  system.files["x/large.txt"] = "Words.";
  system.files["x/b.txt"] = "Words.";
  Corpus corpus;
  corpus.files = {{"large.txt", "x/large.txt"}, {"b.txt", "x/b.txt"}};
  const Result result = read(system, corpus);
  CHECK(result.texts == Lines{"b.txt|b.txt||"});
  CHECK(result.left_out == Lines{"x/large.txt: needs more memory than there is"});
  corpus.files.pop_back();
  CHECK(read(system, corpus).left_out ==
        Lines{"thrown: x/large.txt: needs more memory than there is"});
}
