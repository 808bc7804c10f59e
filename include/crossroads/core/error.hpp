// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace crossroads {

/// What failed, for programs; the program's exit status follows from it.
enum class ErrorKind {
  question,  ///< the question can't be answered as put: no such entry, say
  input,     ///< an input can't be read, or is malformed
  output,    ///< an output can't be written
  internal,  ///< a fault of ours
};

/// Thrown where work can't go on, and only there: problems in data are Diagnostics, absence is not
/// an error. what() is one line, with its place where there is one: "FILE:LINE:COLUMN: message".
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message, std::string remedy = {})
      : std::runtime_error(message), kind_(kind), remedy_(std::move(remedy)) {}

  [[nodiscard]] ErrorKind kind() const { return kind_; }
  /// What to do about it; empty where the message says enough.
  [[nodiscard]] const std::string& remedy() const { return remedy_; }

 private:
  ErrorKind kind_;
  std::string remedy_;
};

}  // namespace crossroads
