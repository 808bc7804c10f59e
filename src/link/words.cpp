// SPDX-License-Identifier: Apache-2.0
#include "link/words.hpp"

#include <algorithm>

#include "crossroads/core/utf8.hpp"
#include "link/addresses.hpp"
#include "link/gap.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

/// The first byte behind the run of non-space that holds `at`.
std::uint32_t run_end(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  while (at < limit) {
    const CodePoint point = code_point_at(text, at);
    if (is_space(point.value)) break;
    at += static_cast<std::uint32_t>(point.size);
  }
  return at;
}

/// The first byte behind the word that begins at `at`.
std::uint32_t word_end(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  std::uint32_t end = at;
  while (at < limit) {
    const CodePoint point = code_point_at(text, at);
    at += static_cast<std::uint32_t>(point.size);
    if (is_word_character(point.value)) {
      end = at;
    } else if (!is_invisible(point.value)) {
      break;
    }
  }
  return end;
}

void append_words(std::string_view text, Span within, Gap& gap, std::vector<Word>& words) {
  std::uint32_t run = within.begin;    // up to where the text was looked at for addresses
  std::vector<AddressPart> addresses;  // of the run that begins at `run_begin`
  std::uint32_t run_begin = within.begin;
  for (std::uint32_t at = within.begin; at < within.end;) {
    const CodePoint point = code_point_at(text, at);
    if (at >= run && !is_space(point.value)) {
      run = run_end(text, at, within.end);
      run_begin = at;
      addresses = find_addresses(text.substr(at, run - at));
    }
    if (!is_word_character(point.value)) {
      gap.add(point.value);
      at += static_cast<std::uint32_t>(point.size);
      continue;
    }
    const Span span{at, word_end(text, at, within.end)};
    gap.close();
    const bool first = words.empty();
    const bool in_address =
        std::any_of(addresses.begin(), addresses.end(), [&](const AddressPart& part) {
          return span.end - run_begin > part.begin && span.begin - run_begin < part.end;
        });
    words.push_back({span, first ? std::string() : gap.normal, first || gap.blank_line,
                     !first && gap.broken, in_address});
    gap = {};
    at = span.end;
  }
}

}  // namespace

std::vector<Word> words_of(std::string_view text, std::span<const Span> ranges) {
  std::vector<Word> words;
  Gap gap;
  for (const Span range : ranges) {
    if (range.begin != ranges.front().begin) gap.add('\n');
    append_words(text, range, gap, words);
  }
  return words;
}

}  // namespace crossroads
