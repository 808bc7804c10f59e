// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crossroads/text/document.hpp"

namespace crossroads::test {

/// One line a passage: "role 12-40 52-60: its first words". Line breaks between ranges show as "|",
/// those within one and white space as single spaces; a long text is cut at a word.
std::string dump(const Document& document);

}  // namespace crossroads::test
