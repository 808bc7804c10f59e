// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crossroads/core/json_writer.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/ontology/ontology.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// The members of a mention's object, as append_mentions_json() has them.
void write_mention_members(JsonWriter& json, const Ontology& ontology, const Document& document,
                           const Mention& mention);

}  // namespace crossroads
