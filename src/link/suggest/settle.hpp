// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string_view>

#include "link/suggest/gathered.hpp"

namespace crossroads {

/// Phrases of all documents, with copies of their counts; one that turns out to be none has a count
/// of 0.
using Phrases = std::map<std::string_view, PhraseUse>;

/// A phrase that never stands but at the beginning of a sentence may owe its capital to that. It is
/// believed where two capitals are left without its first word, and not where these stand
/// elsewhere.
void settle_starts(Phrases& phrases);

/// Of a phrase with "and" or the like: it is one where its parts hardly stand alone; else it is
/// nothing, and they are what they are.
void settle_joined(Phrases& phrases);

}  // namespace crossroads
