// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "crossroads/core/span.hpp"

namespace crossroads {

// What a stretch that may be a title looks like. Spans are bytes of the text at hand.

/// Without dashes at its beginning.
Span without_dash(std::string_view text, Span span);

/// Without quotation marks around all of it.
Span without_marks(std::string_view text, Span title);

/// A sentence of its own behind a title's stop: no name of a journal or a publisher.
bool is_subtitle(std::string_view text, Span span);

/// Whether a word in it begins small that titles and names would not have so.
bool is_sentence_like(std::string_view text, Span span);

}  // namespace crossroads
