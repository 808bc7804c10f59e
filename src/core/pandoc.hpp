// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "crossroads/core/system.hpp"

namespace crossroads {

/// What pandoc may use for a file. It keeps about a hundred bytes a byte of text.
constexpr RunLimits pandoc_limits{.wall = std::chrono::minutes(5),
                                  .cpu = std::chrono::seconds(60),
                                  .memory = std::size_t{2} << 30U,
                                  .output = std::size_t{512} << 20U};

/// A file that pandoc is to convert.
struct PandocJob {
  std::string id;         ///< the file, for errors
  std::string kind;       ///< what it should be, for errors: "a Word file (DOCX)"
  std::string from;       ///< pandoc's name of its format
  std::string to;         ///< and of that which is wanted
  std::string too_large;  ///< what to do where pandoc needs more than `limits`
};

/// `input` as pandoc writes it, which neither sees other files nor the network. Throws Error
/// (input) where pandoc is missing, can't read it, or needs more than `limits`.
std::string run_pandoc(System& system, const PandocJob& job, std::string_view input,
                       const RunLimits& limits = pandoc_limits);

}  // namespace crossroads
