// SPDX-License-Identifier: Apache-2.0
#include "text/complete.hpp"

#include <algorithm>

#include "crossroads/core/checksum.hpp"
#include "crossroads/text/repair.hpp"
#include "text/broken_words.hpp"
#include "text/sentences.hpp"

namespace crossroads {
namespace {

/// A Markdown heading without its marks: "## Title ##", or a line of "=" or "-" below it.
std::string_view without_marks(std::string_view heading) {
  const std::size_t last = heading.find_last_not_of("=-");
  if (last != heading.npos && (heading[last] == '\n' || heading[last] == '\r')) {
    heading = heading.substr(0, last);
  } else {
    heading = heading.substr(0, heading.find_last_not_of('#') + 1);
  }
  heading.remove_prefix(std::min(heading.find_first_not_of('#'), heading.size()));
  return heading;
}

/// The words of the first heading; nothing where there is none.
std::string first_heading(const Document& document, TextFormat markup) {
  const auto heading = std::find_if(document.passages.begin(), document.passages.end(),
                                    [](const Passage& p) { return p.role == Role::heading; });
  if (heading == document.passages.end()) return {};
  if (markup != TextFormat::markdown) return repaired(document, *heading);
  const Span whole = heading->span();
  const std::string_view words =
      without_marks(std::string_view(document.bytes).substr(whole.begin, whole.size()));
  const auto begin = static_cast<std::uint32_t>(words.data() - document.bytes.data());
  return repaired(document, *heading, {begin, begin + static_cast<std::uint32_t>(words.size())});
}

}  // namespace

void complete(Document& document, TextFormat markup, const ReadOptions& options) {
  document.sha256 = sha256(document.bytes);
  document.broken_words = find_broken_words(document);
  if (document.title.empty()) document.title = first_heading(document, markup);
  if (document.title.empty()) document.title = document.id;
  if (options.sentences) document.sentences = find_sentences(document);
}

}  // namespace crossroads
