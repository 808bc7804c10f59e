// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: as CSL-JSON an error, or sources whose file is right and reads back the same;
// as BibTeX a text of the same lines, with nothing but braces more.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "crossroads/core/error.hpp"
#include "crossroads/ontology/import.hpp"
#include "crossroads/ontology/load.hpp"
#include "fuzz/require.hpp"
#include "ontology/bibtex_source.hpp"

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

void check_bibtex(std::string_view bibtex) {
  const std::string prepared = bibtex_for_pandoc(bibtex);
  std::size_t at = 0;
  for (const char c : prepared) {
    if (c == '{' || c == '}') continue;
    at = bibtex.find(c, at);
    require(at != std::string_view::npos, "nothing but braces is added, and the order kept");
    ++at;
  }
  require(std::count(prepared.begin(), prepared.end(), '\n') ==
              std::count(bibtex.begin(), bibtex.end(), '\n'),
          "lines stay lines");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_csl_json(text);
  check_bibtex(text);
  return 0;
}
