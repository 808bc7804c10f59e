// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "crossroads/text/document.hpp"

namespace crossroads {

// Metadata as a file gives it: what can't be used is left out, with a finding that says so.

/// YYYY[-MM[-DD]], with or without a time behind it.
void set_date(Document& document, std::string_view date);

/// A BCP 47 tag; "en_GB" is taken as well.
void set_language(Document& document, std::string_view language);

}  // namespace crossroads
