// SPDX-License-Identifier: Apache-2.0
#include "crossroads/core/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "crossroads/core/utf8.hpp"

namespace crossroads {
namespace {

constexpr std::size_t shown_columns = 100;
constexpr std::string_view ellipsis = "…";

/// A line as code points that a terminal can show: control characters (tabs too, so that the caret
/// stands where it should) become spaces, bytes that are not UTF-8 become U+FFFD.
std::vector<std::string> printable(std::string_view line) {
  std::vector<std::string> points;
  while (!line.empty()) {
    const std::size_t valid = std::min(find_invalid_utf8(line).value_or(line.size()), line.size());
    for (std::size_t at = 0; at < valid;) {
      const CodePoint point = code_point_at(line, at);
      const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
      points.emplace_back(control ? " " : std::string(line.substr(at, point.size)));
      at += point.size;
    }
    line.remove_prefix(valid);
    if (line.empty()) break;
    points.emplace_back("\uFFFD");
    line.remove_prefix(1);
    while (!line.empty() && (static_cast<unsigned char>(line[0]) & 0xC0U) == 0x80U) {
      line.remove_prefix(1);
    }
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
      fmt::format("{}: {}: {} [{}]", to_string(diagnostic.at), to_string(diagnostic.severity),
                  diagnostic.message, diagnostic.code);
  if (diagnostic.at.line == 0 || diagnostic.line.empty()) return text;

  const std::vector<std::string> points = printable(diagnostic.line);
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
