// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace crossroads::bench {

/// A report as it comes out of a PDF, made so that what is in it is known: articles with bylines,
/// paragraphs in lines of 72 characters with words broken at their ends, notes at the feet of
/// pages, running heads, page numbers and form feeds.
struct MadeReport {
  std::string text;
  std::size_t articles = 0;
  std::size_t notes = 0;
  std::size_t sentences = 0;  ///< of paragraphs
  std::size_t broken_words = 0;
};

/// At least `bytes` bytes. The same number gives the same text.
MadeReport make_report(std::size_t bytes);

}  // namespace crossroads::bench
