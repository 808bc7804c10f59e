// SPDX-License-Identifier: Apache-2.0
#include "cli/apply_suggestions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "crossroads/core/printable.hpp"
#include "crossroads/link/suggestion_file.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/pipeline/corpus.hpp"

namespace crossroads {
namespace {

const char* const banned_comment =
    "# Names that are not matched, a line each: FORM (of all entries), or FORM, a tab and an "
    "entry's id.\n";
const char* const skipped_comment =
    "# Names that 'crossroads suggest' does not offer again, as in banned.txt. No other command "
    "reads it.\n";

/// Where a file of that name lies: in the folder that -O names first, or beside the file.
std::string path_of(Session& session, const std::vector<std::string>& ontology,
                    std::string_view name) {
  const std::string& first = ontology.front();
  if (first == "-") {
    throw Error(ErrorKind::question, "-O -: there is no place beside standard input",
                "name the ontology's file or folder");
  }
  if (session.system.kind_of(first) != FileKind::folder) return path_beside(first, name);
  return path_beside(first.ends_with('/') ? first : first + "/", name);
}

std::string bytes_of(Session& session, const std::string& path) {
  if (session.system.kind_of(path) == FileKind::none) return {};
  return read_input(session.system, path);
}

/// Tells what is wrong, and stops where anything is.
void refuse(const std::vector<Diagnostic>& findings, const std::string& path,
            const std::string& remedy) {
  std::size_t errors = 0;
  for (const Diagnostic& finding : findings) {
    if (finding.severity != Severity::error) continue;
    ++errors;
    fmt::print(stderr, "{}\n", format(finding));
  }
  if (errors == 0) return;
  throw Error(ErrorKind::input,
              fmt::format("{}: has {}, so nothing was written", path, counted(errors, "error")),
              remedy);
}

/// One of the files that decisions go to.
struct Target {
  std::string path;
  std::string before;
  std::string after;

  [[nodiscard]] bool changes() const { return before != after; }
};

Target target(Session& session, const std::vector<std::string>& ontology, std::string_view name) {
  Target made;
  made.path = path_of(session, ontology, name);
  made.before = bytes_of(session, made.path);
  made.after = made.before;
  return made;
}

/// The ontology's files as they will be.
void put(std::vector<OntologyFile>& files, System& system, const Target& changed,
         OntologyContent content) {
  if (!changed.changes()) return;
  const auto there = std::find_if(files.begin(), files.end(), [&](const OntologyFile& file) {
    return file.name == changed.path ||
           (file.name != "-" && system.is_same_file(file.name, changed.path));
  });
  if (there != files.end()) {
    there->bytes = changed.after;
  } else {
    files.push_back({changed.path, changed.after, content});
  }
}

void tell_of(const AppliedDecisions& applied, const Target& accepted, const Target& banned,
             const Target& skipped) {
  if (applied.forms > 0) {
    tell(fmt::format("accepted {}: {}", counted(applied.forms, "name"), accepted.path));
  }
  if (!applied.banned.empty()) {
    tell(fmt::format("banned {}: {}", counted(applied.banned.size(), "name"), banned.path));
  }
  if (!applied.skipped.empty()) {
    tell(fmt::format("skipped {}: {}", counted(applied.skipped.size(), "name"), skipped.path));
  }
  if (applied.bans_of_nothing > 0) {
    tell(
        fmt::format("{} of names that the ontology does not have: they are among those that are "
                    "skipped",
                    counted(applied.bans_of_nothing, "ban")));
  }
  if (applied.there > 0) tell(fmt::format("{} decided before", counted(applied.there, "name")));
  if (applied.open > 0) tell(fmt::format("{} left open", counted(applied.open, "suggestion")));
}

}  // namespace

std::vector<Ban> read_skipped(Session& session, const std::vector<std::string>& ontology) {
  if (ontology.front() == "-") return {};
  const std::string path = path_of(session, ontology, skipped_file);
  NameList list = read_name_list({path, bytes_of(session, path), OntologyContent::bans});
  refuse(list.findings, path, "mend the lines that are told above");
  return std::move(list.names);
}

void apply_suggestions(Session& session, const std::string& path,
                       const std::vector<std::string>& ontology) {
  Target accepted = target(session, ontology, accepted_file);
  Target banned = target(session, ontology, banned_file);
  Target skipped = target(session, ontology, skipped_file);
  const Ontology known = load_ontology_or_fail(session, ontology);
  const std::string name = path == "-" ? "standard input" : path;
  const SuggestionFile file = read_suggestions(read_input(session.system, path), name);
  refuse(file.findings, name, "mend the lines that are told above");
  const AppliedDecisions applied = apply_decisions(known, file, read_skipped(session, ontology));
  refuse(applied.findings, name, "mend the lines that are told above, or put ? there");

  if (!applied.accepted.entries.empty()) {
    accepted.after = add_to_ontology({accepted.path, accepted.before}, applied.accepted);
  }
  banned.after = add_to_name_list(banned.before, applied.banned, banned_comment);
  skipped.after = add_to_name_list(skipped.before, applied.skipped, skipped_comment);
  std::vector<OntologyFile> files = read_ontology_files(session.system, ontology);
  put(files, session.system, accepted, OntologyContent::xml);
  put(files, session.system, banned, OntologyContent::bans);
  refuse(load_ontology(files).findings, accepted.path, "the ontology as it would be is in error");
  refuse(read_name_list({skipped.path, skipped.after, OntologyContent::bans}).findings, name,
         "the list of what is skipped would be in error: mend the names or entries told above");

  for (const Target* changed : {&accepted, &banned, &skipped}) {
    if (changed->changes()) write_output(session.system, changed->path, changed->after);
  }
  tell_of(applied, accepted, banned, skipped);
}

}  // namespace crossroads
