// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/diagnostic.hpp"

namespace crossroads {

/// One file while it is being loaded: its bytes, the findings in it, and where its lines begin, so
/// that a place costs no walk from the start as locate() does.
class FileContext {
 public:
  /// Both must outlive the context.
  FileContext(const std::string& name, std::string_view bytes);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] std::vector<Diagnostic>& findings() { return findings_; }

  /// As crossroads::locate(). O(log lines).
  [[nodiscard]] Location locate(std::size_t offset) const;

  void report(Severity severity, std::string code, std::string message, std::size_t offset);
  void error(std::string code, std::string message, std::size_t offset) {
    report(Severity::error, std::move(code), std::move(message), offset);
  }

 private:
  /// How many code points begin before `offset`.
  [[nodiscard]] std::size_t points_before(std::size_t offset) const;

  const std::string& name_;
  std::string_view bytes_;
  std::vector<std::size_t> lines_;   // where each begins; the first one behind a byte order mark
  std::vector<std::size_t> points_;  // how many begin before each block of bytes
  std::vector<Diagnostic> findings_;
};

}  // namespace crossroads
