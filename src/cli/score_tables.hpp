// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/table.hpp"
#include "crossroads/link/agreement.hpp"
#include "crossroads/link/score.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// A text that mentions were annotated in, for showing what stands around them.
class AnnotatedText {
 public:
  explicit AnnotatedText(Document document);

  [[nodiscard]] const std::string& bytes() const { return document_.bytes; }
  /// Whether a span is one of whole characters in it.
  [[nodiscard]] bool has(Span span) const;
  /// The line that a byte stands in, from 1. O(log lines).
  [[nodiscard]] std::uint64_t line_of(std::uint32_t at) const;
  /// The zone of the passage that a byte stands in, or nothing. O(log passages).
  [[nodiscard]] std::string_view zone_of(std::uint32_t at) const;
  // What stands there, and a few words before and behind it. REQUIRES: has() it.
  [[nodiscard]] std::string_view words(Span span) const;
  [[nodiscard]] std::string_view before(Span span) const;
  [[nodiscard]] std::string_view behind(Span span) const;

 private:
  Document document_;
  std::vector<std::uint32_t> lines_;                    // where each but the first begins
  std::vector<std::pair<Span, std::uint32_t>> ranges_;  // of passages, in text order
};
using AnnotatedTexts = std::map<std::string, AnnotatedText, std::less<>>;

/// A row for each part, one for their mean, and one for all.
Table score_table(const Score& score, ScoreBy by);

/// A row for each error; with words around it where its text is there.
Table error_table(const std::vector<ScoreError>& errors, const AnnotatedTexts& texts);

/// How far two annotators agree: F1, and kappa on each kind of units. On words only of documents
/// whose text is there, in what was annotated of them; no such row where none is.
Table agreement_table(const Score& score, const std::vector<AnnotatedRange>& annotated,
                      const AnnotatedTexts& texts);

}  // namespace crossroads
