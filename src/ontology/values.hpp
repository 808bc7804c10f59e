// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "crossroads/core/language.hpp"

namespace crossroads {

// The shapes of the values that an ontology's XML holds.

/// `[a-z0-9][a-z0-9._-]*`.
bool is_id(std::string_view text);

/// A scheme, a colon and something behind it, without white space (RFC 3986, roughly).
bool is_url(std::string_view text);

/// A finite decimal number, as JSON writes it or with leading zeros: "-1.5e3".
bool is_number(std::string_view text);

/// `tag` with the capitals that BCP 47 recommends: "pt-BR", "zh-Hant", "en". REQUIRES: a language
/// tag.
std::string canonical_language(std::string_view tag);

/// Whether a text could name `form`: it holds a letter or a digit. `form` is well-formed UTF-8.
/// Blocks of punctuation and symbols are known as wholes, so that no letter is ever missed.
bool has_letter_or_digit(std::string_view form);

}  // namespace crossroads
