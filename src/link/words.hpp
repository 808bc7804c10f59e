// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"

namespace crossroads {

/// A run of letters, digits and their marks; soft hyphens and zero-width characters may stand in
/// it.
struct Word {
  Span span;
  std::string before;       ///< what parts it from the word before, normalized; see below
  bool barrier = false;     ///< no name goes over what stands before it
  bool broken = false;      ///< a hyphen at a line's end stands before it: it may carry on a word
  bool in_address = false;  ///< part of a URL or an e-mail address
};

/// The words of the ranges, in reading order. What stands between two words is normalized so that a
/// form and a text compare equal: white space, with at most one line break, is one space; every
/// hyphen, and every dash but the long one, is "-", also with a line break behind it; typographic
/// apostrophes are "'"; full-width forms are what they are forms of. White space
/// that holds a blank line is a barrier; from one range to the next it is one line break, whatever
/// lies between; zero-width characters are nothing. A URL goes from its scheme, or "www.", and an
/// e-mail address from its first letter, up to white space. O(bytes).
std::vector<Word> words_of(std::string_view text, std::span<const Span> ranges);

}  // namespace crossroads
