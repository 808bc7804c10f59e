// SPDX-License-Identifier: Apache-2.0
#include "crossroads/pipeline/keep_text.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/fake_system.hpp"

using namespace crossroads;

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
