// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"

namespace crossroads {

/// A number in running text that may call a note.
struct NoteCall {
  Span span;
  std::uint32_t passage = 0;
  unsigned number = 0;  ///< 1 to 999
  enum class Strength : std::uint8_t {
    weak,    ///< behind letters that a name may end with a number: "UNPROFOR2", "M23"
    strong,  ///< behind a small word, a stop, a closing quote or bracket; raised; in brackets
  };
  Strength strength = Strength::strong;
};

/// Appends what may call a note in `range` of `text`: "reality.12", "report’,2", "report[2]" and
/// "report²", in text order. O(bytes).
void append_note_calls(std::string_view text, Span range, std::uint32_t passage,
                       std::vector<NoteCall>& calls);

}  // namespace crossroads
