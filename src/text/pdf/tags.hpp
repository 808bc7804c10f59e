// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

/// Walks the tags of markup that a program wrote, forgiving whatever stands between them.
class TagScanner {
 public:
  explicit TagScanner(std::string_view markup) : markup_(markup) {}

  /// Goes to the next tag; false behind the last.
  bool next();
  /// Of the tag at hand: "word", "/word".
  [[nodiscard]] std::string_view name() const { return name_; }
  /// What stands behind the tag, up to the next "<".
  [[nodiscard]] std::string_view content() const;
  /// Up to the closing tag of that name, with all tags in between; to the end where there is none.
  [[nodiscard]] std::string_view content_up_to(std::string_view closing) const;
  /// An attribute's value, references and all; nothing where it is missing.
  [[nodiscard]] std::optional<std::string_view> attribute(std::string_view name) const;
  /// A finite number within a million; nothing where it is missing or no such number.
  [[nodiscard]] std::optional<double> number(std::string_view name) const;

 private:
  std::string_view markup_;
  std::string_view name_;
  std::string_view inside_;  // behind the name, up to ">"
  std::size_t at_ = 0;       // behind the tag
};

/// Appends the characters of `markup` to `out`: references resolved, tags left out, control
/// characters left out, what is not well-formed UTF-8 replaced by U+FFFD, white space as one space.
void append_characters(std::string& out, std::string_view markup);

}  // namespace crossroads
