// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "crossroads/link/definitions.hpp"
#include "link/definitions/line.hpp"

namespace crossroads {

/// Finds lists and tables of abbreviations: two or more lines or rows on end, within one passage or
/// in several, that begin with a short form whose letters what follows gives. Where those are at
/// least half of three or more, the others of the list count by their place if a tab, a colon, a
/// dash, wide space or a cell's end parts the two.
class ListFinder {
 public:
  explicit ListFinder(std::vector<DefinedForm>& found) : found_(found) {}

  /// Takes the next passage of the document that holds words. O(bytes).
  void find(const PassageText& text);

  /// Ends the list, if one is open.
  void end();

 private:
  struct Item {
    DefinedForm definition;
    bool parted = false;  // by more than one space
  };
  struct Start;

  bool take_item(const PassageText& text, const Start& start, std::uint32_t line_end);

  std::vector<DefinedForm>& found_;
  std::vector<Item> items_;
  Line line_;
};

}  // namespace crossroads
