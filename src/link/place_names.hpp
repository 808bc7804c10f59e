// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "crossroads/core/span.hpp"
#include "link/neighbours.hpp"

namespace crossroads {

/// The name of a river, a lake or the like, of which a place's name is a part: "Niger Delta", "Lake
/// Chad", "Gulf of Guinea". Only around names of one word with a capital. Words that a place keeps
/// behind its own name ("Ituri Province", "Lamu Island", "Sahara Desert") make none.
std::optional<Span> geographic_name(const Neighbours& near, Span place);

/// The name of another place that is called after it: "New Guinea", "Lower Congo"; where a sentence
/// may begin, only with another name before it: "Papua New Guinea". In titles "New" may be meant.
std::optional<Span> namesake_of_place(const Neighbours& near, Span place);

}  // namespace crossroads
