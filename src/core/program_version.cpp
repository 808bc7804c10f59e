// SPDX-License-Identifier: Apache-2.0
#include "core/program_version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string_view>

#include "crossroads/core/ascii.hpp"

namespace crossroads {
namespace {

constexpr RunLimits limits{.wall = std::chrono::minutes(1), .output = std::size_t{1} << 16U};

/// The first word of the first line that begins with a digit; empty where there is none.
std::string_view version_in(std::string_view said) {
  said = said.substr(0, said.find_first_of("\r\n"));
  while (!said.empty()) {
    const std::size_t end = std::min(said.find(' '), said.size());
    if (is_ascii_digit(said.front())) {
      const std::string_view word = said.substr(0, end);
      return word.substr(0, word.find_first_not_of("0123456789.+-~_"
                                                   "abcdefghijklmnopqrstuvwxyz"
                                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
    }
    said.remove_prefix(std::min(end + 1, said.size()));
  }
  return {};
}

}  // namespace

std::string version_of(System& system, const Command& asking) {
  const RunResult result = system.ask_program(asking, limits);
  const std::string& name = asking.words.front();
  const std::string_view version =
      version_in(result.output.empty() ? result.diagnostics : result.output);
  if (!result.succeeded() || version.empty()) {
    throw Error(
        ErrorKind::input, name + ": does not say its version",
        asking.package.empty() ? "" : fmt::format("is the package {} whole?", asking.package));
  }
  return fmt::format("{} {}", name, version);
}

}  // namespace crossroads
