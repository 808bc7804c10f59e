// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "crossroads/core/printable.hpp"
#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

constexpr std::size_t shown_columns = 100;
constexpr std::string_view ellipsis = "…";

/// The code points of a line that a terminal can show (tabs are spaces, so that the caret stands
/// where it should).
std::vector<std::string> points_of(std::string_view line) {
  const std::string shown = printable(line);
  std::vector<std::string> points;
  for (std::size_t at = 0; at < shown.size();) {
    const CodePoint point = code_point_at(shown, at);
    points.push_back(shown.substr(at, point.size));
    at += point.size;
  }
  return points;
}

std::string join(const std::vector<std::string>& points, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text += points[i];
  return text;
}

}  // namespace

Diagnostic diagnose(Severity severity, std::string code, std::string message, std::string_view text,
                    std::size_t offset, std::string file) {
  return {severity, std::move(code), std::move(message), locate(text, offset, std::move(file)),
          std::string(line_at(text, offset))};
}

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "info";
  }
  return "error";
}

std::string format(const Diagnostic& diagnostic) {
  std::string text =
      printable(fmt::format("{}: {}: {} [{}]", to_string(diagnostic.at),
                            to_string(diagnostic.severity), diagnostic.message, diagnostic.code));
  if (diagnostic.at.line == 0 || diagnostic.line.empty()) return text;

  const std::vector<std::string> points = points_of(diagnostic.line);
  const std::size_t caret = std::min(diagnostic.at.column - 1, points.size());
  std::size_t from = 0;
  std::size_t to = points.size();
  if (to > shown_columns) {
    from = caret > shown_columns / 2 ? caret - shown_columns / 2 : 0;
    to = std::min(points.size(), from + shown_columns);
    from = to - shown_columns;
  }
  const std::string_view before = from > 0 ? ellipsis : "";
  const std::string_view after = to < points.size() ? ellipsis : "";
  const std::size_t indent = caret - from + (from > 0 ? 1 : 0);
  return fmt::format("{}\n  {}{}{}\n  {:>{}}", text, before, join(points, from, to), after, "^",
                     indent + 1);
}

}  // namespace crossroads
