// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "crossroads/link/definitions.hpp"
#include "link/definitions/glyphs.hpp"
#include "link/definitions/short_form.hpp"

namespace crossroads {

struct LongForm {
  Glyphs glyphs;
  DefinedForm::Evidence evidence = DefinedForm::Evidence::letters;
};

/// What else than the letters may tell a long form.
enum class Otherwise { nothing, by_place };

/// What stands right before a bracket: `text` without a possessive, a closing quotation mark and
/// white space at its end.
Glyphs text_before(Glyphs text);

/// The long form of a short form at the end of `before`: by its letters, or, where allowed, a name
/// of two or more capitalised words before a short form that looks like one.
std::optional<LongForm> long_form_of(const ShortForm& form, Glyphs before, Otherwise otherwise);

/// Whether the letters of all of `text`, from its first word, give the short form.
bool gives(const ShortForm& form, Glyphs text);

/// That of a name that is agreed on in words ("the Brigade"): what ends with `before` and has its
/// words, or, where allowed, the name there.
std::optional<LongForm> long_form_named(Glyphs name, Glyphs before, Otherwise otherwise);

}  // namespace crossroads
