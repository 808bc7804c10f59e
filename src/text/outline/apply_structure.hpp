// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/text/document.hpp"
#include "crossroads/text/structure.hpp"

namespace crossroads {

/// Makes the passages that a person named: what they hold is cut out of the others. Throws Error
/// (input) where the structure was made for other bytes, or names some that the text does not have.
/// REQUIRES: `sha256` is set. O((passages + parts) log parts).
void apply_passages(const Structure& structure, Document& document);

/// Makes the notes of the document those that a person named. REQUIRES: `structure.notes`.
void apply_notes(const Structure& structure, Document& document);

/// Gives title and metadata.
void apply_metadata(const Structure& structure, Document& document);

/// Whether a person said what the passage is that begins at a byte. O(log parts).
bool names_passage(const Structure& structure, const Document& document, std::uint32_t start);

/// Throws Error (input) where a section is said to begin where no heading does.
void check_sections(const Structure& structure, const Document& document);

/// What is said of the heading that begins at a byte, or null.
const Structure::Heading* heading_at(const Structure& structure, std::uint32_t start);

}  // namespace crossroads
