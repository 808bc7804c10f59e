// SPDX-License-Identifier: Apache-2.0
#include "support/naive_text.hpp"

#include <algorithm>

#include "crossroads/core/utf8.hpp"
#include "support/naive_spelling.hpp"

namespace crossroads::test::naive {
namespace {

Characters raw(std::string_view text, Span range) {
  Characters all;
  for (std::uint32_t at = range.begin; at < range.end;) {
    const CodePoint point = code_point_at(text, at);
    const auto end = at + static_cast<std::uint32_t>(point.size);
    all.push_back({point.value, {at, end}});
    at = end;
  }
  return all;
}

void mark_all_addresses(Characters& range) {
  for (std::size_t begin = 0; begin < range.size();) {
    std::size_t end = begin;
    while (end < range.size() && !is_white(range[end].value)) ++end;
    Characters run(range.begin() + static_cast<std::ptrdiff_t>(begin),
                   range.begin() + static_cast<std::ptrdiff_t>(end));
    mark_addresses(run);
    std::copy(run.begin(), run.end(), range.begin() + static_cast<std::ptrdiff_t>(begin));
    begin = std::max(end, begin + 1);
  }
}

/// Without what is not seen: a soft hyphen shows only where it does not stand in a word.
Characters seen(const Characters& all) {
  Characters shown;
  for (const Character& c : all) {
    const bool hidden = is_invisible(c.value) && !is_word(c.value) && c.value != 0x00AD;
    if (!hidden) shown.push_back(c);
  }
  Characters out;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    std::size_t next = i;
    while (next < shown.size() && shown[next].value == 0x00AD) ++next;
    const bool in_word = next > i && !out.empty() && is_word(out.back()) && next < shown.size() &&
                         is_word(shown[next]);
    if (in_word) {
      i = next - 1;
    } else {
      out.push_back(shown[i]);
    }
  }
  for (Character& c : out) c.value = narrow(c.value);
  return out;
}

}  // namespace

bool is_word(const Character& character) {
  return !character.calls_note && is_word(character.value);
}

Characters characters_of(const Document& document, const Passage& passage) {
  Characters all;
  for (const Span range : passage.ranges) {
    if (!all.empty()) all.push_back({'\n', {range.begin, range.begin}});
    Characters stretch = raw(document.bytes, range);
    mark_all_addresses(stretch);
    for (Character& c : stretch) {
      for (const Footnote& note : document.notes) {
        if (note.call && note.call->contains(c.span)) c.calls_note = true;
      }
    }
    all.insert(all.end(), stretch.begin(), stretch.end());
  }
  return seen(all);
}

Characters characters_of(std::string_view name) {
  return seen(raw(name, {0, static_cast<std::uint32_t>(name.size())}));
}

unsigned line_ends(const Characters& all, std::size_t begin, std::size_t end) {
  unsigned count = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const bool second_of_two = all[i].value == '\n' && i > begin && all[i - 1].value == '\r';
    if ((all[i].value == '\n' || all[i].value == '\r') && !second_of_two) ++count;
  }
  return count;
}

std::size_t white_end(const Characters& all, std::size_t at) {
  while (at < all.size() && is_white(all[at].value)) ++at;
  return at;
}

}  // namespace crossroads::test::naive
