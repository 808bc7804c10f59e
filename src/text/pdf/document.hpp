// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crossroads/text/document.hpp"
#include "crossroads/text/read.hpp"
#include "text/pdf/source.hpp"

namespace crossroads {

/// The document that a PDF's words make: lines as on the page, passages parted by a blank line,
/// pages by a form feed; headings with levels, notes with their calls, pages with their numbers.
/// It went through complete(). O(words log words).
Document pdf_document(std::string id, PdfSource source, const ReadOptions& options);

}  // namespace crossroads
