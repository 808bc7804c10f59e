// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "link/definitions/glyphs.hpp"

namespace crossroads {

/// What a definition gives as the other name, and what introduces it there: in "also known as
/// “the Brigade”" and in "RUF".
struct GivenName {
  Glyphs name;           ///< "Brigade": without quotation marks and article; empty for none
  Glyphs rest;           ///< behind it and the comma, semicolon or "or" that may follow
  bool agreed = false;   ///< words such as "hereafter" or "known as" introduce it
  bool joined = false;   ///< such words, or "or", "also" and the like, stand before it
  bool quoted = false;   ///< in quotation marks
  bool article = false;  ///< an article stands before it
};

/// Reads such a name at the beginning of `text`. REQUIRES: trimmed.
GivenName given_name(Glyphs text);

/// What of a name without quotation marks has capitals, and what joins it: up to a word in small
/// letters, or a sign.
Glyphs capitalised_part(Glyphs name);

/// Drops the words at the end of `text` that lead to "known as" or "hereafter": "also", "better",
/// and a comma.
Glyphs without_lead(Glyphs text);

}  // namespace crossroads
