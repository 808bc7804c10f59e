// SPDX-License-Identifier: Apache-2.0
#include "text/complete.hpp"

#include "crossroads/core/checksum.hpp"
#include "text/notes.hpp"
#include "text/outline.hpp"
#include "text/pages.hpp"

namespace crossroads {

void complete(Document& document, TextFormat markup, const ReadOptions& /*options*/) {
  document.sha256 = sha256(document.bytes);
  find_outline(document, markup);
  if (document.title.empty()) document.title = document.id;
  find_notes(document, markup);
  find_pages(document);
}

}  // namespace crossroads
