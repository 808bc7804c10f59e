// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "cli/command_tree.hpp"

namespace crossroads {
namespace {

std::string replaced(std::string text, std::string_view characters, std::string_view before) {
  for (std::size_t i = 0; (i = text.find_first_of(characters, i)) != std::string::npos;) {
    text.insert(i, before);
    i += before.size() + 1;
  }
  return text;
}

bool names_files(const OptionHelp& option) {
  const std::array<std::string_view, 5> values{"DIR", "FILE", "GRAPH", "ONTOLOGY", "TEXT"};
  return std::find(values.begin(), values.end(), option.value) != values.end();
}

std::vector<std::string> option_names(const CommandHelp& command) {
  std::vector<std::string> out;
  for (const OptionHelp& option : command.options) {
    out.insert(out.end(), option.names.begin(), option.names.end());
  }
  return out;
}

std::string zsh_quoted(const std::string& text) {
  return "'" + CLI::detail::find_and_replace(text, "'", "'\\''") + "'";
}

std::string zsh_text(const std::string& text) {
  return replaced(text, "\\[]:", "\\");
}

/// ":TEXT:_files": what a value is called, and what completes it.
std::string zsh_value(const OptionHelp& option) {
  return ":" + zsh_text(option.value) + ":" + (names_files(option) ? "_files" : " ");
}

std::string zsh_arguments(const CommandHelp& command) {
  std::string out = "_arguments";
  const auto add = [&out](const std::string& argument) {
    out += " \\\n        " + zsh_quoted(argument);
  };
  for (const OptionHelp& option : command.options) {
    for (const std::string& name : option.names) {
      add((option.repeats ? "*" : "") + name + "[" + zsh_text(option.description) + "]" +
          (option.value.empty() ? "" : zsh_value(option)));
    }
  }
  std::size_t place = 0;
  for (const OptionHelp& argument : command.arguments) {
    add((argument.repeats ? "*" : std::to_string(++place)) + zsh_value(argument));
  }
  return out;
}

std::string fish_quoted(const std::string& text) {
  return "'" + replaced(text, "\\'", "\\") + "'";
}

void add_fish_options(std::string& out, const CommandHelp& command, const std::string& condition) {
  for (const OptionHelp& option : command.options) {
    out += "complete -c crossroads -n " + condition;
    for (const std::string& name : option.names) {
      const bool is_long = name.rfind("--", 0) == 0;
      out += (is_long ? " -l " : " -s ") + name.substr(is_long ? 2 : 1);
    }
    if (!option.value.empty()) out += names_files(option) ? " -r -F" : " -x";
    out += " -d " + fish_quoted(option.description) + "\n";
  }
}

}  // namespace

std::string bash_completion(const CommandHelp& program) {
  std::vector<std::string> first;
  std::string cases;
  for (const CommandHelp& command : program.commands) {
    first.push_back(command.name);
    cases += fmt::format("      {}) words='{}' ;;\n", command.name,
                         fmt::join(option_names(command), " "));
  }
  const std::vector<std::string> options = option_names(program);
  first.insert(first.end(), options.begin(), options.end());
  return fmt::format(
      "# shellcheck shell=bash\n"
      "_crossroads() {{\n"
      "  local current=${{COMP_WORDS[COMP_CWORD]}} words=\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    words='{}'\n"
      "  elif [[ $current == -* ]]; then\n"
      "    case ${{COMP_WORDS[1]}} in\n"
      "{}"
      "    esac\n"
      "  fi\n"
      "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
      "}}\n"
      "complete -o bashdefault -o default -F _crossroads crossroads\n",
      fmt::join(first, " "), cases);
}

std::string zsh_completion(const CommandHelp& program) {
  std::string commands;
  std::string cases;
  for (const CommandHelp& command : program.commands) {
    commands += "    " + zsh_quoted(command.name + ":" + zsh_text(command.description)) + "\n";
    cases += "    " + command.name + ")\n      " + zsh_arguments(command) + "\n      ;;\n";
  }
  return fmt::format(
      "#compdef crossroads\n"
      "_crossroads() {{\n"
      "  local -a commands=(\n"
      "{}"
      "  )\n"
      "  if ((CURRENT == 2)); then\n"
      "    _describe command commands\n"
      "    {}\n"
      "    return\n"
      "  fi\n"
      "  shift words\n"
      "  ((CURRENT--))\n"
      "  case $words[1] in\n"
      "{}"
      "  esac\n"
      "}}\n"
      "_crossroads \"$@\"\n",
      commands, zsh_arguments(program), cases);
}

std::string fish_completion(const CommandHelp& program) {
  std::string out = "complete -c crossroads -f -n __fish_use_subcommand\n";
  add_fish_options(out, program, "__fish_use_subcommand");
  for (const CommandHelp& command : program.commands) {
    out += "complete -c crossroads -f -n __fish_use_subcommand -a " + command.name + " -d " +
           fish_quoted(command.description) + "\n";
  }
  for (const CommandHelp& command : program.commands) {
    add_fish_options(out, command, "'__fish_seen_subcommand_from " + command.name + "'");
  }
  return out;
}

}  // namespace crossroads
