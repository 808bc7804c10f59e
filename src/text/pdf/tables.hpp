// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/pdf/line.hpp"

namespace crossroads {

enum class LineShape : std::uint8_t {
  prose,
  table,
  cell,  ///< a further line of a cell of the row above
  contents,
};

/// Which lines are rows of a table (two or more in a row have gaps, and words behind a gap that
/// begin, end or are centred at the same place) and which are lines of a table of contents (a
/// number at the end, behind leaders or a gap, several in a row). O(words).
std::vector<LineShape> line_shapes(const PdfSource& source, const std::vector<PdfLine>& lines,
                                   const std::vector<std::string>& words);

}  // namespace crossroads
