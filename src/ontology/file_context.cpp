// SPDX-License-Identifier: Apache-2.0
#include "ontology/file_context.hpp"

#include <algorithm>
#include <utility>

namespace crossroads {
namespace {

/// A longer line is not shown below a finding: each finding keeps a copy.
constexpr std::size_t longest_shown_line = std::size_t{1} << 14;

bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

FileContext::FileContext(const std::string& name, std::string_view bytes)
    : name_(name), bytes_(bytes) {
  lines_.push_back(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool crlf = bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
    if (bytes[i] == '\n' || (bytes[i] == '\r' && !crlf)) lines_.push_back(i + 1);
  }
  cursor_.offset = lines_.front();
}

Location FileContext::locate(std::size_t offset) {
  offset = std::clamp(offset, lines_.front(), bytes_.size());
  const auto behind = std::upper_bound(lines_.begin(), lines_.end(), offset);
  const auto line = static_cast<std::size_t>(behind - lines_.begin()) - 1;
  if (line != cursor_.line || offset < cursor_.offset) cursor_ = {line, lines_[line], 1};
  for (; cursor_.offset < offset; ++cursor_.offset) {
    if (begins_code_point(bytes_[cursor_.offset])) ++cursor_.column;
  }
  return {name_, line + 1, cursor_.column};
}

void FileContext::report(Severity severity, std::string code, std::string message,
                         std::size_t offset) {
  Diagnostic finding{severity, std::move(code), std::move(message), locate(offset), {}};
  const std::string_view rest = bytes_.substr(lines_[finding.at.line - 1], longest_shown_line + 1);
  const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
  if (end <= longest_shown_line) finding.line = rest.substr(0, end);
  findings_.push_back(std::move(finding));
}

}  // namespace crossroads
