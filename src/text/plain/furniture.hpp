// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "text/plain/lines.hpp"

namespace crossroads {

/// Which lines are running heads or feet: they stand first or last on a page (form feeds part
/// pages, or else lines that hold nothing but a page's number) and come again, digits aside, on
/// three neighbouring pages or more (or every other page); a number in them must rise with the
/// pages. Empty where there are no pages. O(bytes of lines at the ends of pages).
std::vector<bool> running_heads(std::string_view text, const std::vector<Line>& lines);

}  // namespace crossroads
