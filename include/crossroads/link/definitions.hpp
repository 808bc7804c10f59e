// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// A place where a document says what a short form of its own stands for.
struct DefinedForm {
  enum class Kind : std::uint8_t {
    long_first,   ///< "Revolutionary United Front (RUF)"
    short_first,  ///< "RUF (Revolutionary United Front)"
    hereafter,  ///< "Force Intervention Brigade (hereafter “the Brigade”)", (“the Brigade”),
                ///< "also known as …": a name that is agreed on in words
    listed,  ///< an item of a list or table of abbreviations: "RUF – Revolutionary United Front"
  };
  /// What tells that the two belong together.
  enum class Evidence : std::uint8_t {
    place,  ///< only that they stand as a definition does ("… au Mali (MINUSMA)"): the short form
            ///< is shaped as one, the long form reaches as far back as a name can
    letters,  ///< the long form's letters or words give the short form
  };

  Span short_form;            ///< "RUF", "Brigade": without quotation marks, markup or article
  Span long_form;             ///< its first to its last byte, with what interrupts it
  std::uint32_t passage = 0;  ///< that holds both; its place in Document::passages
  Kind kind = Kind::long_first;
  Evidence evidence = Evidence::letters;
};

/// "long-first", "short-first", "hereafter", "listed".
std::string_view to_string(DefinedForm::Kind kind);
/// "place", "letters".
std::string_view to_string(DefinedForm::Evidence evidence);

/// Finds what a document defines, in the passages that hold words, by the order of the short forms.
/// One long form may stand in several ("Rights up Front (HRuF or RuF)"), and one short form may be
/// defined again, even otherwise: what to make of that is the caller's. The spans lie in
/// `passage`, are not empty and do not overlap; where one goes over a line's end or over what
/// interrupts the passage, repaired(document, passage, span) is how it reads. O(bytes), and next to
/// nothing where no bracket, "known as" or list of abbreviations stands.
std::vector<DefinedForm> find_definitions(const Document& document);

}  // namespace crossroads
