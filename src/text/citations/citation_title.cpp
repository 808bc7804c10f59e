// SPDX-License-Identifier: Apache-2.0
#include "text/citations/citation_title.hpp"

#include "text/citations/citation_split.hpp"
#include "text/citations/citation_volume.hpp"
#include "text/citations/citation_words.hpp"

namespace crossroads {
namespace {

constexpr std::size_t shortest_subtitle = 5;  // words

std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace

Span without_dash(std::string_view text, Span span) {
  for (bool again = true; again && !span.empty();) {
    again = false;
    for (const std::string_view dash : {"\u2013", "\u2014", "-"}) {
      if (!slice(text, span).starts_with(dash)) continue;
      span.begin += static_cast<std::uint32_t>(dash.size());
      span = trim(text, span, " ,;:");
      again = true;
    }
  }
  return span;
}

Span without_marks(std::string_view text, Span title) {
  const auto quotation = first_quotation(text, title);
  return quotation && quotation->whole == title ? quotation->inside : title;
}

bool is_subtitle(std::string_view text, Span span) {
  std::size_t words = 0;
  std::size_t small = 0;
  for (const Span word : words_within(text, span)) {
    ++words;
    if (begins_with_small(slice(text, word)) && !is_function_word(slice(text, word))) ++small;
  }
  const bool comparative =
      words >= shortest_subtitle && (small >= 2 || words >= shortest_subtitle + 4);
  return comparative && !names_series(slice(text, span)) && !names_thesis(slice(text, span));
}

bool is_sentence_like(std::string_view text, Span span) {
  for (const Span word : words_within(text, span)) {
    if (begins_with_small(slice(text, word)) && !is_function_word(slice(text, word))) return true;
  }
  return false;
}

}  // namespace crossroads
