// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/link/lexicon.hpp"
#include "crossroads/link/link.hpp"
#include "crossroads/ontology/ontology.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// What `link --why` asks: of one place, DOCUMENT:START-END in bytes, or of all places where some
/// words stand, as they are written but for white space.
class WhyQuestion {
 public:
  explicit WhyQuestion(const std::string& text);

  /// The lines that explain each such place of a document; of words the first twenty. Throws Error
  /// (question) where the document has no such place.
  std::string answer(const Lexicon& lexicon, const Ontology& ontology, const Document& document,
                     const LinkOptions& options);
  [[nodiscard]] bool is_answered() const { return answered_; }

 private:
  [[nodiscard]] std::vector<Span> places_in(const Document& document) const;

  std::string words_;
  std::string document_;
  std::optional<Span> span_;
  bool answered_ = false;
};

}  // namespace crossroads
