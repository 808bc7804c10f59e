// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace crossroads {

/// `text` on one line, as it may stand between tags, and between quotation marks (").
/// What XML can't hold becomes a space, or U+FFFD. REQUIRES: well-formed UTF-8.
std::string xml_text(std::string_view text);
std::string xml_attribute(std::string_view text);

}  // namespace crossroads
