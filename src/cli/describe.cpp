// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "cli/command.hpp"
#include "cli/command_tree.hpp"
#include "crossroads/core/version.hpp"

namespace crossroads {
namespace {

struct DescribeOptions {
  std::string form;
  std::string output = "-";
};

std::string description_of(const CommandHelp& program, const std::string& form) {
  if (form == "bash") return bash_completion(program);
  if (form == "zsh") return zsh_completion(program);
  if (form == "fish") return fish_completion(program);
  return man_page(program, version);
}

}  // namespace

void add_describe_command(CLI::App& program, Session& session) {
  CLI::App* command =
      program.add_subcommand("describe", "Write this program's man page, or its completions");
  command->group("");
  const auto options = std::make_shared<DescribeOptions>();
  command->add_option("FORM", options->form, "man, or a shell: bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"man", "bash", "zsh", "fish"}).description(""))
      ->type_name("");
  command->add_option("-o,--output", options->output, "Where to write; - is standard output (-)")
      ->type_name("FILE");
  command->footer("Example:\n  crossroads describe man | man -l -");
  command->callback([&program, &session, options] {
    write_output(session.system, options->output, description_of(describe(program), options->form));
  });
}

}  // namespace crossroads
