// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: texts of JSON Lines are the same in whatever pieces they come; a corpus.json
// gives findings that have a place in it; front matter gives metadata that is well-formed.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/date.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/language.hpp"
#include "crossroads/core/utf8.hpp"
#include "fuzz/require.hpp"
#include "pipeline/corpus_json.hpp"
#include "support/check_document.hpp"
#include "text/formats/json_lines.hpp"

namespace {

using namespace crossroads;
using test::require;

void check_metadata(const Document& document) {
  const Metadata& metadata = document.metadata;
  require(metadata.date.empty() || is_date(metadata.date), "a date is one");
  require(metadata.language.empty() || is_language(metadata.language), "a language is one");
  for (const std::string& author : metadata.authors) {
    require(!find_invalid_utf8(author), "an author is well-formed");
  }
  require(!find_invalid_utf8(document.title), "a title is well-formed");
}

/// All that comes of it, on a line each.
std::string lines_of(std::string_view bytes, std::size_t piece) {
  std::string all;
  const ReadOptions options;
  JsonLines lines(
      "f", options,
      [&](const Document& document) {
        require(test::violations(document).empty(), "a document keeps its promises");
        check_metadata(document);
        all += document.id + "|" + document.sha256 + "\n";
      },
      [&](const Error& error) { all += std::string(error.what()) + "\n"; });
  for (std::size_t at = 0; at < bytes.size(); at += piece) lines.add(bytes.substr(at, piece));
  lines.finish();
  return all;
}

void check_corpus_json(std::string_view bytes) {
  std::vector<Diagnostic> findings;
  try {
    const CorpusJson json = read_corpus_json(bytes, "f", findings);
    require(json.places.size() == json.texts.size(), "each text has a place");
    for (const Diagnostic& finding : findings) {
      require(finding.at.line > 0 && finding.at.column > 0, "a finding has a place");
      require(!format(finding).empty(), "a finding can be shown");
    }
  } catch (const Error& error) {
    require(error.kind() == ErrorKind::input, "ill-formed JSON is a fault of the input");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // What begins as UTF-16 is told by a first piece that is long enough.
  require(lines_of(bytes, size + 1) == lines_of(bytes, 7), "pieces change nothing");
  check_corpus_json(bytes);
  try {
    check_metadata(read_text("f", "---\n" + std::string(bytes) + "\n---\n", TextFormat::markdown));
  } catch (const Error& error) {
    require(error.kind() == ErrorKind::input, "what is not UTF-8 is a fault of the input");
  }
  return 0;
}
