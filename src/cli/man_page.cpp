// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <sstream>

#include "cli/command_tree.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

/// The text as it stands, whatever man(7) would read into it.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint next = code_point_at(text, i);
    i += next.size;
    switch (next.value) {
      case U'\\':
        out += "\\e";
        break;
      case U'-':
        out += "\\-";
        break;
      case U'\'':
        out += "\\(aq";
        break;
      case U'"':
        out += "\\(dq";
        break;
      case U'`':
        out += "\\(ga";
        break;
      case U'^':
        out += "\\(ha";
        break;
      case U'~':
        out += "\\(ti";
        break;
      case U'.':
        out += out.empty() || out.back() == '\n' ? "\\&." : ".";
        break;
      default:
        if (next.value < 0x80) {
          out += static_cast<char>(next.value);
        } else {
          out += fmt::format("\\[u{:04X}]", static_cast<std::uint32_t>(next.value));
        }
    }
  }
  return out;
}

std::string bold(std::string_view text) {
  return "\\fB" + escaped(text) + "\\fR";
}

std::string italic(std::string_view text) {
  return "\\fI" + escaped(text) + "\\fR";
}

/// "-o, --output FILE", or "TEXT".
std::string usage_of(const OptionHelp& option) {
  std::string out;
  for (const std::string& name : option.names) out += (out.empty() ? "" : ", ") + bold(name);
  if (!option.value.empty()) out += (out.empty() ? "" : " ") + italic(option.value);
  return out;
}

/// "crossroads build -O ONTOLOGY [OPTION]... TEXT..."
std::string usage_of(const CommandHelp& program, const CommandHelp& command) {
  std::string out = bold(program.name + " " + command.name);
  for (const OptionHelp& option : command.options) {
    if (option.required) out += " " + bold(option.names.front()) + " " + italic(option.value);
  }
  out += " [" + italic("OPTION") + "]...";
  for (const OptionHelp& argument : command.arguments) {
    out += " " + italic(argument.value) + (argument.repeats ? "..." : "");
  }
  return out;
}

void add_options(std::string& page, const std::vector<OptionHelp>& options) {
  for (const OptionHelp& option : options) {
    page += ".TP\n" + usage_of(option) + "\n" + escaped(option.description) + "\n";
  }
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

/// Text in paragraphs; lines that are indented are what to type. `text`: a paragraph is open.
void add_footer(std::string& page, const std::string& footer, bool text = false) {
  std::istringstream lines(footer);
  bool typed = false;
  for (std::string line; std::getline(lines, line);) {
    const bool is_typed = line.rfind("  ", 0) == 0;
    if (typed != is_typed) page += is_typed ? ".RS 4\n.EX\n" : ".EE\n.RE\n";
    typed = is_typed;
    if (!typed && !line.empty() && !text) page += ".PP\n";
    text = !typed && !line.empty();
    if (!line.empty()) page += escaped(typed ? line.substr(2) : line) + "\n";
  }
  if (typed) page += ".EE\n.RE\n";
}

/// "A first tour: …", "Exit status: …": each paragraph under its own heading.
void add_closing_sections(std::string& page, const std::string& footer) {
  for (std::size_t begin = 0; begin < footer.size();) {
    const std::size_t end = std::min(footer.find("\n\n", begin), footer.size());
    const std::string paragraph = footer.substr(begin, end - begin);
    const std::size_t colon = std::min(paragraph.find(':'), paragraph.size());
    const std::string heading = upper(paragraph.substr(0, colon));
    const std::size_t text = paragraph.find_first_not_of(" :", colon);
    page += ".SH \"" + escaped(heading) + "\"\n";
    if (text != std::string::npos) add_footer(page, paragraph.substr(text), true);
    begin = end + 2;
  }
}

}  // namespace

std::string man_page(const CommandHelp& program, std::string_view version) {
  std::string page =
      fmt::format(".TH {} 1 \"\" \"{} {}\"\n", upper(program.name), program.name, version);
  std::string brief = program.description.substr(0, program.description.find(':'));
  if (!brief.empty()) brief.front() = CLI::detail::to_lower(brief.substr(0, 1)).front();
  page += ".SH NAME\n" + escaped(program.name) + " \\- " + escaped(brief) + "\n";
  page += ".SH SYNOPSIS\n" + bold(program.name) + " " + italic("COMMAND") + " [" +
          italic("OPTION") + "]... " + italic("ARGUMENT") + "...\n";
  page += ".SH DESCRIPTION\n" + escaped(program.description) + "\n";
  page += ".SH OPTIONS\n";
  add_options(page, program.options);
  page += ".SH COMMANDS\n";
  for (const CommandHelp& command : program.commands) {
    page += ".SS " + escaped(command.name) + "\n" + usage_of(program, command) + "\n";
    page += ".PP\n" + escaped(command.description) + ".\n";
    add_options(page, command.arguments);
    add_options(page, command.options);
    add_footer(page, command.footer);
  }
  add_closing_sections(page, program.footer);
  return page;
}

}  // namespace crossroads
