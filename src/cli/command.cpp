// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdio>

#include "crossroads/core/printable.hpp"
#include "crossroads/ontology/load.hpp"
#include "crossroads/pipeline/corpus.hpp"
#include "crossroads/store/graph_json.hpp"

namespace crossroads {

Ontology load_ontology_or_fail(Session& session, const std::vector<std::string>& arguments) {
  LoadResult loaded = load_ontology(read_ontology_files(session.system, arguments));
  std::size_t errors = 0;
  for (const Diagnostic& finding : loaded.findings) {
    if (finding.severity != Severity::error) continue;
    ++errors;
    fmt::print(stderr, "{}\n", format(finding));
  }
  if (errors > 0) {
    throw Error(ErrorKind::input,
                fmt::format("{}: the ontology has {}", fmt::join(arguments, ", "),
                            counted(errors, "error")),
                "mend what is listed above; 'crossroads check' lists it with the warnings");
  }
  if (loaded.ontology.entries.empty()) {
    throw Error(ErrorKind::input,
                fmt::format("{}: the ontology has no entry", fmt::join(arguments, ", ")));
  }
  return std::move(loaded.ontology);
}

ConceptGraph open_graph(Session& session, const std::string& path) {
  const std::string bytes = read_input(session.system, path);
  return read_graph_json(bytes, path == "-" ? "standard input" : path);
}

void tell(const std::string& message) {
  fmt::print(stderr, "crossroads: {}\n", printable(message));
}

void tell_error(const Error& error) {
  tell(fmt::format("error: {}", error.what()));
  if (!error.remedy().empty()) tell(fmt::format("hint: {}", error.remedy()));
}

ExitStatus status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::question:
      return ExitStatus::usage;
    case ErrorKind::input:
      return ExitStatus::input;
    case ErrorKind::output:
      return ExitStatus::output;
    case ErrorKind::internal:
      return ExitStatus::internal;
  }
  return ExitStatus::internal;
}

}  // namespace crossroads
