// SPDX-License-Identifier: Apache-2.0
#include "core/pandoc.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "core/program_version.hpp"
#include "crossroads/core/error.hpp"
#include "crossroads/core/printable.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

Command pandoc(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "pandoc");
  return {std::move(arguments), "pandoc"};
}

/// The first line that is not a warning, with the next one where it goes on: "Error at (line 3,
/// column 1): unexpected end of input".
std::string reason_in(std::string_view diagnostics) {
  std::string reason;
  while (!diagnostics.empty()) {
    const std::size_t end = std::min(diagnostics.find('\n'), diagnostics.size());
    const std::string_view line = diagnostics.substr(0, end);
    if (!line.empty() && !line.starts_with("[WARNING]") && !line.starts_with("[INFO]")) {
      const std::string_view valid = line.substr(0, find_invalid_utf8(line).value_or(line.size()));
      const bool goes_on = reason.empty() && valid.ends_with(':');
      if (!reason.empty()) reason += ' ';
      reason += valid;
      constexpr std::size_t longest = 200;
      if (!goes_on) return printable_line(reason, longest);
    }
    diagnostics.remove_prefix(std::min(end + 1, diagnostics.size()));
  }
  return reason.empty() ? "it says no more" : printable_line(reason);
}

[[noreturn]] void fail(const PandocJob& job, const RunResult& result, const RunLimits& limits) {
  using Limit = RunResult::Limit;
  const auto refuse = [&](const std::string& why) {
    throw Error(ErrorKind::input, fmt::format("{}: {}", job.id, why), job.too_large);
  };
  if (result.limit == Limit::memory ||
      reason_in(result.diagnostics).find("out of memory") != std::string::npos ||
      reason_in(result.diagnostics).find("Cannot allocate memory") != std::string::npos) {
    refuse(fmt::format("pandoc needs more than {} MiB of memory for it", limits.memory >> 20U));
  }
  if (result.limit == Limit::cpu) {
    refuse(fmt::format("pandoc needs more than {} s for it", limits.cpu.count()));
  }
  if (result.limit == Limit::wall) refuse("pandoc did not end in time");
  if (result.limit == Limit::output) {
    refuse(fmt::format("its text is larger than {} MiB as pandoc writes it", limits.output >> 20U));
  }
  throw Error(ErrorKind::input,
              fmt::format("{}: pandoc can't read it as {}: {}", job.id, job.kind,
                          result.signal != 0 ? fmt::format("ended by signal {}", result.signal)
                                             : reason_in(result.diagnostics)));
}

}  // namespace

std::string run_pandoc(System& system, const PandocJob& job, std::string_view input,
                       const RunLimits& limits) {
  RunResult result = for_file(job.id, [&] {
    return system.run_program(pandoc({"--sandbox", "--from", job.from, "--to", job.to}), input,
                              limits);
  });
  if (!result.succeeded()) fail(job, result, limits);
  return std::move(result.output);
}

}  // namespace crossroads
