// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: as CSL-JSON an error, or sources whose file is right and reads back the same;
// as BibTeX a text with nothing but braces more.
#include <cstdint>
#include <string>
#include <string_view>

#include "crossroads/core/error.hpp"
#include "crossroads/ontology/import.hpp"
#include "crossroads/ontology/load.hpp"
#include "fuzz/require.hpp"
#include "ontology/bibtex_titles.hpp"

namespace {

using namespace crossroads;
using test::require;

void check_csl_json(std::string_view json) {
  ImportedSources imported;
  try {
    imported = import_csl_json(json, "fuzz");
  } catch (const Error& error) {
    require(error.kind() == ErrorKind::input, "malformed JSON is a fault of the input");
    return;
  }
  const std::string xml = write_sources(imported.sources);
  const LoadResult loaded = load_ontology({{"fuzz.xml", xml}});
  require(loaded.findings.empty(), "a file of sources has no fault");
  require(loaded.ontology.sources.size() == imported.sources.size(), "every source is there");
  require(write_sources(loaded.ontology.sources) == xml, "and reads back the same");
}

void check_titles(std::string_view bibtex) {
  const std::string kept = with_titles_kept(bibtex);
  std::size_t at = 0;
  for (const char c : kept) {
    if (at < bibtex.size() && bibtex[at] == c) {
      ++at;
    } else {
      require(c == '{' || c == '}', "nothing but braces is added");
    }
  }
  require(at == bibtex.size(), "nothing is lost");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_csl_json(text);
  check_titles(text);
  return 0;
}
