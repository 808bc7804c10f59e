// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

/// The offset of the first byte that is not part of well-formed UTF-8 (Unicode, table 3-7:
/// no surrogates, no overlong forms, nothing past U+10FFFF), or nothing. O(bytes).
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// One code point and how many bytes it takes.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;
};

/// The code point that begins at `offset`. REQUIRES: well-formed UTF-8, offset < text.size() and at
/// the first byte of a sequence.
CodePoint code_point_at(std::string_view text, std::size_t offset);

/// The code point that ends just before `offset`. REQUIRES: as above, offset > 0.
CodePoint code_point_before(std::string_view text, std::size_t offset);

/// Appends `value` to `text` as UTF-8. REQUIRES: a Unicode scalar value.
void append_utf8(std::string& text, char32_t value);

}  // namespace crossroads
