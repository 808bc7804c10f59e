// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes, alone and beside a good file: no crash; every finding stands in the source;
// what is loaded names only what exists.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/ontology/load.hpp"
#include "fuzz/require.hpp"

namespace {

using namespace crossroads;

using test::require;

/// LF, CRLF and a lone CR end a line.
std::size_t lines_of(std::string_view text) {
  std::size_t lines = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool crlf = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (text[i] == '\n' || (text[i] == '\r' && !crlf)) ++lines;
  }
  return lines;
}

void check(const Diagnostic& finding, const std::vector<OntologyFile>& files) {
  const auto file = std::find_if(files.begin(), files.end(),
                                 [&](const OntologyFile& f) { return f.name == finding.at.file; });
  require(file != files.end(), "a finding is in one of the files");
  require(!finding.message.empty() && !finding.code.empty(), "a finding says what is wrong");
  require(finding.message.find('\n') == std::string::npos, "a message is one line");
  require(finding.code != "internal", "nothing is our own fault");
  require(finding.at.line <= lines_of(file->bytes), "a finding is in one of the lines");
  require(finding.at.line == 0 || finding.at.column > 0, "columns count from 1");
  require(finding.line.empty() || finding.at.column <= finding.line.size() + 1,
          "a finding is in its line");
  require(!format(finding).empty(), "a finding can be shown");
}

void check(const Ontology& ontology) {
  for (std::size_t i = 0; i < ontology.entries.size(); ++i) {
    const Entry& entry = ontology.entries[i];
    require(i == 0 || ontology.entries[i - 1].id < entry.id, "entries are sorted by id");
    require(!entry.label().empty(), "an entry has a label");
    require(!entry.kinds.empty(), "an entry has a kind");
    for (const std::string& kind : entry.kinds) {
      require(ontology.find_kind(kind) != nullptr, "its kinds exist");
    }
    require(entry.replaced_by.empty() || ontology.find_entry(entry.replaced_by).has_value(),
            "its replacement exists");
    for (const Statement& statement : entry.statements) {
      require(index(statement.to) < ontology.entries.size(), "a statement's entry exists");
      require(index(statement.relation) < ontology.relations.size(), "its relation exists");
    }
    for (const Attribute& attribute : entry.attributes) {
      require(ontology.find_property(attribute.property) != nullptr, "its properties exist");
    }
  }
}

void run(const std::vector<OntologyFile>& files) {
  const LoadResult result = load_ontology(files);
  for (const Diagnostic& finding : result.findings) check(finding, files);
  require(!result.malformed || result.has_errors(), "a malformed file is reported");
  check(result.ontology);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string good =
      "<ontology><source id='s'>S</source><kind id='concept'/><kind id='place'/>"
      "<property id='p' type='date'/><entry id='poc' kind='concept'><label>PoC</label>"
      "<statement relation='related' to='r2p' source='s'/></entry></ontology>";
  run({{"fuzz.xml", bytes}});
  run({{"fuzz.xml", bytes}, {"good.xml", good}});
  return 0;
}
