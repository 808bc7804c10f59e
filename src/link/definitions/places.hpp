// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "crossroads/link/definitions.hpp"
#include "link/definitions/agreed.hpp"
#include "link/definitions/glyphs.hpp"
#include "link/definitions/line.hpp"
#include "link/definitions/long_form.hpp"

namespace crossroads {

/// Finds what brackets, and the words that agree on a name, define. Its lines are used again from
/// one place to the next.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::vector<DefinedForm>& found) : found_(found) {}

  /// Adds what a passage defines, in no order. O(bytes).
  void find(const PassageText& text);

 private:
  /// One of what brackets hold, and what it may be.
  struct Piece {
    Glyphs text;  ///< to the brackets' end
    GivenName given;
    std::optional<ShortForm> form;
    bool named = false;  ///< a name that is agreed on
  };

  static Piece piece_of(Glyphs text);
  static Piece piece_of(Glyphs text, const GivenName& given);

  void consider_bracket(const PassageText& text, std::uint32_t open);
  void consider_words(const PassageText& text, std::uint32_t begin, std::uint32_t size);
  void read_before(const PassageText& text, std::uint32_t end);
  bool define_inside(const PassageText& text);
  bool define(const PassageText& text, const Piece& piece, Glyphs before, Otherwise otherwise);
  void define_outside(const PassageText& text);
  void add(const PassageText& text, Glyphs short_form, const LongForm& long_form,
           DefinedForm::Kind kind);

  std::vector<DefinedForm>& found_;
  std::vector<Piece> pieces_;
  Line inside_;  // what the brackets hold, or follows the words
  Line before_;  // up to them
};

}  // namespace crossroads
