// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "crossroads/core/diagnostic.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/system.hpp"
#include "crossroads/graph/concept_graph.hpp"
#include "crossroads/ontology/ontology.hpp"

namespace crossroads {

/// What the program's exit status says.
enum class ExitStatus {
  done = 0,
  negative = 1,  ///< done, and the answer is no: an error found, no path found
  usage = 2,     ///< the command line is wrong
  input = 3,     ///< an input can't be read or is malformed
  output = 4,    ///< an output can't be written
  internal = 5,  ///< the program itself failed
  partial = 6,   ///< done, but inputs were left out
};

/// What a command gets besides its options, and what it leaves.
struct Session {
  System& system;
  ExitStatus status = ExitStatus::done;
};

// Each adds its sub-command, with its options, to the program; its callback runs the command.
void add_check_command(CLI::App& program, Session& session);
void add_import_command(CLI::App& program, Session& session);
void add_read_command(CLI::App& program, Session& session);
void add_link_command(CLI::App& program, Session& session);
void add_build_command(CLI::App& program, Session& session);
void add_links_command(CLI::App& program, Session& session);
void add_show_command(CLI::App& program, Session& session);
void add_path_command(CLI::App& program, Session& session);
void add_export_command(CLI::App& program, Session& session);
void add_map_command(CLI::App& program, Session& session);
void add_score_command(CLI::App& program, Session& session);
void add_suggest_command(CLI::App& program, Session& session);
void add_describe_command(CLI::App& program, Session& session);  // hidden: for packages

/// Loads the ontology that -O names. Findings go to standard error; throws Error (input) where one
/// of them is an error, or there is no entry.
Ontology load_ontology_or_fail(Session& session, const std::vector<std::string>& arguments);

/// Opens a graph that `build` saved.
ConceptGraph open_graph(Session& session, const std::string& path);

/// A line for people, on standard error: "crossroads: MESSAGE"; one line, whatever is in it.
void tell(const std::string& message);
/// An error, on standard error, with what to do about it.
void tell_error(const Error& error);
/// The exit status that an error of that kind gives.
[[nodiscard]] ExitStatus status_of(ErrorKind kind);

}  // namespace crossroads
