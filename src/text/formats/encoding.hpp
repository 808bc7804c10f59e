// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

/// A text in UTF-8, and what it was before.
struct DecodedText {
  std::string bytes;
  std::string charset;  ///< "utf-16le", "windows-1252"
};

/// UTF-16 and UTF-32 are known by their byte-order marks, which the result lacks. Any other text
/// that is not well-formed UTF-8, or holds zero bytes, is in `encoding`, where that is given.
/// Nothing where the bytes are none of these: they need no converting, or none can help. Throws
/// Error (input), with the place in `name`, where bytes are not of the encoding, Error (question)
/// where there is no such encoding. O(bytes).
std::optional<DecodedText> decode(const std::string& name, std::string_view bytes,
                                  std::string_view encoding);

/// Throws Error (input), with the place of the first byte in `name` that is not of UTF-8.
void refuse_other_than_utf8(const std::string& name, std::string_view bytes);

/// The program that decode() converts with, and its version.
std::string decoder_name();

/// Whether the bytes begin with a byte-order mark of UTF-16 or UTF-32.
bool has_wide_mark(std::string_view bytes);

}  // namespace crossroads
