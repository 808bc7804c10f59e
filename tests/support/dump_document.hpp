// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crossroads/text/document.hpp"

namespace crossroads::test {

/// One line a passage: "role 12-40 52-60: its first words". Line breaks between ranges show as "|",
/// those within one and white space as single spaces; a long text is cut at a word.
std::string dump(const Document& document);

/// One line a section, indented by its level ("article Title {Author} p3-p9"), then one a note
/// ("note 3: p9, called in p4 at 120, in Title"), then the findings.
std::string dump_outline(const Document& document);

/// What was understood of a converted file: what the metadata say, a line a passage with its place
/// in the outline, each note with what calls it, and the pages.
std::string dump_understood(const Document& document);

}  // namespace crossroads::test
