// SPDX-License-Identifier: Apache-2.0
// Whatever is decided in whatever file: no crash; mistakes are findings at their lines; and where
// there are none, the ontology loads with what was accepted and banned, and has it.
#include <algorithm>
#include <cstdint>
#include <string>

#include "crossroads/link/suggestion_file.hpp"
#include "crossroads/ontology/accept.hpp"
#include "crossroads/ontology/load.hpp"
#include "fuzz/require.hpp"

namespace {

using namespace crossroads;

using test::require;

const std::string good =
    "<ontology><kind id='concept' label='C'/><kind id='place' label='P'/>"
    "<entry id='poc' kind='concept'><label>PoC</label></entry>"
    "<entry id='town' kind='place'><label>Town</label></entry></ontology>";

void check_accepted(const EntryAddition& entry, const Ontology& ontology) {
  const auto known = ontology.find_entry(entry.id);
  require(known.has_value(), "what was accepted is there");
  for (const Form& form : entry.forms) {
    require(std::ranges::any_of(ontology.entry(*known).forms,
                                [&](const Form& other) { return other.text == form.text; }),
            "with its forms");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const SuggestionFile file = read_suggestions(bytes, "fuzz.tsv");
  for (const Diagnostic& finding : file.findings) {
    require(!finding.message.empty() && finding.at.line > 0, "a mistake has its line");
  }
  const Ontology before = load_ontology({{"good.xml", good}}).ontology;
  const AppliedDecisions applied = apply_decisions(before, file, {});
  if (!applied.findings.empty()) return 0;
  const std::string accepted = add_to_ontology({"accepted.xml", ""}, applied.accepted);
  const LoadResult after = load_ontology(
      {{"good.xml", good},
       {"accepted.xml", accepted},
       {"banned.txt", add_to_name_list("", applied.banned, "# so\n"), OntologyContent::bans}});
  for (const Diagnostic& finding : after.findings) {
    require(finding.severity != Severity::error, "what is applied is an ontology");
  }
  for (const EntryAddition& entry : applied.accepted.entries) {
    check_accepted(entry, after.ontology);
  }
  require(after.ontology.bans.size() == applied.banned.size(), "what was banned is banned");
  return 0;
}
