// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/text/document.hpp"

namespace crossroads::bench {

/// A text in documents of about 256 KiB, cut at blank lines.
struct BenchText {
  std::string source;
  /// What the peers are given, of the same length: a line break within a paragraph is a space, so
  /// that they need know of none.
  std::string unbroken;
  std::vector<Span> cuts;           ///< the documents in the source: disjoint, all of it
  std::vector<Document> documents;  ///< read from their bytes

  [[nodiscard]] std::string_view unbroken_of(std::size_t document) const {
    return std::string_view(unbroken).substr(cuts[document].begin, cuts[document].size());
  }
};

/// The first `limit` bytes of a file, up to a blank line.
BenchText read_bench_text(const std::string& path, std::size_t limit);

/// One of its documents, read anew.
Document read_cut(const BenchText& text, std::size_t document);

}  // namespace crossroads::bench
