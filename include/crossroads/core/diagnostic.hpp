// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "crossroads/core/location.hpp"

namespace crossroads {

enum class Severity { error, warning, info };

/// One finding about a user's data, at its place. Findings are collected, never thrown.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;     ///< stable, for programs: "unknown-entry"
  std::string message;  ///< for people: one sentence, no final stop
  Location at;
  std::string line;  ///< the source line it is about; empty where there is none
};

/// A finding at byte `offset` of `text`, which is the content of `file`.
Diagnostic diagnose(Severity severity, std::string code, std::string message, std::string_view text,
                    std::size_t offset, std::string file);

std::string_view to_string(Severity severity);

/// "FILE:LINE:COLUMN: error: message [code]", and below it the line with a caret under the column.
/// A long line is cut around the caret; nothing in it drives a terminal. No final line end.
std::string format(const Diagnostic& diagnostic);

}  // namespace crossroads
