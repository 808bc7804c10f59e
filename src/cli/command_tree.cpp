// SPDX-License-Identifier: Apache-2.0
#include "cli/command_tree.hpp"

namespace crossroads {
namespace {

OptionHelp describe(const CLI::Option& option) {
  OptionHelp help;
  for (const std::string& name : option.get_snames()) help.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) help.names.push_back("--" + name);
  if (help.names.empty()) {
    help.value = option.get_name(true);
  } else if (option.get_type_size() != 0) {
    help.value = option.get_type_name();
  }
  help.description = option.get_description();
  help.required = option.get_required();
  help.repeats = option.get_items_expected_max() >= CLI::detail::expected_max_vector_size;
  return help;
}

}  // namespace

CommandHelp describe(const CLI::App& program) {
  CommandHelp help{program.get_name(), program.get_description(), program.get_footer(), {}, {}, {}};
  for (const CLI::Option* option : program.get_options()) {
    if (option->get_group().empty()) continue;
    (option->nonpositional() ? help.options : help.arguments).push_back(describe(*option));
  }
  for (const CLI::App* command :
       program.get_subcommands([](const CLI::App* app) { return !app->get_group().empty(); })) {
    help.commands.push_back(describe(*command));
  }
  return help;
}

}  // namespace crossroads
