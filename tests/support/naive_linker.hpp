// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/span.hpp"
#include "crossroads/link/mention.hpp"
#include "crossroads/text/document.hpp"

namespace crossroads::test {

/// A name to look for; each is an entry of its own, numbered by its place, unless they are equal.
struct Name {
  std::string text;
  bool exact = false;
  EntryId entry{};
};

/// What link() should find in one passage, by the rules that its header states and by nothing else:
/// at every word, from the longest stretch to the shortest, every way to read it is compared with
/// every name. No trie, no token, no state. For short texts: O(words^2 * names * 2^(broken lines)).
/// Knows no zero-width characters and no normal forms. `broken_words` is what the document knows of
/// them.
std::string naive_links(const std::vector<Name>& names, std::string_view text,
                        std::span<const Span> ranges,
                        std::span<const BrokenWord> broken_words = {});

/// What link() found, in the same form: "0-3=1 5-9=0 12-15=0|2": begin, end, entry or candidates.
std::string shown(const Links& links);

}  // namespace crossroads::test
