// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes, alone and beside a good file, as XML and as bans: no crash; every finding
// stands in the source; what is loaded names only what exists. Names are added to whatever loads,
// and it loads as before.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/ontology/accept.hpp"
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

void check_bans(const Ontology& ontology) {
  std::size_t banned = 0;
  for (const Entry& entry : ontology.entries) {
    for (const Form& form : entry.forms) {
      const bool named =
          std::any_of(ontology.bans.begin(), ontology.bans.end(), [&](const Ban& ban) {
            return ban.form == form.text && (ban.entry.empty() || ban.entry == entry.id);
          });
      require(form.banned == named, "just what a ban names is banned");
      if (form.banned) ++banned;
    }
  }
  require(banned == 0 || !ontology.bans.empty(), "bans are kept");
}

/// What is accepted is added to any file that loads, and nothing else changes.
void add_to(const OntologyFile& file) {
  const LoadResult before = load_ontology({file});
  if (before.has_errors() || before.ontology.find_source("fuzz-added") ||
      before.ontology.entries.empty()) {
    return;
  }
  Additions additions;
  additions.sources.push_back({"fuzz-added", "S", {}, {}, {}});
  Form form;
  form.text = "added by <fuzz>";
  form.provenance.sources = {"fuzz-added"};
  additions.entries.push_back({before.ontology.entries.front().id, {}, {form}});
  const LoadResult after = load_ontology({{file.name, add_to_ontology(file, additions)}});
  require(!after.has_errors(), "with what is added it loads");
  require(after.ontology.entries.size() == before.ontology.entries.size(), "no entry is lost");
  const auto& forms = after.ontology.entries.front().forms;
  require(forms.size() == before.ontology.entries.front().forms.size() + 1, "the form is there");
  require(forms.back().text == form.text, "as it was given");
}

void run(const std::vector<OntologyFile>& files) {
  const LoadResult result = load_ontology(files);
  for (const Diagnostic& finding : result.findings) check(finding, files);
  require(!result.malformed || result.has_errors(), "a malformed file is reported");
  check(result.ontology);
  check_bans(result.ontology);
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
  run({{"banned.txt", bytes, OntologyContent::bans}, {"good.xml", good}});
  run({{"fuzz.xml", bytes}, {"banned.txt", "PoC\npoc\tpoc\n", OntologyContent::bans}});
  add_to({"fuzz.xml", bytes});
  return 0;
}
