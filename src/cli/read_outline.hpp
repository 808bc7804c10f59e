// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "crossroads/text/document.hpp"

namespace crossroads {

/// A text's sections, articles and notes as a tree for a person, and what is doubtful.
std::string outline_of(const Document& document);

/// Its passages, one a line, each with its role, its bytes and its first words.
std::string passages_of(const Document& document);

}  // namespace crossroads
