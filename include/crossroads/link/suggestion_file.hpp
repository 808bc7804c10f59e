// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/diagnostic.hpp"
#include "crossroads/core/location.hpp"
#include "crossroads/link/suggest.hpp"
#include "crossroads/ontology/accept.hpp"
#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// What a curator says of a suggestion.
enum class Verdict : std::uint8_t { open, accept, ban, skip };

/// A line of a file of suggestions, as a curator left it.
struct DecidedSuggestion {
  Verdict decision = Verdict::open;
  SuggestionKind kind = SuggestionKind::entry;
  std::string form;
  std::string short_form;
  std::string entry;
  std::string entry_kind;
  std::string document;    ///< where it was seen; empty where the line does not say
  std::uint32_t line = 0;  ///< there
  Location at;
};

struct SuggestionFile {
  std::vector<DecidedSuggestion> suggestions;  ///< in the file's order
  std::vector<Diagnostic> findings;            ///< what is wrong; `suggestions` is without it
};

/// A file for a curator to decide in, line by line: tab-separated, the decision first ("?"), then
/// what it is, form, short form, entry, kind, counts, reason, place and quote; lines that begin
/// with # explain. O(suggestions).
std::string write_suggestions(const std::vector<Suggestion>& suggestions);

/// Reads such a file back. Columns are known by their names in the first line that is no comment,
/// so a spreadsheet may have moved or dropped some. `name` stands for it in findings. O(bytes).
SuggestionFile read_suggestions(std::string_view text, const std::string& name);

/// What decisions change.
struct AppliedDecisions {
  Additions accepted;                ///< for accepted.xml
  std::vector<Ban> banned;           ///< for banned.txt
  std::vector<Ban> skipped;          ///< for skipped.txt: a ban of what the ontology has not is one
  std::size_t bans_of_nothing = 0;   ///< of those that are skipped
  std::size_t forms = 0;             ///< that are accepted: of entries, new ones too
  std::size_t there = 0;             ///< decisions that the ontology has already
  std::size_t open = 0;              ///< lines without a decision
  std::vector<Diagnostic> findings;  ///< what can't be done, each with its line; then do nothing
};

/// Works out what the decisions mean for `ontology`. Each accepted form names the text that it was
/// seen in as its source, and the line as the place in it. `skipped` are the names that were left
/// before. O((suggestions + entries) log entries).
AppliedDecisions apply_decisions(const Ontology& ontology, const SuggestionFile& file,
                                 const std::vector<Ban>& skipped);

}  // namespace crossroads
