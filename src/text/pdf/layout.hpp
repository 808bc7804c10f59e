// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "text/pdf/line.hpp"
#include "text/pdf/margins.hpp"

namespace crossroads {

/// All lines of all pages in reading order: on each page what stands above the text, the text,
/// column by column, what stands below it, and last what is set across.
///
/// A page's text is cut where a gutter runs down it: a strip that few lines cross, with prose on
/// both sides. What crosses it (a heading, a wide figure's caption) parts what is above from what
/// is below, each with columns of its own; each side is cut again in the same way. Rows of a table
/// are no prose (most of their lines are short), so they stay whole. The converter's own order is
/// not used: it takes the columns of tables for columns of text, and headings that span for either.
/// O(words log words).
std::vector<PdfLine> lay_out(const PdfSource& source, std::vector<PdfMargins>& margins);

}  // namespace crossroads
