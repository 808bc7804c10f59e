// SPDX-License-Identifier: Apache-2.0
#include "text/complete.hpp"

#include "crossroads/core/checksum.hpp"
#include "text/outline/apply_structure.hpp"
#include "text/outline/notes.hpp"
#include "text/outline/outline.hpp"
#include "text/outline/pages.hpp"
#include "text/words/broken_words.hpp"
#include "text/words/sentences.hpp"

namespace crossroads {

void complete(Document& document, TextFormat markup, const ReadOptions& options) {
  document.sha256 = sha256(document.bytes);
  const Structure* structure = options.structure;
  if (structure != nullptr) {
    apply_passages(*structure, document);
    check_sections(*structure, document);
    apply_metadata(*structure, document);
  }
  document.broken_words = find_broken_words(document);
  find_outline(document, markup, structure);
  if (document.title.empty()) document.title = document.id;
  if (structure != nullptr && structure->notes) {
    apply_notes(*structure, document);
  } else if (document.notes.empty()) {
    find_notes(document, markup);
  }
  place_notes(document, markup);
  find_pages(document);
  if (options.sentences) document.sentences = find_sentences(document);
}

}  // namespace crossroads
