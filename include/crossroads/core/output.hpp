// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "crossroads/core/system.hpp"

namespace crossroads {

/// An output that is written as it is made, so that no more than a piece of it is held. A file
/// appears whole at finish(), as write_output() has it; without finish() the old one stays. "-" is
/// standard output, where each piece goes at once. Not thread-safe.
class Output {
 public:
  /// `system` must outlive it. Throws Error (output) where `path` is no ordinary file.
  Output(System& system, std::string path);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output();

  /// Throws Error (output) where it can't be written.
  void write(std::string_view bytes);
  void finish();

 private:
  void flush();

  System& system_;
  std::string path_;
  std::string waiting_;
  std::string temporary_;  // empty before its first piece
};

}  // namespace crossroads
