// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

#include "crossroads/ontology/ontology.hpp"
#include "link/names/names.hpp"
#include "link/names/spelled_form.hpp"
#include "text/words/word_list.hpp"

namespace crossroads {

/// Calls `take` with the form and with what is made of it, and with the flags of NamePattern that
/// tell the rest: that an s may be added or left out needs no spelling of its own. O(words), for at
/// most four hyphens or words of a form are joined or parted. `filter` may be null.
void inflect(const SpelledForm& form, NameForm::Variants variants, CaseRule rule,
             const ListedWordFilter* filter,
             const std::function<void(const SpelledForm&, std::uint32_t flags)>& take);

}  // namespace crossroads
