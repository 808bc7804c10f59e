// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crossroads/core/json_writer.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/ontology/ontology.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads {

/// Appends what a person should decide or look at, as JSON Lines in text order: each place that is
/// undecided, and each that was chosen by a small lead (Decision::narrow). A line has the place as
/// it outlives an edit (document, quote, before, after, occurrence; text/anchor.hpp), where it is
/// now (start, end, passage), its state ("undecided", "narrow"), the entry that was chosen or null,
/// and the candidates, the likeliest first. REQUIRES: linked with Reasons::on. O(places * bytes).
void append_review_json(std::string& out, const Ontology& ontology, const Document& document,
                        const Links& links);

/// The candidates of a decision as an array: entry, kind, label, score, and the reasons with their
/// words in the text.
void write_candidates(JsonWriter& json, const Ontology& ontology, const Document& document,
                      const Decision& decision);

}  // namespace crossroads
