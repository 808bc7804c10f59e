// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// An option, or an argument, which is known by its place and has no names.
struct OptionHelp {
  std::vector<std::string> names;  ///< short ones first, with their dashes: -o, --output
  std::string value;               ///< what it takes: FILE; empty for a flag
  std::string description;
  bool required = false;
  bool repeats = false;
};

struct CommandHelp {
  std::string name;
  std::string description;
  std::string footer;
  std::vector<OptionHelp> arguments;
  std::vector<OptionHelp> options;
  std::vector<CommandHelp> commands;  ///< sub-commands; only the program has some
};

/// All that --help tells of a program: what its man page and its completions are written from, so
/// that they can't say anything else. Hidden commands and options are left out.
CommandHelp describe(const CLI::App& program);

/// In man(7), without a date, so that the same program gives the same bytes.
std::string man_page(const CommandHelp& program, std::string_view version);

std::string bash_completion(const CommandHelp& program);
std::string zsh_completion(const CommandHelp& program);
std::string fish_completion(const CommandHelp& program);

}  // namespace crossroads
