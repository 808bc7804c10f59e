// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crossroads/core/ascii.hpp"
#include "crossroads/core/span.hpp"
#include "text/words/name_particles.hpp"

namespace crossroads {

// What the words of a citation look like, by themselves. Spans are bytes of the text at hand.

bool begins_with_capital(std::string_view word);
bool begins_with_small(std::string_view word);

/// Of the words of `within`, each up to the next space.
std::vector<Span> words_within(std::string_view text, Span within);

/// Without spaces and these characters at its ends.
Span trim(std::string_view text, Span span, std::string_view stray = " ,;:.");

/// "G.", "J.-M.", "JG", "C. de": what abbreviates given names.
bool is_initials(std::string_view words);

/// A word that institutions' names have and persons' have not: "Council", "University".
bool is_institution_word(std::string_view word);

/// "of", "the", "and": small words of titles and names.
bool is_function_word(std::string_view word);

/// Whether it could be an institution's name: capitals and function words only, one of them an
/// institution's word, or an acronym.
bool looks_like_organization(std::string_view name);

/// A quotation mark at `at`: its bytes, and whether one can open or close there.
struct QuoteMark {
  std::size_t size = 0;
  bool opens = false;
  bool closes = false;
  bool is_double = false;
};
QuoteMark quote_mark(std::string_view text, std::size_t at);

/// A year, alone or with what goes with it: "2014", "2014a", "forthcoming 2015", "19 January 2015",
/// "March/April 2013", "undated". Nothing if a word is of another kind.
struct DateWords {
  std::string year;  ///< four digits; empty where none is
  Span year_span;
  bool forthcoming = false;
  bool undated = false;
  bool more = false;     ///< a month or a day too
  bool partial = false;  ///< a month and a day, and no year
};
std::optional<DateWords> date_words(std::string_view text, Span within);

/// The year of a field that ends at `end` in the source, with the letter that tells it from others
/// of one author: "2014a".
std::string lettered_year(std::string_view source, std::string_view year, std::uint32_t end);

/// Whether two persons' given names may be one's: "J. G.", "JG" and "John"; empty ones fit all.
bool given_names_fit(std::string_view a, std::string_view b);

/// What "pp. 3", "vol. 3" and the like begin with; 0 if with nothing of the kind.
std::size_t pages_word(std::string_view text);
std::size_t volume_word(std::string_view text);
std::size_t number_word(std::string_view text);

/// A run of digits, dashes and the like that pages are: "85–95", "e12", "iv-x"; a digit first.
bool is_page_range(std::string_view text);

}  // namespace crossroads
