// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/pdf/line.hpp"

namespace crossroads {

/// What stands above and below a page's text.
struct PdfMargins {
  std::vector<PdfLine> head;  ///< whole rows, from top to bottom
  std::vector<PdfLine> foot;
  std::string label;  ///< the page's printed number; empty where none is found
  std::optional<std::uint32_t> number_word;  ///< that shows it
};

/// Finds running heads and feet and page numbers, a value a page. A row at the top or bottom is one
/// where it stands on a page nearby as well, digits aside (left and right pages may differ), where
/// it bears the number that the page has by the count of the others, or where it stands at the
/// height that these have on other pages, apart from the text. O(words log words).
std::vector<PdfMargins> find_margins(const PdfSource& source);

}  // namespace crossroads
