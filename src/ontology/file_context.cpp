// SPDX-License-Identifier: Apache-2.0
#include "ontology/file_context.hpp"

#include <algorithm>
#include <utility>

namespace crossroads {
namespace {

/// A longer line is not shown below a finding: each finding keeps a copy.
constexpr std::size_t longest_shown_line = std::size_t{1} << 14;

/// How far apart the places are whose code points are counted beforehand.
constexpr std::size_t block = 1024;

bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

FileContext::FileContext(const std::string& name, std::string_view bytes)
    : name_(name), bytes_(bytes) {
  lines_.push_back(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  std::size_t points = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % block == 0) points_.push_back(points);
    if (begins_code_point(bytes[i])) ++points;
    const bool crlf = bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
    if (bytes[i] == '\n' || (bytes[i] == '\r' && !crlf)) lines_.push_back(i + 1);
  }
  if (bytes.size() % block == 0) points_.push_back(points);
}

std::size_t FileContext::points_before(std::size_t offset) const {
  std::size_t points = points_[offset / block];
  for (std::size_t i = offset - offset % block; i < offset; ++i) {
    if (begins_code_point(bytes_[i])) ++points;
  }
  return points;
}

Location FileContext::locate(std::size_t offset) const {
  offset = std::clamp(offset, lines_.front(), bytes_.size());
  const auto behind = std::upper_bound(lines_.begin(), lines_.end(), offset);
  const auto line = static_cast<std::size_t>(behind - lines_.begin());
  const std::size_t column = points_before(offset) - points_before(lines_[line - 1]) + 1;
  return {name_, line, column};
}

void FileContext::report(Severity severity, std::string code, std::string message,
                         std::size_t offset) {
  Diagnostic finding{severity, std::move(code), std::move(message), locate(offset), {}};
  const std::size_t begin = lines_[finding.at.line - 1];
  const bool last = finding.at.line == lines_.size();
  std::string_view line =
      bytes_.substr(begin, last ? bytes_.npos : lines_[finding.at.line] - begin);
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  if (line.size() <= longest_shown_line) finding.line = line;
  findings_.push_back(std::move(finding));
}

}  // namespace crossroads
