// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "crossroads/core/nearest.hpp"
#include "crossroads/core/version.hpp"

namespace {

constexpr const char* about =
    "Builds concept graphs that can be checked: a curated ontology, linked to the passages that "
    "name\n"
    "its entries, every edge with its evidence.";

constexpr const char* epilogue =
    "A first tour:\n"
    "  crossroads check ontology\n"
    "  crossroads build -O ontology examples/briefings -o graph.json\n"
    "  crossroads links graph.json --from mission --to armed-group\n"
    "  crossroads show graph.json MONUSCO\n"
    "\n"
    "Exit status: 0 done; 1 done, and the answer is negative; 2 the command line is wrong; 3 an "
    "input\n"
    "can't be read or is malformed; 4 an output can't be written; 5 the program failed; 6 done, "
    "but\n"
    "inputs were left out. 'crossroads COMMAND --help' explains a command.";

using namespace crossroads;

void refuse_unknown_command(const CLI::App& program, int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return;
  const std::string wanted = argv[1];
  std::vector<std::string> known;
  for (const CLI::App* command : program.get_subcommands({})) {
    if (command->get_name() == wanted) return;
    if (!command->get_group().empty())
      known.push_back(command->get_name());  // the others are hidden
  }
  throw Error(ErrorKind::question,
              fmt::format("there is no command '{}'{}", wanted, did_you_mean(wanted, known)),
              "'crossroads --help' lists the commands");
}

int run(int argc, char** argv) {
  notice_ends_of_programs();
  const auto system = real_system();
  Session session{*system};
  CLI::App program(about, "crossroads");
  program.footer(epilogue);
  program.set_version_flag("--version", fmt::format("crossroads {}", version));
  program.require_subcommand(1);
  for (const auto add : {add_check_command, add_import_command, add_read_command, add_link_command,
                         add_build_command, add_links_command, add_show_command, add_path_command,
                         add_export_command, add_map_command, add_suggest_command,
                         add_score_command, add_describe_command}) {
    add(program, session);
  }
  try {
    refuse_unknown_command(program, argc, argv);
    program.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return program.exit(help);
  } catch (const CLI::ParseError& error) {
    tell_error(
        {ErrorKind::question, error.what(),
         "'crossroads --help' lists the commands, 'crossroads COMMAND --help' explains one"});
    return static_cast<int>(ExitStatus::usage);
  } catch (const Error& error) {
    tell_error(error);
    return static_cast<int>(status_of(error.kind()));
  }
  return static_cast<int>(session.status);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    tell(fmt::format("error: the program failed: {}", error.what()));
    return static_cast<int>(ExitStatus::internal);
  }
}
