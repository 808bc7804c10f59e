// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace crossroads {

/// `bibtex` with the values of all titles in braces once more. BibTeX's styles write English titles
/// in small letters but for what stands in braces, and pandoc does as they do ("Can south sudan be
/// stabilised?"); a source's title is to stay as it was written. Abstracts and the like, which are
/// most of a large library and of no use to a source, are emptied. Lines stay lines. Where the
/// entries can't be told apart, the text as it is: pandoc says what is wrong with it. O(bytes).
std::string bibtex_for_pandoc(std::string_view bibtex);

}  // namespace crossroads
