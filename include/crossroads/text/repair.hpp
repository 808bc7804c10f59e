// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "crossroads/core/span.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// The words of a passage, or of the stretch of it within `span`, as a person reads them, on one
/// line: broken words joined, or with the hyphen that is their own (which stays where nothing
/// tells); white space of any kind, line breaks too, one space, and none at the ends; ligatures
/// (U+FB00 to U+FB06) and full-width letters and digits as plain ones; no soft hyphens, zero-width
/// spaces or byte-order marks; letters composed (NFC). What interrupts the passage is left out. It
/// is made for showing and for other tools: offsets stay those of the source. O(bytes + log broken
/// words). Takes Document::broken_words as they are: what is not among them reads as the text
/// stands.
std::string repaired(const Document& document, const Passage& passage);
std::string repaired(const Document& document, const Passage& passage, Span span);

/// The same of a stretch of the passage that holds its first byte; of a stretch of no passage, as
/// if it were one. O(passages) where many interrupt each other, else O(log passages + bytes).
std::string repaired(const Document& document, Span span);

/// The same of well-formed text that stands alone, such as a quote: its broken words read as it and
/// the list of English words tell. What its document would tell is not asked.
std::string repaired(std::string_view text);

}  // namespace crossroads
